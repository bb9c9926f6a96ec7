# SPDX-License-Identifier: GPL-3.0-or-later
"""A line at the foot of a page that says what comes of an export, with a way to its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QTimer, QUrl, pyqtSignal
from PyQt6.QtGui import QDesktopServices
from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app import parts
from coding.language import _

SHOWN_MS = 15_000


class Outcome(parts.Panel):
    """Hidden until there is something to say. ``told``, from any thread, is how far what is under way has come: done,
    total, what."""

    told = pyqtSignal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice-ok", parent)
        self._folder: Path | None = None
        self._stopping: Callable[[], None] | None = None
        self._text = parts.Elided()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self.stop = parts.button(_("Stop"), self._stop, name="flat")
        self._open = parts.button(_("Open the folder"), self.open_folder, name="flat")
        self._close = parts.button(_("Close"), self.hide, name="flat")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 4, 8, 4)
        line.addWidget(self._text, 1)
        for part in (self._progress, self.stop, self._open, self._close):
            line.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.told.connect(self._tell)
        self.text = ""
        self.hide()

    def working(self, text: str, stop: Callable[[], None] | None = None) -> None:
        """Something is under way, which ``stop`` ends, where it can be ended."""
        self._timer.stop()
        self._stopping = stop
        self._progress.setRange(0, 0)
        self.stop.setEnabled(True)
        self._say(text, None, busy=True)

    def done(self, text: str, path: Path) -> None:
        """A file was written."""
        self._say(text, path.parent, busy=False)
        self._timer.start(SHOWN_MS)

    def say(self, text: str) -> None:
        """Something to know, that leads nowhere."""
        self._stopping = None
        self._say(text, None, busy=False)
        self._timer.start(SHOWN_MS)

    def open_folder(self) -> None:
        """Show the folder of the file just written."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _say(self, text: str, folder: Path | None, *, busy: bool) -> None:
        self._folder, self.text = folder, text
        self._text.show_text(text)
        self._progress.setVisible(busy)
        self.stop.setVisible(busy and self._stopping is not None)
        self._open.setVisible(folder is not None)
        self._close.setVisible(not busy)
        self.show()

    def _tell(self, done: int, total: int, what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.setToolTip(what)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        if self._stopping is not None:
            self._stopping()
