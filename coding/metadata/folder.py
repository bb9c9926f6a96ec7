# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole project as a folder of csv files and plain transcripts, which the import commands read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_
from coding.metadata import sheets
from coding.metadata.asked_table import export_asked
from coding.metadata.codebook_table import export_codebook
from coding.metadata.codings_table import export_codings
from coding.metadata.contradictions_table import export_contradictions
from coding.metadata.groups_table import export_groups
from coding.metadata.guide_table import export_guide
from coding.metadata.interviews_table import export_interviews
from coding.metadata.memos_table import export_memos
from coding.metadata.participants_table import export_participants
from coding.metadata.portraits_table import export_portraits
from coding.metadata.questions_table import export_questions
from coding.metadata.summaries_table import export_summaries
from coding.order import ordered_interviews
from coding.reports.leaving import replacing
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.participant import Participant

TRANSCRIPTS = "transcripts"


def export_folder(session: Session, folder: Path) -> list[str]:
    """Write every table into ``folder`` (made if needed) and each transcript as text in a folder below it; returns
    the names of the files. Raises KnownError when the folder cannot be made or written."""
    tables: dict[str, Callable[[Session, Path], None]] = {
        "interviews.csv": export_interviews, "participants.csv": export_participants, "groups.csv": export_groups,
        "codebook.csv": export_codebook, "codings.csv": export_codings, "asked.csv": export_asked,
        "memos.csv": export_memos, "summaries.csv": export_summaries, "guide.csv": export_guide,
        "portraits.csv": export_portraits, "contradictions.csv": export_contradictions,
        "questions.csv": export_questions, "speakers.csv": _speakers, "turns.csv": _turns,
    }
    below = folder / TRANSCRIPTS
    try:
        below.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            N_("{file} cannot be written: {reason}."), file=str(folder), reason=error.strerror or str(error)) from error
    for name, export in tables.items():
        export(session, folder / name)
    return [*tables, *(f"{TRANSCRIPTS}/{name}" for name in _transcripts(session, below))]


def _transcripts(session: Session, folder: Path) -> Iterator[str]:
    taken: set[str] = set()
    for row in ordered_interviews(session):
        stem = _stem(row.title)
        name = f"{stem}.txt" if stem.casefold() not in taken else f"{stem} {row.id}.txt"
        taken.add(stem.casefold())
        text = session.scalars(select(Interview.text).where(Interview.id == row.id)).one()
        with replacing(folder / name) as partial:
            partial.write_text(text, encoding="utf-8", newline="\n")
        yield name


def _stem(title: str) -> str:
    """A file name that any disk takes: no sign that one forbids, at most 200 bytes."""
    whole = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", title).encode()
    return whole[:200].decode("utf-8", "ignore")


def _speakers(session: Session, path: Path) -> None:
    rows = session.execute(
        select(Interview.title, Speaker.label, Speaker.is_interviewer, Participant.name)
        .join(Interview, Interview.id == Speaker.interview_id)
        .outerjoin(Participant, Participant.id == Speaker.participant_id)
        .order_by(Interview.position, Interview.id, Speaker.id))
    sheets.write(path, ("interview", "speaker", "interviewer", "participant"), (
        (title, label, "yes" if asks else "no", name) for title, label, asks, name in rows))


def _turns(session: Session, path: Path) -> None:
    sheets.write(path, ("interview", "turn", "speaker", "time_ms", "start", "text"), _spoken(session))


def _spoken(session: Session) -> Iterator[tuple[object, ...]]:
    for row in ordered_interviews(session):
        text = session.scalars(select(Interview.text).where(Interview.id == row.id)).one()
        for number, label, time_ms, start, end in session.execute(
            select(Turn.number, Speaker.label, Turn.time_ms, Turn.start, Turn.end)
            .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
            .where(Turn.interview_id == row.id).order_by(Turn.number)
        ):
            yield row.title, number, label, time_ms, start, text[start:end]
