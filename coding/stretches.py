# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who answer say, cut into runs of sentences: what could be a passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import sentences
from coding.order import ordered_interviews
from coding.passage_bounds import trimmed
from models.interview import Interview, Speaker, Turn

LONGEST = 350  # characters: two or three sentences, the length of most passages


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of sentences of one turn, at [start, end) of an interview, in code points, with its words; ``turn`` is
    1-based."""

    interview_id: int
    turn: int
    start: int
    end: int
    words: str


def stretches(session: Session, interview_ids: Collection[int] | None = None) -> list[Stretch]:
    """Those of some interviews, of all when None, in the recorded order. The words of interviewers are left out; a
    sentence longer than LONGEST is a run by itself."""
    found: list[Stretch] = []
    for row in ordered_interviews(session):
        if interview_ids is None or row.id in interview_ids:
            found += _of(session, row.id)
    return found


def _of(session: Session, interview_id: int) -> Iterator[Stretch]:
    text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
    turns = session.execute(
        select(Turn.number, Turn.start, Turn.end, Speaker.is_interviewer)
        .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.label_start)).all()
    cased = sentences.is_cased(text, [turn.start for turn in turns])
    for turn in turns:
        if not turn.is_interviewer:
            for low, high in _runs(sentences.sentences(text, turn.start, turn.end, cased=cased)):
                start, end = trimmed(text, low, high)
                if start < end:
                    yield Stretch(interview_id, turn.number, start, end, text[start:end])


def _runs(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences put together while they are not too long."""
    low = high = None
    for start, end in spans:
        if low is not None and high is not None and end - low <= LONGEST:
            high = end
            continue
        if low is not None and high is not None:
            yield low, high
        low, high = start, end
    if low is not None and high is not None:
        yield low, high
