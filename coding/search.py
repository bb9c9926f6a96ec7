# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index, in step with the turns; ``coding.searching`` searches it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.fold import fold
from models import dialect_sqlite
from models.interview import Interview, Turn


@dataclass(frozen=True)
class Hit:
    """A place where the sought words stand: span [start, end) of the interview's text, and the line around it, which is
    [low, high) there.
    ``speaker`` is who says it, as the corpus names them."""

    interview_id: int
    interview: str
    turn: int
    start: int
    end: int
    before: str
    found: str
    after: str
    speaker: str = ""
    asks: bool = False
    low: int = 0
    high: int = 0


def refresh(session: Session, turn_ids: Sequence[int]) -> None:
    """Bring the index in step with these turns, gone ones included."""
    connection = session.connection()
    dialect_sqlite.unindex_turns(connection, turn_ids)
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for at in range(0, len(turn_ids), 500):
        chunk = turn_ids[at : at + 500]
        for key, interview_id, start, end in session.execute(
            select(Turn.id, Turn.interview_id, Turn.start, Turn.end).where(Turn.id.in_(chunk))
        ):
            spans.setdefault(interview_id, []).append((key, start, end))
    for interview_id, turns in spans.items():
        text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
        dialect_sqlite.index_turns(connection, ((key, fold(text[start:end])) for key, start, end in turns))


def rebuild(session: Session) -> None:
    """Make the index anew from the turns there are, so that no word of what is gone stays in it."""
    dialect_sqlite.empty_search(session.connection())
    refresh(session, list(session.scalars(select(Turn.id))))
