# SPDX-License-Identifier: GPL-3.0-or-later
"""Search in the corpus: the index finds the turns, Python finds the words in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.fold import fold, fold_with_offsets, words
from models import dialect_sqlite
from models.interview import Interview, Turn


@dataclass(frozen=True)
class Hit:
    """A place where the sought words stand: span [start, end) of the interview's text, and a line around it."""

    interview_id: int
    interview: str
    turn: int
    start: int
    end: int
    before: str
    found: str
    after: str


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


def find(session: Session, query: str, *, limit: int = 500, around: int = 60) -> list[Hit]:
    """Where ``query`` stands in the corpus, whatever the accents and case: all its words in one turn, the last
    one perhaps unfinished; at most ``limit`` turns. Each turn gives its first place that reads as the query does,
    or the first of its words."""
    sought = words(query)
    turn_ids = dialect_sqlite.matching_turns(session.connection(), sought, limit=limit)
    if not turn_ids:
        return []
    turns = session.execute(
        select(Turn.interview_id, Turn.number, Turn.start, Turn.end).where(Turn.id.in_(turn_ids))
    ).all()
    interviews = {row[0] for row in turns}
    texts = {
        row.id: row for row in session.execute(
            select(Interview.id, Interview.title, Interview.text, Interview.position)
            .where(Interview.id.in_(interviews))
        )
    }
    ordered = sorted(turns, key=lambda row: (texts[row[0]].position, row[0], row[1]))
    hits = []
    for interview_id, number, start, end in ordered:
        source = texts[interview_id]
        low, high = _place(source.text[start:end], query, sought)
        low, high = start + low, start + high
        hits.append(Hit(
            interview_id, source.title, number, low, high,
            source.text[max(start, low - around) : low].replace("\n", " "),
            source.text[low:high],
            source.text[high : min(end, high + around)].replace("\n", " "),
        ))
    return hits


def _place(turn: str, query: str, sought: list[str]) -> tuple[int, int]:
    folded = fold(turn)
    for needle in (fold(query.strip()), *sought):
        at = folded.find(needle)
        if at >= 0:
            end = at + len(needle)
            if fold(turn[at:end]) == needle:  # nearly always: folding kept the length
                return at, end
            origin = fold_with_offsets(turn)[1]
            return origin[at], origin[end - 1] + 1
    return 0, 0
