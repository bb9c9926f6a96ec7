# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar an interview, in their order: how many of the quotes found each holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import theme
from app.widgets.words import joined, quotes_counted
from coding.language import _

HEIGHT, HEAD, FOOT, SIDE = 56, 14, 5, 22
WIDEST, LEAST = 26, 3  # pixels of a bar


@dataclass(frozen=True)
class Bar:
    """An interview and the quotes found in it."""

    interview_id: int
    title: str
    quotes: int


class InterviewStrip(QWidget):
    """``asked`` carries the interview whose bar was clicked or entered. The interviews of the filters say the same to
    who cannot see it."""

    asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: list[Bar] = []
        self._chosen: frozenset[int] = frozenset()
        self.at = -1  # the bar under the mouse or the keys
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Quotes found in each interview"))

    def show_bars(self, bars: Sequence[Bar], chosen: frozenset[int]) -> None:
        """Show the interviews, those narrowed to in the colour of what is chosen."""
        self.bars, self._chosen = list(bars), chosen
        self.at = min(self.at, len(bars) - 1)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Low."""
        return QSize(200, HEIGHT)

    def place(self, number: int) -> QRectF:
        """Where a bar may stand, from top to bottom."""
        step = min((self.width() - 2 * SIDE) / max(len(self.bars), 1), WIDEST)
        return QRectF(SIDE + number * step, 0, step, HEIGHT)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Bars on a line."""
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.quotes for bar in self.bars), default=0) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self.bars):
            place = self.place(number)
            if number == self.at and (self.underMouse() or self.hasFocus()):
                painter.setBrush(colours.hover)
                painter.drawRect(place.adjusted(0, HEAD / 2, 0, 0))
            full = bar.quotes / most * (HEIGHT - HEAD - FOOT)
            gap = 1.0 if place.width() < 8 else 3.0
            tall = max(full, LEAST) if bar.quotes else 1.0
            painter.setBrush(colours.rule if not bar.quotes else colours.control
                             if bar.interview_id in self._chosen else theme.tint(colours.accent, 0.55))
            left, wide = place.left() + gap / 2, place.width() - gap
            painter.drawRoundedRect(QRectF(left, HEIGHT - FOOT - tall, wide, tall), 1, 1)
        if self.hasFocus() and self.bars:
            painter.setPen(QPen(colours.accent, 1))
            painter.drawLine(QPointF(SIDE, HEIGHT - 1.5), QPointF(self.place(len(self.bars) - 1).right(), HEIGHT - 1.5))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """The bar under the mouse."""
        if event is not None:
            self._go(self._found(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click narrows to the interview, or no longer."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(self._found(event.position()))
            self._ask()

    def leaveEvent(self, event: QEvent | None) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Begin with the first bar."""
        super().focusInEvent(event)
        self._go(max(self.at, 0))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """← → walk along the interviews, Enter or Space narrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event is not None and event.key() in steps:
            self._go(min(max(self.at + steps[Qt.Key(event.key())], 0), len(self.bars) - 1))
        elif event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """The tooltip says which interview, and how many."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._found(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.said(found) if found >= 0 else "", self)
            return True
        return super().event(event)

    def said(self, number: int) -> str:
        """What a bar says."""
        bar = self.bars[number]
        return joined(bar.title, quotes_counted(bar.quotes))

    def _found(self, place: QPointF) -> int:
        return next((n for n in range(len(self.bars)) if self.place(n).left() <= place.x() < self.place(n).right()), -1)

    def _go(self, number: int) -> None:
        if number != self.at:
            self.at = number
            self._say()
            self.update()

    def _say(self) -> None:
        self.setAccessibleDescription(self.said(self.at) if 0 <= self.at < len(self.bars) else "")

    def _ask(self) -> None:
        if 0 <= self.at < len(self.bars):
            self.asked.emit(self.bars[self.at].interview_id)
