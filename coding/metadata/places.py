# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a quote stands in an interview: exactly, after NFC, in the turn or at the offset given, or else once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_
from models.errors import KnownError
from models.interview import Interview, Turn


@dataclass(frozen=True)
class Place:
    """A span [start, end) of an interview's text, in code points, and the words there."""

    interview_id: int
    start: int
    end: int
    quote: str = field(compare=False)


class Texts:
    """The texts and turns of the interviews that an import speaks of, each read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: dict[int, str] = {}
        self._turns: dict[int, dict[int, tuple[int, int]]] = {}

    def place(self, interview_id: int, quote: str, *, turn: int | None = None, start: int | None = None) -> Place:
        """The place of ``quote``: at ``start`` (code points of the whole text) when it is given, else the first one
        that begins in the ``turn`` (1-based), else the only one of the interview.

        Raises KnownError when it is not there, stands in several places, or the turn does not exist.
        """
        if not quote:
            raise KnownError(N_("The row has no quote."))
        text = self._text(interview_id)
        if start is not None:
            if not text.startswith(quote, start) or start > len(text):
                raise KnownError(N_("The quote does not stand at {start} in the transcript."), start=start)
            return Place(interview_id, start, start + len(quote), quote)
        if turn is not None:
            return self._in_turn(interview_id, text, quote, turn)
        at = text.find(quote)
        if at < 0:
            raise KnownError(N_("The quote is not in the transcript, word for word."))
        if text.find(quote, at + 1) >= 0:
            raise KnownError(N_("The quote stands in several places: say which turn, or where it starts."))
        return Place(interview_id, at, at + len(quote), quote)

    def _in_turn(self, interview_id: int, text: str, quote: str, turn: int) -> Place:
        span = self._spans(interview_id).get(turn)
        if span is None:
            raise KnownError(N_("The transcript has no turn {turn}."), turn=turn)
        at = text.find(quote, span[0])
        if not span[0] <= at < span[1]:
            raise KnownError(N_("The quote is not in turn {turn}, word for word."), turn=turn)
        return Place(interview_id, at, at + len(quote), quote)

    def _text(self, interview_id: int) -> str:
        if interview_id not in self._texts:
            self._texts[interview_id] = self._session.scalars(
                select(Interview.text).where(Interview.id == interview_id)).one()
        return self._texts[interview_id]

    def _spans(self, interview_id: int) -> dict[int, tuple[int, int]]:
        if interview_id not in self._turns:
            self._turns[interview_id] = {
                number: (start, end) for number, start, end in self._session.execute(
                    select(Turn.number, Turn.start, Turn.end).where(Turn.interview_id == interview_id))
            }
        return self._turns[interview_id]
