# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus: every act on interviews as wholes.

Acts take a session and are run by the writer. Reading is in ``coding.interviews`` and ``coding.order``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import groups, order, participants, units
from coding.guides import asked
from coding.ids import ahead
from coding.intake.transcript import Transcript
from coding.interviews import InterviewRow, get, interviews
from coding.language import N_
from coding.passages import remove as remove_passage
from coding.speakers import link_by_name, link_speaker, set_interviewer, speakers
from models.base import new_guid, now
from models.dismissal import Dismissal
from models.errors import KnownError
from models.group import GroupMember
from models.guide import InterviewGuide, ThemeAsked
from models.interview import KINDS, STATUSES, Interview, InterviewUnit, Speaker, Turn
from models.left_out import LeftOut
from models.memo import CellSummary, Memo
from models.participant import AttributeValue, Participation
from models.passage import Passage
from models.rereading import Rereading
from models.saved_query import QuoteOrder

__all__ = [
    "InterviewRow", "add_transcript", "interviews", "link_speaker", "remove_interview", "rename", "set_details",
    "set_interviewer", "set_order", "set_status", "speakers", "text_hash",
]


def text_hash(text: str) -> str:
    """What tells two texts apart: SHA-256 of the UTF-8 text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def add_transcript(
    session: Session, transcript: Transcript, *, group: str | None = None, title: str | None = None,
    twice: bool = False, guid: str | None = None, linked: bool = True,
) -> int:
    """Put a transcript at the end of the corpus, in ``group`` (made if needed); returns the interview's id.

    A title already taken gets a number. Voices that bear a name become participants, unless ``linked`` is False. Raises
    KnownError when the same text is already there, unless it may be there ``twice``.
    """
    digest = text_hash(transcript.text)
    twin = session.scalar(select(Interview.title).where(Interview.text_hash == digest))
    if twin is not None and not twice:
        raise KnownError(
            N_("{file} is already in the project, as “{title}”: the text is the same."),
            file=transcript.file_name, title=twin,
        )
    last = session.scalar(select(func.max(Interview.position)))
    row = Interview(
        guid=guid or new_guid(), title=_free_title(session, _clean(title or transcript.title) or transcript.file_name),
        file_name=transcript.file_name, kind=transcript.kind, position=0 if last is None else last + 1,
        text=transcript.text, length=len(transcript.text), text_hash=digest,
    )
    session.add(row)
    session.flush()
    add_turns(session, row.id, transcript)
    if linked:
        link_by_name(session, row.id)
    if group:
        groups.set_groups(session, row.id, [groups.obtain(session, group)])
    return row.id


def remove_interview(session: Session, interview_id: int) -> None:
    """Delete an interview with its text, passages, memos, summaries and values. Participants and units that serve
    nothing else go too; groups stay."""
    interview = get(session, interview_id)
    for passage_id in session.scalars(select(Passage.id).where(Passage.interview_id == interview_id)).all():
        remove_passage(session, passage_id=passage_id)
    people = session.scalars(
        select(Participation.participant_id).where(Participation.interview_id == interview_id)).all()
    speaks_for = session.scalars(select(InterviewUnit.unit_id).where(InterviewUnit.interview_id == interview_id)).all()
    for turn, _question in asked.put_in(session, interview_id):
        asked.pass_on(session, turn.id, to=None)
    models: tuple[type[Any], ...] = (
        Memo, CellSummary, ThemeAsked, Rereading, LeftOut, QuoteOrder, Dismissal, InterviewGuide, AttributeValue,
        GroupMember, Participation, InterviewUnit, Turn, Speaker)
    for model in models:
        for row in session.scalars(select(model).where(model.interview_id == interview_id)):
            session.delete(row)
        session.flush()
    session.delete(interview)
    session.flush()
    participants.drop_unused(session, people)
    units.drop_unused(session, speaks_for)


def rename(session: Session, interview_id: int, title: str) -> None:
    """Give an interview another title. Raises KnownError when it is empty or another interview has it."""
    title = _clean(title)
    if not title:
        raise KnownError(N_("An interview needs a title."))
    holder = session.scalar(select(Interview.id).where(Interview.title == title))
    if holder not in (None, interview_id):
        raise KnownError(N_("Another interview is already called “{title}”. Choose another title."), title=title)
    row = get(session, interview_id)
    if row.title != title:
        row.title = title


def set_status(session: Session, interview_id: int, status: str) -> None:
    """Say how far the coding of an interview has come (one of STATUSES)."""
    set_details(session, interview_id, status=status)


def set_details(session: Session, interview_id: int, **fields: Any) -> bool:
    """Change an interview's kind, status, date, mode, duration_min, portrait, place_left or is_withheld; say whether
    any did.

    Values must be of the column's type: kinds and statuses as in ``models.interview``, a ``date``, minutes. An
    interview that becomes re-read was so now; one that no longer is never was.
    """
    unknown = set(fields) - {"kind", "status", "date", "mode", "duration_min", "portrait", "place_left", "is_withheld"}
    if unknown or fields.get("kind", "interview") not in KINDS or fields.get("status", "to_do") not in STATUSES:
        raise ValueError(f"{unknown or fields}")
    row = get(session, interview_id)
    changed = {key: value for key, value in fields.items() if getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    if "status" in changed:
        read_at = now() if row.status == "reread" else None
        if row.reread_at != read_at:
            row.reread_at = read_at
    return bool(changed)


def set_order(session: Session, interview_ids: Sequence[int]) -> None:
    """Put these interviews first, in this order, the others after them; the order is then the one given by hand."""
    order.place(session, interview_ids)
    order.choose(session, "manual")


def _clean(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).split("\n")).strip()


def _free_title(session: Session, title: str) -> str:
    taken = set(session.scalars(select(Interview.title)))
    free, number = title, 2
    while free in taken:
        free, number = f"{title} ({number})", number + 1
    return free


def add_turns(session: Session, interview_id: int, transcript: Transcript) -> None:
    """The turns of a transcript, and those of its speakers whom the interview does not have yet."""
    voices = {voice.label: voice for voice in session.scalars(
        select(Speaker).where(Speaker.interview_id == interview_id))}
    for seen in transcript.speakers:
        if seen.label not in voices:
            voices[seen.label] = Speaker(interview_id=interview_id, label=seen.label, is_interviewer=seen.interviewer)
            session.add(voices[seen.label])
    session.flush()
    ids = ahead(session, Turn)
    session.add_all(
        Turn(
            id=next(ids), interview_id=interview_id, number=number, label_start=turn.label_start, start=turn.start,
            end=turn.end, speaker_id=None if turn.speaker is None else voices[turn.speaker].id, time_ms=turn.time_ms,
        )
        for number, turn in enumerate(transcript.turns, start=1)
    )
    session.flush()
