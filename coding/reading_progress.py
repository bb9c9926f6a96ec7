# SPDX-License-Identifier: GPL-3.0-or-later
"""How far one has read and coded each interview, and the turns to revisit.

Shares are of letters: what is read, of all that is said; what is coded, of what participants say. A text without
turns counts as said by a participant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from coding.changes import Change
from coding.interviews import get
from coding.language import N_
from coding.row_images import RowImage
from coding.row_parts import in_parts
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.passage import Coding, Passage

Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])
Span = tuple[int, int]
OWN = {"interview": {"read_to"}, "turn": {"to_revisit"}}  # the columns that hold progress
_HOLDERS: dict[str, type[Turn] | type[Speaker] | type[Passage]] = {
    "turn": Turn, "speaker": Speaker, "passage": Passage}


@dataclass(frozen=True)
class Progress:
    """Letters said, and of those read; letters that participants said, and of those coded. ``read_turn`` and
    ``coded_turn`` are the numbers of the last turn that was begun to be read, and that bears a coded passage."""

    said: int
    read: int
    theirs: int
    coded: int
    turns: int
    read_to: int
    read_turn: int | None
    coded_turn: int | None
    to_revisit: tuple[int, ...]  # numbers of turns

    @property
    def read_share(self) -> float:
        """From 0 to 1."""
        return self.read / self.said if self.said else 0.0

    @property
    def coded_share(self) -> float:
        """From 0 to 1."""
        return self.coded / self.theirs if self.theirs else 0.0

    @property
    def ended(self) -> bool:
        """Whether it is read to the end."""
        return self.said > 0 and self.read == self.said


class ProgressBook:
    """The progress of every interview: read once, then only of those that changes touched."""

    def __init__(self) -> None:
        self._known: dict[int, Progress] | None = None
        self._stale: set[int] = set()
        self._holders: dict[str, set[int]] = defaultdict(set)  # rows touched, whose interviews are yet unknown

    def follow(self, change: Change) -> None:
        """Note what a committed change touched."""
        for image in change.images:
            self._note(image)

    def refreshed(self, session: Session) -> Mapping[int, Progress]:
        """Progress by interview, as of now. What is noted meanwhile, on another thread, waits for the next time."""
        stale, self._stale = self._stale, set()
        holders, self._holders = self._holders, defaultdict(set)
        if self._known is None:
            self._known = read(session)
        else:
            for table, ids in holders.items():
                model = _HOLDERS[table]
                stale |= set(session.scalars(select(model.interview_id).where(model.id.in_(ids))))
            if stale:
                fresh = read(session, stale)
                self._known = {key: value for key, value in self._known.items() if key not in stale} | fresh
        return self._known

    def _note(self, image: RowImage) -> None:
        row = (image.before or {}) | (image.after or {})
        if image.table == "interview":
            self._stale.add(image.id)
        elif image.table == "coding" and "passage_id" in row:
            self._holders["passage"].add(row["passage_id"])
        elif image.table in _HOLDERS and "interview_id" in row:
            self._stale.add(row["interview_id"])
        elif image.table in _HOLDERS:
            self._holders[image.table].add(image.id)


def is_progress(change: Change) -> bool:
    """Whether a change touched nothing but how far one has read and what is to be revisited."""
    return bool(change.images) and all(
        image.before is not None and image.after is not None and set(image.after) <= OWN.get(image.table, set())
        for image in change.images)


def read_up_to(session: Session, interview_id: int, offset: int) -> None:
    """Say that an interview is read up to there; 0 for not at all."""
    row = get(session, interview_id)
    if row.read_to != offset:
        row.read_to = offset


def set_to_revisit(session: Session, interview_id: int, number: int, wanted: bool) -> None:
    """Say whether one means to come back to a turn. Raises KnownError when it no longer exists."""
    turn = session.scalar(select(Turn).where(Turn.interview_id == interview_id, Turn.number == number))
    if turn is None:
        raise KnownError(N_("This turn is no longer in the interview."))
    if turn.to_revisit != wanted:
        turn.to_revisit = wanted


def read(session: Session, interview_ids: Iterable[int] | None = None) -> dict[int, Progress]:
    """The progress of these interviews, or of all."""
    ids = list(interview_ids) if interview_ids is not None else None
    query = select(Interview.id, Interview.length, Interview.read_to)
    rows = session.execute(query if ids is None else query.where(Interview.id.in_(ids)))
    bounds = {key: (length, read_to) for key, length, read_to in rows}
    marks = _coded(session, ids)
    found = {key: _progress(turns, marks.get(key, []), *bounds[key]) for key, turns in _turns(session, ids)}
    for key in bounds.keys() - found.keys():
        found[key] = _progress([], marks.get(key, []), *bounds[key])
    return found


class _Said(NamedTuple):
    number: int
    start: int
    end: int
    asks: bool
    to_revisit: bool


def _progress(turns: Sequence[_Said], marks: Sequence[Span], length: int, read_to: int) -> Progress:
    said = turns or [_Said(0, 0, length, False, False)]
    theirs = [(turn.start, turn.end) for turn in said if not turn.asks]
    last = bisect_right(turns, marks[-1][1] - 1, key=lambda turn: turn.start) if marks else 0
    begun = sum(1 for turn in turns if turn.start < read_to)
    return Progress(
        said=sum(turn.end - turn.start for turn in said),
        read=sum(max(0, min(turn.end, read_to) - turn.start) for turn in said),
        theirs=sum(end - start for start, end in theirs), coded=_shared(theirs, marks), turns=len(turns),
        read_to=read_to, read_turn=turns[begun - 1].number if begun else None,
        coded_turn=turns[last - 1].number if last else None,
        to_revisit=tuple(turn.number for turn in turns if turn.to_revisit),
    )


def _shared(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """How many places stand in a span of both; each list is in order and none of its spans overlap."""
    total, at = 0, 0
    for start, end in spans:
        while at < len(others) and others[at][1] <= start:
            at += 1
        here = at
        while here < len(others) and others[here][0] < end:
            total += min(end, others[here][1]) - max(start, others[here][0])
            here += 1
    return total


def _turns(session: Session, ids: list[int] | None) -> Iterator[tuple[int, list[_Said]]]:
    """What is said in each interview that has turns, one interview after the other."""
    query = select(Turn.interview_id, Turn.number, Turn.start, Turn.end, Speaker.is_interviewer, Turn.to_revisit)
    query = query.outerjoin(Speaker, Speaker.id == Turn.speaker_id).order_by(Turn.interview_id, Turn.label_start)
    for key, rows in groupby(in_parts(session, _only(query, Turn, ids)), key=itemgetter(0)):
        yield key, [_Said(number, start, end, bool(asks), revisit) for _key, number, start, end, asks, revisit in rows]


def _coded(session: Session, ids: list[int] | None) -> dict[int, list[Span]]:
    """The stretches that coded passages cover, in order, none over another."""
    query = select(Passage.interview_id, Passage.start, Passage.end).where(Passage.id.in_(select(Coding.passage_id)))
    found: dict[int, list[Span]] = defaultdict(list)
    for key, start, end in in_parts(session, _only(query.order_by(Passage.interview_id, Passage.start), Passage, ids)):
        spans = found[key]
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return found


def _only(query: Q, model: type[Turn] | type[Passage], ids: list[int] | None) -> Q:
    return query if ids is None else query.where(model.interview_id.in_(ids))
