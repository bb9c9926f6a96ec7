# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks on a text, found by where they stand without scanning the others."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

BUCKET = 1024  # code points a bucket; a mark stands in each bucket it crosses

Span = tuple[int, int]


class Mark(NamedTuple):
    """A passage as the page shows it. ``codes`` are distinct, in the order they were given."""

    id: int
    start: int
    end: int
    codes: tuple[int, ...]
    strong: bool
    has_memo: bool


class Segment(NamedTuple):
    """A stretch of text over which the same passages stand: their marks, the outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Intervals:
    """Look-up costs what it returns, not what the interview holds. Spans are [start, end) in code points."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks: dict[int, Mark] = {}
        self._buckets: dict[int, set[int]] = defaultdict(set)
        for mark in marks:
            self.place(mark)

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        """In reading order."""
        return iter(sorted(self._marks.values(), key=reading_order))

    def get(self, passage_id: int) -> Mark | None:
        """The mark of a passage, if it stands here."""
        return self._marks.get(passage_id)

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that overlap [start, end), in reading order, the longer first."""
        first, last = start // BUCKET, max(start, end - 1) // BUCKET
        found: set[int] = set()
        if last - first > len(self._buckets):
            found.update(self._marks)
        else:
            for bucket in range(first, last + 1):
                found |= self._buckets.get(bucket, set())
        marks = map(self._marks.__getitem__, found)
        return sorted((m for m in marks if m.start < end and start < m.end), key=reading_order)

    def at(self, offset: int) -> list[Mark]:
        """The marks over one code point, in reading order."""
        return self.between(offset, offset + 1)

    def segments(self, start: int, end: int) -> list[Segment]:
        """[start, end) cut wherever a mark begins or ends; stretches without a mark are left out."""
        marks = self.between(start, end)
        cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
        pieces: list[Segment] = []
        over: list[Mark] = []
        coming = 0
        for low, high in itertools.pairwise(cuts):
            over = [mark for mark in over if mark.end > low]
            while coming < len(marks) and marks[coming].start <= low:
                over.append(marks[coming])
                coming += 1
            if over:
                pieces.append(Segment(low, high, tuple(over)))
        return pieces

    def place(self, mark: Mark) -> None:
        """Put a mark where it stands, in the place of the one it had."""
        known = self._marks.get(mark.id)
        if known is None or (known.start, known.end) != (mark.start, mark.end):
            self.lift(mark.id)
            for bucket in range(mark.start // BUCKET, (mark.end - 1) // BUCKET + 1):
                self._buckets[bucket].add(mark.id)
        self._marks[mark.id] = mark

    def lift(self, passage_id: int) -> None:
        """Take the mark of a passage away, if it stands here."""
        mark = self._marks.pop(passage_id, None)
        if mark is not None:
            for bucket in range(mark.start // BUCKET, (mark.end - 1) // BUCKET + 1):
                self._buckets[bucket].discard(mark.id)


def reading_order(mark: Mark) -> tuple[int, int, int]:
    """By start, the longer first."""
    return mark.start, -mark.end, mark.id
