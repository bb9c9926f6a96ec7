# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in place of the tree when it shows no code: why, and what to do."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from coding.language import _


class TreeEmpty(QWidget):
    """``all_asked``: show every code again."""

    all_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = parts.label("", "muted", wrap=True)
        self._button = parts.button(_("Show all codes"), self.all_asked.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(10)
        column.addWidget(self._label)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, text: str, *, narrowed: bool) -> None:
        """Set the words; ``narrowed``: there are codes, left out."""
        self._label.setText(text)
        self._button.setVisible(narrowed)

    def text(self) -> str:
        """The words."""
        return self._label.text()
