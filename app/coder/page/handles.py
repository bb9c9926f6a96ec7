# SPDX-License-Identifier: GPL-3.0-or-later
"""The grips at both bounds of the chosen passage: dragged, they move a bound by words, by letters with Alt, by
sentences with Shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter

from app import theme
from app.coder.passage.bounds import Bound, Unit, snapped
from coding.passage_index import Span

if TYPE_CHECKING:
    from app.coder.page.page import Page

BOUNDS: tuple[Bound, Bound] = ("start", "end")
KNOB = 4.0  # radius
REACH = 6  # how far around a grip the pointer still seizes it
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Handles(QObject):
    """``moved``: the id of a passage and the bounds it was let go at. ``movable``: whether there are grips at all.
    ``preview``: the bounds it would have if it were let go now. Points are the viewport's."""

    moved = pyqtSignal(int, int, int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.movable = True
        self.preview: Span | None = None
        self._held: Bound | None = None
        self._over = False

    def press(self, point: QPoint) -> bool:
        """Seize the grip there, if there is one."""
        self._held = self.at(point)
        return self._held is not None

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> bool:
        """The grip that is held follows the pointer."""
        mark, reading = self._page.chosen_mark, self._page.reading
        if self._held is None or mark is None or reading is None:
            return False
        unit: Unit = "character" if held & ALT else "sentence" if held & SHIFT else "word"
        span = (mark.start, mark.end)
        self._show(snapped(reading.transcript, span, self._held, self._page.gap_at(point), unit) or span)
        return True

    def release(self) -> bool:
        """Let the grip go: the passage takes the bounds shown."""
        if self._held is None:
            return False
        mark, span = self._page.chosen_mark, self.preview
        self.cancel()
        if mark is not None and span is not None and span != (mark.start, mark.end):
            self.moved.emit(mark.id, *span)
        return True

    def cancel(self) -> bool:
        """Let go and change nothing; says whether a grip was held."""
        was, self._held = self._held, None
        self._show(None)
        return was is not None

    def hover(self, point: QPoint) -> None:
        """Show that a grip can be seized."""
        view, over = self._page.viewport(), self.at(point) is not None
        if view is not None and over != self._over:
            self._over = over
            view.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)

    def at(self, point: QPoint) -> Bound | None:
        """The bound whose grip is there, the nearer one when both are."""
        found = [(abs(bar.center().x() - point.x()), bound) for bound in BOUNDS if (bar := self.bar(bound)) is not None
                 and bar.adjusted(-REACH, -REACH, REACH, REACH).contains(point.toPointF())]
        return min(found)[1] if found else None

    def bar(self, bound: Bound) -> QRectF | None:
        """Where a grip stands; None when it is not in sight."""
        mark, reading, sight = self._page.chosen_mark, self._page.reading, self._page.sight
        if not self.movable or mark is None or reading is None or sight is None:
            return None
        start, end = self.preview or (mark.start, mark.end)
        letter = reading.projection.first_shown(start) if bound == "start" else end - 1
        top, bottom = sight.line_at(letter)
        for line in sight.lines(top, bottom):
            if line.start <= letter < line.end:
                edge = letter if bound == "start" else end
                box = line.box(edge, edge)
                return QRectF(box.left() - 1, box.top() - 1, 2, box.height() + 2)
        return None

    def paint(self, painter: QPainter) -> None:
        """A bar at each bound, with a knob above the first and below the last."""
        mark = self._page.chosen_mark
        if mark is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour())
        for bound in BOUNDS:
            bar = self.bar(bound)
            if bar is not None:
                painter.drawRect(bar)
                middle = max(KNOB, bar.center().x())  # seen whole at the head of a line
                painter.drawEllipse(QPointF(middle, bar.top() if bound == "start" else bar.bottom()), KNOB, KNOB)
        painter.restore()

    def _colour(self) -> QColor:
        mark = self._page.chosen_mark
        return theme.readable(self._page.colour_of(mark)) if mark is not None else theme.palette().accent

    def _show(self, span: Span | None) -> None:
        before, self.preview = self.preview, span
        if before != span:
            self._page.repaint_spans(one for one in (before, span) if one is not None)
