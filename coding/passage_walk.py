# SPDX-License-Identifier: GPL-3.0-or-later
"""From one passage to another: the next one of a code, across interviews; the one to join with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from coding.intervals import Intervals, Mark
from models.passage import Coding, Passage

Place = tuple[int, int, int]  # start, end, id of a passage: the order of reading, the longer first
BEYOND = 1 << 62


@dataclass(frozen=True)
class Step:
    """Where one goes; ``wrapped`` when the search went past the last interview, or the first, to get there."""

    passage_id: int
    interview_id: int
    start: int
    end: int
    wrapped: bool


def before(offset: int) -> Place:
    """The place just before the passages that begin at a code point."""
    return offset, BEYOND, -1


def next_of_code(session: Session, code_ids: Collection[int], *, order: Sequence[int], interview_id: int, place: Place,
                 direction: int, coder_id: int | None = None) -> Step | None:
    """The passage that bears one of the codes after ``place`` (before it when ``direction`` is -1), then in the
    interviews that follow in ``order``, then from the other end; None when no passage bears one. ``coder_id``: only
    what this coder gave."""
    given: ColumnElement[bool] = Coding.code_id.in_(code_ids)
    if coder_id is not None:
        given = and_(given, Coding.coder_id == coder_id)
    found = _within(session, given, interview_id, place, direction)
    if found is not None:
        return Step(found[2], interview_id, found[0], found[1], False)
    bearing = set(session.scalars(
        select(Passage.interview_id).distinct().join(Coding, Coding.passage_id == Passage.id)
        .where(given)))
    here = order.index(interview_id)
    ahead = order[here + 1 :] if direction > 0 else order[:here][::-1]
    behind = order[: here + 1] if direction > 0 else order[here:][::-1]
    for wrapped, interviews in ((False, ahead), (True, behind)):
        for key in interviews:
            first = _within(session, given, key, None, direction) if key in bearing else None
            if first is not None:
                return Step(first[2], key, first[0], first[1], wrapped)
    return None


def to_join(index: Intervals, mark: Mark, limit: int) -> Mark | None:
    """The passage to join with one: the next that shares a code with it, else the next that goes on further; only
    one that begins before ``limit``."""
    after = [other for other in index.between(mark.start, max(limit, mark.end))
             if (other.start, -other.end, other.id) > (mark.start, -mark.end, mark.id)]
    sharing = (other for other in after if set(other.codes) & set(mark.codes))
    return next(sharing, None) or next((other for other in after if other.end > mark.end), None)


def _within(session: Session, given: ColumnElement[bool], interview_id: int, place: Place | None,
            direction: int) -> Place | None:
    """The first passage of an interview so coded after ``place`` (the last before it), from its beginning (its end)
    without."""
    bears = select(Coding.id).where(Coding.passage_id == Passage.id, given).exists()
    query = select(Passage.start, Passage.end, Passage.id).where(Passage.interview_id == interview_id, bears)
    if place is not None:
        start, end, key = place
        same = Passage.start == start
        query = query.where(
            or_(Passage.start > start, and_(same, Passage.end < end),
                and_(same, Passage.end == end, Passage.id > key)) if direction > 0 else
            or_(Passage.start < start, and_(same, Passage.end > end),
                and_(same, Passage.end == end, Passage.id < key)))
    onwards = query.order_by(Passage.start, Passage.end.desc(), Passage.id)
    backwards = query.order_by(Passage.start.desc(), Passage.end, Passage.id.desc())
    row = session.execute((onwards if direction > 0 else backwards).limit(1)).one_or_none()
    return (row[0], row[1], row[2]) if row is not None else None
