# SPDX-License-Identifier: GPL-3.0-or-later
"""A list whose lines are as high as their words need: a style sheet's padding makes Qt measure them too low."""

from __future__ import annotations

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QListWidget, QWidget

ACROSS, DOWN, BOX = 32, 14, 24  # pixels: padding and what the box to tick takes


class WrappedList(QListWidget):
    """``fit`` measures the lines again once they were filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Give each line the height of its words."""
        view = self.viewport()
        room = (view.width() if view is not None else self.width()) - ACROSS
        blocked = self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            if item is None:
                continue
            marked = item.data(Qt.ItemDataRole.CheckStateRole) is not None or not item.icon().isNull()
            place = QRect(0, 0, max(60, room - (BOX if marked else 0)), 100_000)
            words = self.fontMetrics().boundingRect(place, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(0, words.height() + DOWN))
        self.blockSignals(blocked)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Words fold otherwise."""
        super().resizeEvent(event)
        self.fit()
