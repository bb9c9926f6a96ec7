# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the passages of an open project by the language model, in the background, with progress and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from app.desk import Desk
from app.tasks import Tasks
from coding.elsewhere import Cancelled
from coding.lemmas import Lemmas
from models.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Learning(QObject):
    """``lemmas`` is what was learnt this sitting. ``turned`` says that reading began or ended, ``told`` is its
    progress; ``error`` is why it failed, None when it did not or was stopped."""

    turned = pyqtSignal()
    told = pyqtSignal(int, int, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lemmas = Lemmas()
        self.reading = False
        self.error: KnownError | None = None
        self._desk = desk
        self._stop = threading.Event()
        self._tasks = Tasks(self, inline=desk.tasks.inline)  # neither writing nor exports wait for it
        desk.closing.connect(self._close)

    def learn(self, find: Callable[[Session], list[str]]) -> None:
        """Read those of the texts found that are not known yet."""
        if self.reading:
            return
        stop = self._stop = threading.Event()
        self.reading, self.error = True, None
        self.turned.emit()

        def work() -> None:
            self.lemmas.learn(self._desk.read_now(find), self.told.emit, stop.is_set)

        self._tasks.read(work, self._end, self._fail)

    def stop(self) -> None:
        """End the reading under way; what was known stays."""
        self._stop.set()

    def _end(self, _none: object) -> None:
        self.reading = False
        self.turned.emit()

    def _fail(self, error: KnownError) -> None:
        self.reading = False
        self.error = None if isinstance(error, Cancelled) else error
        self.turned.emit()

    def _close(self) -> None:
        self.stop()
        self._tasks.close()
