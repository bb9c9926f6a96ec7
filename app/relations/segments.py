# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons side by side of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app import parts


class Segments(QWidget):
    """``chosen`` carries the place of the button that the user pressed."""

    chosen = pyqtSignal(int)

    def __init__(self, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, title in enumerate(titles):
            button = parts.button(title, name="segment")
            button.setCheckable(True)
            button.setProperty("last", place == len(titles) - 1)
            self._buttons.addButton(button, place)
            line.addWidget(button)
        self.choose(0)
        self._buttons.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Show a choice as made, without saying so."""
        button = self._buttons.button(place)
        if button is not None:
            button.setChecked(True)

    def pick(self, place: int) -> None:
        """Make a choice, as a click does."""
        button = self._buttons.button(place)
        if button is not None:
            button.click()
