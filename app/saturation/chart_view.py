# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a widget: pointed at by the mouse or walked by the keys, interview by interview."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PyQt6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QToolTip, QWidget

from app import theme
from app.saturation import chart_words
from app.saturation.chart import draw, minimum_room, minimum_text
from app.saturation.chart_layout import Frame, frame
from app.saturation.drawn import Drawn
from coding.language import _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """``told`` carries what is said of the interview pointed at, empty for none; ``opened`` the place of one that
    brought new codes and was clicked or entered."""

    told = pyqtSignal(str)
    opened = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: Drawn | None = None
        self.pointed: int | None = None
        self._frame: tuple[Drawn, QSize, Frame] | None = None
        self.setMinimumHeight(210)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()

    def show_drawn(self, drawn: Drawn) -> None:
        """Draw another chart; the interview pointed at stays so in the same theme."""
        same = self.drawn is not None and self.drawn.interview_ids == drawn.interview_ids
        self.drawn = drawn
        self.setAccessibleDescription(chart_words.whole(drawn))
        self._point(self.pointed if same else None)
        self.update()

    def walk(self, place: int) -> None:
        """Point at an interview as the keys do: what it brought is said beside it."""
        assert self.drawn is not None
        self._point(place)
        laid = self._laid()
        at = QPointF(laid.x(place), laid.y(self.drawn.block.curve[place].observed)).toPoint() + QPoint(8, -4)
        self._say(self.mapToGlobal(at), chart_words.interview(self.drawn, place))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The chart, and what is pointed at."""
        if self.drawn is None or not self.drawn.block.curve:
            return
        painter = QPainter(self)
        draw(painter, self._area(), self.drawn, theme.palette(), self._laid())
        if self.pointed is not None and self.drawn.block.codes:
            self._ring(painter, self.pointed)

    def _ring(self, painter: QPainter, place: int) -> None:
        assert self.drawn is not None
        laid, x = self._laid(), self._laid().x(place)
        painter.setPen(QPen(theme.palette().faint, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, laid.plot.top()), QPointF(x, laid.plot.bottom()))
        painter.setPen(QPen(theme.palette().accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, laid.y(self.drawn.block.curve[place].observed)), 7, 7)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Say what the part under the mouse is."""
        if event is None or self.drawn is None or not self.drawn.block.codes:
            return
        at = event.position()
        place = self._place(at)
        self._point(place)
        self.setCursor(Qt.CursorShape.PointingHandCursor if place is not None and self.drawn.code_ids[place]
                       else Qt.CursorShape.ArrowCursor)
        self._say(event.globalPosition().toPoint(), self.words(at))

    def words(self, at: QPointF) -> list[str]:
        """What is said of a point: the estimated minimum, an interview, or what is beyond them."""
        drawn = self.drawn
        if drawn is None or not drawn.block.codes:
            return []
        laid, place = self._laid(), self._place(at)
        if self._at_minimum(at):
            return chart_words.minimum(drawn)
        if place is not None:
            return chart_words.interview(drawn, place)
        if laid.beyond.contains(at):
            return chart_words.beyond(drawn, min(int((at.x() - laid.beyond.left()) // laid.slot) + 1,
                                                 len(drawn.beyond)))
        return []

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Open what was new in the interview under the mouse."""
        if event is not None and self.drawn is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(self._place(event.position()))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Arrows walk the interviews, Enter opens one, Escape lets go."""
        if event is None or self.drawn is None or not self.drawn.block.codes:
            return
        key, last = Qt.Key(event.key()), len(self.drawn.block.curve) - 1
        if key in _STEPS:
            start = (-1 if _STEPS[key] > 0 else last + 1) if self.pointed is None else self.pointed
            self.walk(min(max(start + _STEPS[key], 0), last))
        elif key in _ENDS:
            self.walk(_ENDS[key] % (last + 1))
        elif key in _OPEN:
            self._open(self.pointed)
        elif key == Qt.Key.Key_Escape and self.pointed is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Reached by Tab: point at the first interview, so that one sees where the keys are."""
        super().focusInEvent(event)
        tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event is not None and event.reason() in tab and self.pointed is None and self.drawn is not None \
                and self.drawn.block.codes:
            self.walk(0)

    def leaveEvent(self, event: object) -> None:
        """The mouse is gone: nothing is pointed at any longer, unless the keys are here."""
        if not self.hasFocus():
            self._point(None)

    def _open(self, place: int | None) -> None:
        if place is not None and self.drawn is not None and self.drawn.code_ids[place]:
            self._point(place)
            self.opened.emit(place)

    def _point(self, place: int | None) -> None:
        if place is None:
            QToolTip.hideText()
        self.pointed = place
        self._name()
        self.told.emit("" if place is None or self.drawn is None else " · ".join(
            chart_words.interview(self.drawn, place)))
        self.update()

    def _name(self) -> None:
        """The accessible name follows the walk, and so is spoken."""
        told = _("Accumulation of codes")
        if self.drawn is not None:
            told = _("Accumulation of codes: {name}").format(name=self.drawn.name)
            if self.pointed is not None:
                told = ". ".join(chart_words.interview(self.drawn, self.pointed))
        if told != self.accessibleName():
            self.setAccessibleName(told)

    def _say(self, at: QPoint, words: Sequence[str]) -> None:
        if not words:
            QToolTip.hideText()
            return
        first, *others = [escape(word) for word in words]
        QToolTip.showText(at, f"<p style='margin:0'><b>{first}</b></p>" + "".join(
            f"<p style='margin:2px 0 0 0'>{other}</p>" for other in others), self)

    def _place(self, at: QPointF) -> int | None:
        assert self.drawn is not None
        return None if self._at_minimum(at) else self._laid().place(at.x(), len(self.drawn.block.curve))

    def _at_minimum(self, at: QPointF) -> bool:
        """Whether that is on the words of the estimated minimum."""
        assert self.drawn is not None
        room = minimum_room(self._laid(), self.drawn)
        wide = self.fontMetrics().horizontalAdvance(minimum_text(self.drawn))
        return bool(wide) and room.adjusted(room.width() - wide, 0, 0, 3).contains(at)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 4, 0, -2)

    def _laid(self) -> Frame:
        """Where things stand, reckoned once for each chart and size."""
        assert self.drawn is not None
        known = (self.drawn, self.size())
        if self._frame is None or self._frame[0] is not known[0] or self._frame[1] != known[1]:
            self._frame = (*known, frame(self.drawn, self._area()))
        return self._frame[2]
