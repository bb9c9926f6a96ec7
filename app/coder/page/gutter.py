# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of turns, to the left of the words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PyQt6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PyQt6.QtWidgets import QToolTip, QWidget

from app import theme
from app.coder import here
from coding.language import _

if TYPE_CHECKING:
    from app.coder.page.page import Page

WIDTH = 56
TURN_CLICKS = 4  # as many on the words select their turn


class Gutter(QWidget):
    """Follows its page; a screen reader finds the number in the status bar instead."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._flagged: Collection[int] = ()  # numbers of turns to revisit
        self._read: int | None = None  # the number of the last turn read
        self._questions: Mapping[int, tuple[str, ...]] = {}  # what turns put, by their number
        self.setToolTip(_("Click to select the turn, drag to select several"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_flags(self, flagged: Collection[int], read: int | None) -> None:
        """Show the turns to revisit, and where one stopped reading, by their numbers."""
        self._flagged, self._read = flagged, read
        self.update()

    def show_questions(self, questions: Mapping[int, tuple[str, ...]]) -> None:
        """Say in the tooltip which questions of the guide turns put, by their numbers."""
        self._questions = questions

    def tip(self, point: QPoint) -> str:
        """What the tooltip says there."""
        sight = self._page.sight
        put = ""
        if sight is not None and self._questions:
            at = point.y() + sight.scrolled
            turns = (block.paragraph.turn for block in sight.blocks(at, at + 1))
            put = next((here.puts(self._questions.get(turn.number, ())) for turn in turns if turn is not None), "")
        return "\n".join(filter(None, [put, self.toolTip()]))

    def event(self, event: QEvent | None) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Write the numbers of the turns that begin in sight."""
        sight = self._page.sight
        if event is None or sight is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.palette().page)
        painter.setFont(theme.ui_font(self._page.look.label_size))
        painter.setPen(theme.palette().faint)
        for turn, top, height in sight.turns(event.rect().top(), event.rect().bottom() + self._page.look.above):
            if self._read is not None and turn.number == self._read + 1:
                middle = round(top - self._page.look.above / 2)
                painter.fillRect(QRectF(10, middle, self.width() - 24, 2), theme.palette().accent)
            if turn.number in self._flagged:
                _flag(painter, top + height / 2)
            if self._page.look.numbers:
                painter.drawText(QRectF(0, top, self.width() - 14, height),
                                 int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(turn.number))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Select the turn beside the pointer."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._page.setFocus()
            self._page.pointer.begin(self._beside(event), TURN_CLICKS, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Select turns as far as the pointer goes."""
        if event is not None:
            self._page.pointer.drag(self._beside(event), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """They are selected."""
        if event is not None:
            self._page.pointer.end(self._beside(event), event.modifiers())

    def _beside(self, event: QMouseEvent) -> QPoint:
        return QPoint(0, event.position().toPoint().y())


def _flag(painter: QPainter, middle: float) -> None:
    """A small pennant at the left edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette().warn)
    painter.drawRect(QRectF(5, middle - 7, 1.6, 14))
    painter.drawPolygon(QPolygonF((QPointF(6.6, middle - 7), QPointF(15, middle - 3.5), QPointF(6.6, middle))))
    painter.restore()
