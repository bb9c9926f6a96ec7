# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole project as a folder of csv files and plain transcripts, out and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from coding.changes import Label, Writer
from coding.language import N_
from coding.metadata.asked_table import export_asked, import_asked
from coding.metadata.citations_table import export_citations, import_citations
from coding.metadata.codebook_table import export_codebook, import_codebook
from coding.metadata.codings_table import export_codings, import_codings
from coding.metadata.contradictions_table import export_contradictions, import_contradictions
from coding.metadata.folder_guide import NAME as README
from coding.metadata.folder_guide import write_guide
from coding.metadata.groups_table import export_groups, import_groups
from coding.metadata.guide_table import export_guide, import_guide
from coding.metadata.interviews_table import export_interviews, import_interviews
from coding.metadata.memos_table import export_memos, import_memos
from coding.metadata.participants_table import export_participants, import_participants
from coding.metadata.portraits_table import export_portraits, import_portraits
from coding.metadata.queries_table import export_queries, import_queries
from coding.metadata.questions_table import export_questions, import_questions
from coding.metadata.report import Report
from coding.metadata.speakers_table import export_speakers, import_speakers
from coding.metadata.summaries_table import export_summaries, import_summaries
from coding.metadata.transcripts_table import FOLDER, NAME, TURNS, export_transcripts, export_turns, import_transcripts
from coding.reports.leaving import filling
from models.errors import KnownError

# Each table, how it goes out and how it comes back, in the order in which each finds what it names.
TABLES: tuple[tuple[str, Callable[[Session, Path], None], Callable[[Writer, Path], Report]], ...] = (
    ("interviews.csv", export_interviews, import_interviews),
    ("participants.csv", export_participants, import_participants),
    ("speakers.csv", export_speakers, import_speakers),
    ("groups.csv", export_groups, import_groups),
    ("codebook.csv", export_codebook, import_codebook),
    ("guide.csv", export_guide, import_guide),
    ("questions.csv", export_questions, import_questions),
    ("asked.csv", export_asked, import_asked),
    ("codings.csv", export_codings, import_codings),
    ("citations.csv", export_citations, import_citations),
    ("memos.csv", export_memos, import_memos),
    ("summaries.csv", export_summaries, import_summaries),
    ("portraits.csv", export_portraits, import_portraits),
    ("contradictions.csv", export_contradictions, import_contradictions),
    ("queries.csv", export_queries, import_queries),
)


def export_folder(session: Session, folder: Path) -> list[str]:
    """Write every table into ``folder`` (made if needed), each transcript as text in a folder below it, and a README
    that says what they hold, all or none; returns the names of the files. Raises KnownError when it cannot be made or
    written."""
    with filling(folder, again=True) as partial:
        (partial / FOLDER).mkdir()
        for name, export, _back in TABLES:
            export(session, partial / name)
        export_turns(session, partial / TURNS)
        texts = export_transcripts(session, partial)
        tables = [*(name for name, *_how in TABLES), TURNS, NAME]
        write_guide(session, partial, tables)
    return [README, *tables, *texts]


def import_folder(writer: Writer, folder: Path) -> dict[str, Report]:
    """Bring back such a folder in one act: the transcripts, then each table that is there; returns what became of
    each, by name. What is there already is unchanged. Raises KnownError, nothing being changed, when it is no such
    folder or a table cannot be read."""
    if not (folder / NAME).is_file():
        raise KnownError(N_("“{folder}” holds no “{file}”: choose a folder that Fil rouge wrote."), folder=folder.name,
                         file=NAME)
    every = [(NAME, import_transcripts), *((name, take) for name, _out, take in TABLES)]
    there = [(name, take) for name, take in every if (folder / name).is_file()]
    found: dict[str, Report] = writer.as_one(
        Label(N_("import the folder “{folder}”"), {"folder": folder.name}),
        lambda one: {name: take(one, folder / name) for name, take in there}).result
    return found
