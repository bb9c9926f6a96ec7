# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says when it has nothing to show: why, and what to do."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH = 440  # pixels of the sentence; less where the page itself is narrow


class Empty(QWidget):
    """A title, a sentence and, when there is something to do at once, a button (``asked``)."""

    asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._title, self._text, self._button = QLabel(), QLabel(), QPushButton()
        self._title.setProperty("role", "title")
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._title, self._text, self._button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._button.clicked.connect(self.asked)

    def say(self, title: str, text: str, button: str = "") -> None:
        """Set the words."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.ensurePolished()  # its height follows from the font of its role
        self._text.setFixedSize(self._width, self._text.heightForWidth(self._width))
        self._button.setText(button)
        self._button.setVisible(bool(button))
