# SPDX-License-Identifier: GPL-3.0-or-later
"""A quote beside a bar of its code's colour."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import theme
from coding.language import current_language
from coding.typography import quoted

LONGEST = 420  # characters; a longer quote is read in the page


class QuoteBlock(QWidget):
    """Shows words in italics, between quotation marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = theme.palette().rule.name()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setFont(theme.reading_font(16, italic=True))
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(13, 1, 0, 3)
        box.addWidget(self._label)

    def show_quote(self, words: str, colour: str) -> None:
        """Show other words."""
        cut = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
        self._colour = colour
        self._label.setText(quoted(cut, current_language()))
        self.update()

    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 3, self.height()), theme.tint(self._colour, 1.0))
        painter.end()
