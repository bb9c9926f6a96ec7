# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the work of a search's background has come, with a way to stop it, or why it failed."""

from __future__ import annotations

from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app import parts
from app.search.learning import Learning
from coding.language import _, say


class LearnBar(QWidget):
    """Hidden while nothing is under way and nothing failed."""

    def __init__(self, learning: Learning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning = learning
        self.text = parts.label("", "muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self.stop = parts.button(_("Stop"), learning.stop, name="flat")
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 6, 12, 6)
        line.addWidget(self.text)
        line.addWidget(self._progress)
        line.addWidget(self.stop)
        line.addStretch(1)
        learning.turned.connect(self.follow)
        learning.told.connect(self._tell)
        self.hide()

    def follow(self) -> None:
        """Say what is under way, or why it failed."""
        busy, error = self._learning.busy, self._learning.error
        self.text.setText(_("Reading the transcripts…") if busy else say(error) if error is not None else "")
        self._progress.setRange(0, 0)
        for part in (self._progress, self.stop):
            part.setVisible(busy)
        self.setVisible(busy or error is not None)

    def _tell(self, done: int, total: int, what: str) -> None:
        if self._learning.busy:
            self.text.setText(f"{what}…")
            self._progress.setRange(0, total)
            self._progress.setValue(done)
