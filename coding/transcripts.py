# SPDX-License-Identifier: GPL-3.0-or-later
"""One interview as it is read on screen: its text, its turns and who speaks in each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import sentences, words
from coding.language import N_
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.participant import Participant, Participation

Span = tuple[int, int]


@dataclass(frozen=True)
class TurnText:
    """One turn: its label at [label_start, start), its words at [start, end), in code points. ``speaker`` is the
    transcript's label, empty when it gives none; ``time_ms`` counts from the beginning of the recording."""

    number: int
    label_start: int
    start: int
    end: int
    speaker: str
    is_interviewer: bool
    time_ms: int | None


@dataclass(frozen=True)
class TranscriptText:
    """An interview's text and turns, the turns in order. ``people`` are (name, role) pairs."""

    interview_id: int
    title: str
    text: str
    turns: tuple[TurnText, ...]
    people: tuple[tuple[str, str], ...] = ()
    mode: str = ""
    duration_min: int | None = None
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [turn.label_start for turn in self.turns])

    def turn_at(self, offset: int) -> TurnText | None:
        """The turn that holds ``offset``, its label and the white space after it included; None before the first."""
        place = bisect_right(self._starts, offset) - 1
        return self.turns[place] if place >= 0 else None

    def word_at(self, offset: int) -> Span:
        """The word around ``offset``, within its turn."""
        low, high = self.turn_span(offset)
        start, end = words.word_at(self.text, min(max(low, offset), max(low, high - 1)))
        return max(low, start), max(low, min(high, end))

    def sentence_at(self, offset: int) -> Span:
        """The sentence around ``offset``, within its turn, with the white space after it."""
        return sentences.sentence_at(self.text, *self.turn_span(offset), offset, cased=self._cased)

    def paragraph_at(self, offset: int) -> Span:
        """The line around ``offset``, within its turn."""
        low, high = self.turn_span(offset)
        offset = max(low, offset)
        start = max(low, self.text.rfind("\n", low, offset) + 1)
        end = self.text.find("\n", offset, high)
        return start, high if end < 0 else end

    def word_step(self, offset: int, direction: int) -> int:
        """Where a bound at ``offset`` goes when it is moved by a word: starts of words backwards, ends forwards."""
        return words.end_after(self.text, offset) if direction > 0 else words.start_before(self.text, offset)

    def turn_span(self, offset: int) -> Span:
        """The words of the turn at ``offset``, its label left out; what stands between two turns; or the title
        block."""
        turn = self.turn_at(offset)
        if turn is not None and offset <= turn.end:
            return turn.start, turn.end
        after = bisect_right(self._starts, offset)
        high = self._starts[after] if after < len(self._starts) else len(self.text)
        return turn.end if turn is not None else 0, high

    @cached_property
    def _cased(self) -> bool:
        """Whether its sentences begin with capitals."""
        return sentences.is_cased(self.text, [turn.start for turn in self.turns])


def read(session: Session, interview_id: int) -> TranscriptText:
    """The transcript of an interview. Raises KnownError when it no longer exists."""
    row = session.execute(
        select(Interview.title, Interview.text, Interview.mode, Interview.duration_min)
        .where(Interview.id == interview_id)
    ).one_or_none()
    if row is None:
        raise KnownError(N_("This interview is no longer in the project."))
    turns = session.execute(
        select(Turn.number, Turn.label_start, Turn.start, Turn.end, Speaker.label, Speaker.is_interviewer,
               Turn.time_ms)
        .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.label_start)
    )
    people = session.execute(
        select(Participant.name, Participation.role)
        .join(Participation, Participation.participant_id == Participant.id)
        .where(Participation.interview_id == interview_id).order_by(Participation.position, Participation.id)
    )
    return TranscriptText(
        interview_id, row.title, row.text,
        tuple(TurnText(number, low, start, end, label or "", bool(asks), time)
              for number, low, start, end, label, asks, time in turns),
        tuple((name, role) for name, role in people), row.mode, row.duration_min,
    )
