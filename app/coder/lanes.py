# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes: passages that overlap are kept apart, each of their codes in the lowest lane that is free."""

from __future__ import annotations

from heapq import heappop, heappush

from coding.passage_index import Mark, PassageIndex, Span


class Lanes:
    """The lanes of every passage of an index, one a code (one for a passage that bears only a memo).

    A passage's lanes depend on those it overlaps, directly or through others, and on nothing else: after a change
    only such a cluster is laid again.
    """

    def __init__(self, index: PassageIndex, length: int) -> None:
        self._index = index
        self._lanes: dict[int, tuple[int, ...]] = {}
        self._lay(index.between(0, length))

    def of(self, passage_id: int) -> tuple[int, ...]:
        """The lanes of a passage, in the order of its codes."""
        return self._lanes.get(passage_id, (0,))

    def refresh(self, start: int, end: int) -> Span:
        """Lay again whatever is linked to [start, end); returns the span that may look different."""
        while True:
            marks = self._index.between(start, end)
            low = min((mark.start for mark in marks), default=start)
            high = max((mark.end for mark in marks), default=end)
            if low >= start and high <= end:
                break
            start, end = min(low, start), max(high, end)
        self._lay(marks)
        return start, end

    def _lay(self, marks: list[Mark]) -> None:
        free: list[int] = []
        busy: list[tuple[int, int]] = []
        opened = 0
        for mark in marks:
            while busy and busy[0][0] <= mark.start:
                heappush(free, heappop(busy)[1])
            taken = []
            for _code in mark.codes or (0,):
                if free:
                    lane = heappop(free)
                else:
                    lane, opened = opened, opened + 1
                taken.append(lane)
                heappush(busy, (mark.end, lane))
            self._lanes[mark.id] = tuple(taken)
