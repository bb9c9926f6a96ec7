# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of turns, to the left of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QPainter, QPaintEvent
from PyQt6.QtWidgets import QWidget

from app import theme

if TYPE_CHECKING:
    from app.coder.page import Page

WIDTH = 56


class Gutter(QWidget):
    """Follows its page; a screen reader finds the number in the status bar instead."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Write the numbers of the turns that begin in sight."""
        sight = self._page.sight
        if event is None or sight is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.palette().page)
        painter.setFont(theme.ui_font(self._page.look.label_size))
        painter.setPen(theme.palette().faint)
        for turn, top, height in sight.turns(event.rect().top(), event.rect().bottom()):
            if self._page.look.numbers:
                painter.drawText(QRectF(0, top, self.width() - 14, height),
                                 int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(turn.number))
        painter.end()
