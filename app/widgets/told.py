# SPDX-License-Identifier: GPL-3.0-or-later
"""A line at the foot of a page that says what came of an act, for a while."""

from __future__ import annotations

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QHBoxLayout, QWidget

from app import parts
from coding.language import _

SHOWN_MS = 15_000


class ToldLine(parts.Panel):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice-ok", parent)
        self._text = parts.Elided()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 4, 8, 4)
        line.addWidget(self._text, 1)
        line.addWidget(parts.button(_("Close"), self.hide, name="flat"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.text = ""
        self.hide()

    def say(self, text: str) -> None:
        """Say it."""
        self.text = text
        self._text.show_text(text)
        self.show()
        self._timer.start(SHOWN_MS)
