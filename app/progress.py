# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work in a thread of its own, with a bar, and a button that stops it when it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app import messages, parts
from app.tasks import Tasks
from coding.elsewhere import Cancelled as Stopped
from coding.language import _
from models.errors import KnownError

Told = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
Submit = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[KnownError], None]], None]
PATIENCE = 300  # ms before the window appears


class Progress(QDialog):
    """``run`` does one work and closes by itself. It stands in the way of the window, never of the thread."""

    _told = pyqtSignal(int, int, str)

    def __init__(self, title: str, parent: QWidget | None, *, can_cancel: bool = False, inline: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fil rouge")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._tasks = Tasks(self, inline=inline)
        self._stop = threading.Event()
        self._ended = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.open)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._what = parts.Elided("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(title, "heading"))
        column.addWidget(self._bar)
        column.addWidget(self._what)
        self._can_cancel = can_cancel
        if can_cancel:
            column.addWidget(parts.button(_("Stop"), self._cancel), 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(420)
        self._told.connect(self._show)

    def run(self, work: Callable[[Told, Cancelled], Any], then: Callable[[Any], object],
            submit: Submit | None = None) -> None:
        """Do ``work(told, cancelled)``; ``then`` gets what it returns. A KnownError is shown, but for Stopped, which
        says what the user has just asked. ``submit`` runs it elsewhere than in a thread of its own."""
        (submit or self._tasks.read)(lambda: work(self._told.emit, self._stop.is_set),
                                     lambda done: self._end(lambda: then(done)),
                                     lambda error: self._end(lambda: self._fail(error)))
        if not self._ended:
            self._patience.start(PATIENCE)

    def reject(self) -> None:
        """Escape stops what can be stopped, and closes nothing before its end."""
        if self._can_cancel:
            self._cancel()

    def _cancel(self) -> None:
        self._stop.set()
        self._what.show_text(_("Stopping…"))

    def _show(self, done: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._stop.is_set():
            self._what.show_text(what)

    def _end(self, then: Callable[[], object]) -> None:
        self._ended = True
        self._patience.stop()
        self.done(QDialog.DialogCode.Accepted)
        self._tasks.close()
        self.deleteLater()
        then()

    def _fail(self, error: KnownError) -> None:
        if not isinstance(error, Stopped):
            messages.show_error(self.parentWidget(), error)
