# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keyboard does to passages: goes from one to the next, moves their bounds, deletes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.acts import passages as acts
from app.coder.bounds import NUDGES, stepped
from app.coder.page import Page
from app.desk import Desk


class Moving:
    """Acts on the chosen passage of a page."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self._desk = desk
        self._page = page

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {
            "next_passage": partial(self._step, 1), "previous_passage": partial(self._step, -1),
            "remove": self._remove, **{verb: partial(self._nudge, verb) for verb in NUDGES},
        }

    def _step(self, direction: int) -> None:
        if self._page.reading is not None:
            mark = self._page.reading.next_mark(self._page.chosen_mark, self._page.caret(), direction)
            if mark is not None:
                self._page.choose(mark.id, show=True)

    def _remove(self) -> None:
        mark = self._page.chosen_mark
        if mark is not None and self._page.selected() is None:
            acts.remove(self._desk, passage_id=mark.id)

    def _nudge(self, verb: str) -> None:
        mark, reading = self._page.chosen_mark, self._page.reading
        if mark is None or reading is None:
            return
        span = stepped(reading.transcript, (mark.start, mark.end), *NUDGES[verb])
        if span is not None:
            acts.resize(self._desk, passage_id=mark.id, start=span[0], end=span[1],
                        then=lambda change: self._page.choose(int(change.result)))
