# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process of its own reads for a page, in the background: lemmas, or a vocabulary."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal

from app.desk import Desk
from app.tasks import Tasks
from coding.elsewhere import Cancelled, Told
from models.errors import KnownError

Work = Callable[[Told, Callable[[], bool]], Any]


class Learning(QObject):
    """One piece of work at a time. ``turned`` says that it began or ended, ``told`` is its progress; ``error`` is why
    it failed, None when it did not or was stopped."""

    turned = pyqtSignal()
    told = pyqtSignal(int, int, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self.error: KnownError | None = None
        self._stop = threading.Event()
        self._tasks = Tasks(self, inline=desk.tasks.inline)  # neither writing nor reading nor exports wait for it
        desk.closing.connect(self._close)

    def learn(self, work: Work, then: Callable[[Any], None]) -> None:
        """Do ``work``, which tells its progress and asks whether to stop; nothing while another is under way."""
        if self.busy:
            return
        stop = self._stop = threading.Event()
        self.busy, self.error = True, None
        self.turned.emit()

        def done(answer: Any) -> None:
            self.busy = False
            then(answer)
            self.turned.emit()

        self._tasks.read(lambda: work(self.told.emit, stop.is_set), done, self._fail)

    def stop(self) -> None:
        """End what is under way."""
        self._stop.set()

    def _fail(self, error: KnownError) -> None:
        self.busy = False
        self.error = None if isinstance(error, Cancelled) else error
        self.turned.emit()

    def _close(self) -> None:
        self.stop()
        self._tasks.close()
