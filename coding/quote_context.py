# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said before and after a quote, when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_
from coding.voices import Voices
from models.errors import KnownError
from models.interview import Interview, Turn


@dataclass(frozen=True)
class Said:
    """What one voice says in a turn, on one line: the turn's 1-based number, whom it is attributed to, whether it is
    the interviewer."""

    number: int
    name: str
    asks: bool
    words: str


@dataclass(frozen=True)
class Context:
    """What stands before a quote and what stands after it, in the order of the interview."""

    before: tuple[Said, ...]
    after: tuple[Said, ...]


def around(session: Session, interview_id: int, start: int, end: int, turns: int = 1) -> Context:
    """What is said around [start, end) of an interview (code points): what is left of the turns it begins and ends in,
    then ``turns`` turns more on either side, those that say nothing left out. Raises KnownError when the interview is
    gone."""
    text = session.scalar(select(Interview.text).where(Interview.id == interview_id))
    if text is None:
        raise KnownError(N_("This interview is no longer in the project. It may have been removed meanwhile."))
    spoken = [turn for turn in session.execute(
        select(Turn.number, Turn.start, Turn.end, Turn.speaker_id).where(Turn.interview_id == interview_id)
        .order_by(Turn.label_start)) if text[turn.start : turn.end].strip()]
    voices = Voices(session, {interview_id})

    def said(found: Iterable[Any], low: int, high: int) -> tuple[Said, ...]:
        heard = ((turn.number, voices.within(interview_id, turn.number, turn.speaker_id, None,
                                             text[max(turn.start, low) : min(turn.end, high)])) for turn in found)
        return tuple(Said(number, words.voices[0].name, words.asks, words.printed)
                     for number, words in heard if words.printed)

    within = [place for place, turn in enumerate(spoken) if turn.start < end and start < turn.end]
    earlier = [place for place, turn in enumerate(spoken) if turn.end <= start]
    first = within[0] if within else len(earlier)
    last = within[-1] + 1 if within else len(earlier)
    return Context(said(spoken[max(0, first - turns) : first + 1 if within else first], 0, start),
                   said(spoken[last - 1 if within else last : last + turns], end, len(text)))
