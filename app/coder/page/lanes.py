# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes: passages that overlap are kept apart, each of their codes in the lowest lane that is free."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count, islice

from coding.intervals import Intervals, Mark, Span

REACH = 20_000  # code points: passages linked farther than this stay where they are when one of them changes


class Lanes:
    """The lanes of every passage shown, one a code (one for a passage that bears only a memo).

    A passage's lanes depend on those it overlaps, directly or through others: after a change only such a cluster is
    laid again, or, when a passage as long as a chapter links everything, only what changed.
    """

    def __init__(self, view: Intervals, length: int) -> None:
        self._view = view
        self._lanes: dict[int, tuple[int, ...]] = {}
        self.depth = 0  # how many lanes have been needed
        self._lay(view.between(0, length))

    def of(self, passage_id: int) -> tuple[int, ...]:
        """The lanes of a passage, in the order of its codes."""
        return self._lanes.get(passage_id, (0,))

    def refresh(self, start: int, end: int) -> Span:
        """Lay again whatever is linked to [start, end), the bounds of a passage that changed; returns the span that
        may look different."""
        low, high = start, end
        while high - low <= REACH:
            marks = self._view.between(low, high)
            first = min((mark.start for mark in marks), default=low)
            last = max((mark.end for mark in marks), default=high)
            if first >= low and last <= high:
                self._lay(marks)
                return low, high
            low, high = min(first, low), max(last, high)
        self._fit([mark for mark in self._view.between(start, end) if (mark.start, mark.end) == (start, end)])
        return start, end

    def _lay(self, marks: list[Mark]) -> None:
        """Lay a whole cluster."""
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
        self.depth = max(self.depth, opened)

    def _fit(self, marks: list[Mark]) -> None:
        """Lay some of a cluster, the others staying where they are."""
        for mark in marks:
            self._lanes.pop(mark.id, None)
        for mark in marks:
            others = self._view.between(mark.start, mark.end)
            taken = {lane for other in others for lane in self._lanes.get(other.id, ())}
            free = islice((lane for lane in count() if lane not in taken), len(mark.codes) or 1)
            self._lanes[mark.id] = tuple(free)
            self.depth = max(self.depth, self._lanes[mark.id][-1] + 1)
