# SPDX-License-Identifier: GPL-3.0-or-later
"""A line at the foot of the identities: what is being done to the project, then what was, which undo takes back."""

from __future__ import annotations

from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app import parts
from app.desk import Desk
from coding.changes import Change
from coding.language import _


class ToldBar(parts.Panel):
    """Hidden until there is something to say, and once another act was done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("notice-ok", parent)
        self._desk = desk
        self._shown: Change | None = None
        self.text = parts.label("", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self.undo = parts.button(_("Undo"), desk.undo, name="flat", icon="undo")
        self._close = parts.button(_("Close"), self.hide, name="flat")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        line.setSpacing(10)
        line.addWidget(self.text, 1)
        for part in (self._progress, self.undo, self._close):
            line.addWidget(part)
        desk.changed.connect(self._follow)
        desk.failed.connect(lambda _error: self.hide())
        self.hide()

    def working(self, text: str) -> None:
        """Something is under way."""
        self._say(text, busy=True)

    def done(self, text: str) -> None:
        """It was done, by the last act."""
        self._say(text, busy=False)
        self._shown = self._desk.writer.last

    def _say(self, text: str, *, busy: bool) -> None:
        self.text.setText(text)
        self._shown = None
        self._progress.setVisible(busy)
        self.undo.setVisible(not busy)
        self._close.setVisible(not busy)
        self.show()

    def _follow(self, _change: Change) -> None:
        if self._shown is not None and self._desk.writer.last is not self._shown:
            self.hide()
