# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabs at the head of a page that is one of several: each page has its own row of them."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QSize, pyqtSignal
from PyQt6.QtWidgets import QTabBar, QWidget


class PageTabs(QTabBar):
    """``asked`` carries the place of the page that is to be shown in place of this one, whose tab stays the chosen
    one here: the page shown has a row of its own."""

    asked = pyqtSignal(int)

    def __init__(self, titles: Sequence[str], current: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = current
        self.setObjectName("pages")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for title in titles:
            self.addTab(title)
        self.setCurrentIndex(current)
        self.currentChanged.connect(self._changed)

    def minimumSizeHint(self) -> QSize:
        """Never less than its titles: what stands beside gives way."""
        return self.sizeHint()

    def _changed(self, place: int) -> None:
        if place != self._own:
            self.setCurrentIndex(self._own)
            self.asked.emit(place)
