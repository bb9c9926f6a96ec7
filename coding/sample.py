# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample project: invented interviews, built from their transcripts and tables as a user would build it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from coding import corpus
from coding import project as projects
from coding.changes import Label, Writer
from coding.intake.batch import Refusal, read_many
from coding.language import N_, _
from coding.metadata.asked_table import import_asked
from coding.metadata.citations_table import import_citations
from coding.metadata.codebook_table import import_codebook
from coding.metadata.codings_table import import_codings
from coding.metadata.contradictions_table import import_contradictions
from coding.metadata.groups_table import import_groups
from coding.metadata.guide_table import import_guide
from coding.metadata.interviews_table import import_interviews
from coding.metadata.memos_table import import_memos
from coding.metadata.portraits_table import import_portraits
from coding.metadata.questions_table import import_questions
from coding.metadata.report import Report
from coding.metadata.summaries_table import import_summaries
from coding.reading_progress import read_up_to

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"
TITLE = "La pair aidance en addictologie (exemple inventé)"

Progress = Callable[[int, int, str], None]

# In the order in which each finds what it names.
TABLES: tuple[tuple[str, str, Callable[[Writer, Path], Report]], ...] = (
    ("interviews.csv", N_("Interviews"), import_interviews),
    ("groups.csv", N_("Groups"), import_groups),
    ("codebook.csv", N_("Codebook"), import_codebook),
    ("guide.csv", N_("Guide"), import_guide),
    ("questions.csv", N_("Questions asked"), import_questions),
    ("asked.csv", N_("Themes asked"), import_asked),
    ("codings.csv", N_("Codings"), import_codings),
    ("citations.csv", N_("Quotes as cited"), import_citations),
    ("memos.csv", N_("Memos"), import_memos),
    ("summaries.csv", N_("Summaries"), import_summaries),
    ("portraits.csv", N_("Portraits"), import_portraits),
    ("contradictions.csv", N_("Contradictions"), import_contradictions),
)


def build(path: Path, progress: Progress | None = None) -> Path:
    """Make the sample project at ``path`` and return it; nothing is left there when it fails.

    ``progress(done, total, what)`` is told of each step. Raises KnownError when something is already there or the
    folder cannot be written.
    """
    tell = progress or (lambda _done, _total, _what: None)
    files = sorted((FOLDER / "transcripts").iterdir())
    total = len(files) + len(TABLES)
    writer = projects.create(path, title=TITLE, language="fr")
    try:
        _add_transcripts(writer, files, lambda done, _files, what: tell(done, total, what))
        for done, (name, title, take) in enumerate(TABLES, len(files)):
            tell(done, total, _(title))
            report = take(writer, FOLDER / name)
            if report.problems:
                raise RuntimeError(f"{name}: {report.problems[0].say()}")
        tell(total, total, "")
    except BaseException:
        writer.store.close()
        path.unlink(missing_ok=True)
        raise
    writer.store.close()
    return path


def _add_transcripts(writer: Writer, files: list[Path], progress: Progress) -> None:
    outcomes = read_many(files, progress=progress, in_process=True)
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            raise outcome.error

    def add(session: Session) -> None:
        for read in outcomes:
            if not isinstance(read, Refusal):  # all are coded to the end, so read to the end
                read_up_to(session, corpus.add_transcript(session, read), len(read.text))

    writer.do(Label(N_("import {n} transcripts"), {"n": len(outcomes)}), add)
