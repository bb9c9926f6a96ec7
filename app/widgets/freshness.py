# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading for a view: at once when it is seen, later when it is not, and never an old answer after a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QWidget

from app.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")


class Latest:
    """Long reads of which only the answer to the last one asked counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = 0

    def read(self, query: Callable[[Session], T], then: Callable[[T], None]) -> None:
        """Run ``query`` on the reading thread; ``then`` is called unless another was asked meanwhile."""
        self._asked += 1
        ticket = self._asked
        self._desk.read(query, lambda answer: then(answer) if ticket == self._asked else None)


class Freshness:
    """Calls ``reload`` when something changed and ``view`` is seen; waits for ``catch_up`` otherwise."""

    def __init__(self, view: QWidget, reload: Callable[[], None], delay_ms: int = 120) -> None:
        self._view = view
        self._stale = True
        self._reload = reload
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._due)

    def mark(self) -> None:
        """What the view shows is no longer true."""
        self._stale = True
        if self._view.isVisible():
            self._timer.start()

    def _due(self) -> None:
        if self._view.isVisible():  # the page, or the project, may have been left meanwhile
            self.catch_up()

    def catch_up(self) -> None:
        """Reload now, if anything changed since the last time."""
        if self._stale:
            self._stale = False
            self._reload()
