# SPDX-License-Identifier: GPL-3.0-or-later
"""The novelty of a theme's passages by interview, painted: on the page, in a picture, in an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app import theme
from app.theme import Palette
from app.widgets.folding import fitted
from coding.language import _, number

if TYPE_CHECKING:
    from coding.nuance_candidates import Ranked

LEFT, RIGHT, TOP, BELOW = 38, 12, 24, 18
NAME_LINES, NAME_HEIGHT = 2, 14
SLOT_WIDEST = 120
NAMED = 56  # pixels for an interview from which its name is written rather than its number
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Laid:
    """Where things stand: the plot, the width of an interview, the novelty at its foot (1 is at its top)."""

    plot: QRectF
    slot: float
    least: float

    def x(self, place: int) -> float:
        """The middle of an interview, 0-based."""
        return self.plot.left() + (place + 0.5) * self.slot

    def y(self, novelty: float) -> float:
        """The height of a novelty."""
        return self.plot.bottom() - (novelty - self.least) / (1 - self.least) * self.plot.height()

    def place(self, x: float) -> int | None:
        """The interview at ``x``, if there is one."""
        found = int((x - self.plot.left()) // self.slot)
        return found if self.plot.left() <= x < self.plot.right() else None


def lay(ranked: Ranked, area: QRectF) -> Laid:
    """Lay the chart out in ``area``."""
    count = max(len(ranked.interviews), 1)
    slot = min((area.width() - LEFT - RIGHT) / count, SLOT_WIDEST)
    below = BELOW if slot < NAMED else NAME_LINES * NAME_HEIGHT + 10
    lowest = min([point.novelty for point in ranked.points], default=0.5)
    least = max(0.0, min(0.5, floor(lowest * 10 - 0.5) / 10))
    plot = QRectF(area.left() + LEFT, area.top() + TOP, slot * count, max(area.height() - TOP - below, 30))
    return Laid(plot, slot, least)


def draw(painter: QPainter, area: QRectF, ranked: Ranked, colours: Palette, *, pointed: int | None = None,
         chosen: int | None = None) -> None:
    """Paint the chart; ``pointed`` is the interview under the mouse or the keys, ``chosen`` a passage's id."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.ui_font(11))
    laid = lay(ranked, area)
    if pointed is not None:
        band = QRectF(laid.x(pointed) - laid.slot / 2, laid.plot.top(), laid.slot, laid.plot.height())
        painter.fillRect(band, colours.hover)
    _ground(painter, laid, ranked, colours)
    _points(painter, laid, ranked, colours, chosen)
    _names(painter, laid, ranked, colours)
    _legend(painter, QPointF(laid.plot.left(), area.top() + 9), area.right() - RIGHT, colours)


def _ground(painter: QPainter, laid: Laid, ranked: Ranked, colours: Palette) -> None:
    plot = laid.plot
    for value in (laid.least, (1 + laid.least) / 2, 1.0):
        y = laid.y(value)
        painter.setPen(QPen(colours.rule, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.muted)
        painter.drawText(QRectF(plot.left() - LEFT, y - 8, LEFT - 6, 16),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         number(value, 0 if value in (0, 1) else 2 if value * 10 % 1 > 0.01 else 1))
    if ranked.floor is not None:
        pen = QPen(colours.muted, 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), laid.y(ranked.floor)), QPointF(plot.right(), laid.y(ranked.floor)))


def _points(painter: QPainter, laid: Laid, ranked: Ranked, colours: Palette, chosen: int | None) -> None:
    """What was compared, faint; what is asked about above it; what was answered, filled."""
    asked = {one.quote.passage_id: one.answer for one in ranked.candidates}
    for point in sorted(ranked.points, key=lambda point: point.passage_id in asked):
        at = QPointF(laid.x(point.place) + _aside(point.passage_id, laid.slot), laid.y(point.novelty))
        answer = asked.get(point.passage_id)
        _point(painter, at, _kind(point.passage_id in asked, None if answer is None else answer.is_new), colours)
        if point.passage_id == chosen:
            painter.setPen(QPen(colours.ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 6.5, 6.5)


def _kind(asked: bool, is_new: bool | None) -> str:
    if is_new is None:
        return "asked" if asked else "other"
    return "new" if is_new else "known"


def _point(painter: QPainter, at: QPointF, kind: str, colours: Palette) -> None:
    """A ring where the question is open; filled once answered, larger when it is a nuance."""
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == "other":
        painter.setBrush(_thin(colours.faint, 110))
        painter.drawEllipse(at, 1.8, 1.8)
    elif kind == "asked":
        painter.setPen(QPen(colours.accent, 1.5))
        painter.setBrush(colours.page)
        painter.drawEllipse(at, 3.2, 3.2)
    else:
        painter.setBrush(colours.ok if kind == "new" else colours.faint)
        painter.drawEllipse(at, *((4.2, 4.2) if kind == "new" else (3.2, 3.2)))


def _aside(passage_id: int, slot: float) -> float:
    """Passages of one interview stand a little apart, always at the same place."""
    return ((passage_id * 7) % 11 / 10 - 0.5) * min(slot * 0.5, 26)


def _names(painter: QPainter, laid: Laid, ranked: Ranked, colours: Palette) -> None:
    """Names where there is room, or else the number of the interview in the order, as many as can be read."""
    metrics = QFontMetrics(painter.font())
    painter.setPen(colours.muted)
    top, count = laid.plot.bottom() + 4, len(ranked.interviews)
    if laid.slot >= NAMED:
        for place, name in enumerate(ranked.interviews):
            lines = fitted(name, laid.slot - 6, NAME_LINES, metrics.horizontalAdvance)
            for line, words in enumerate(lines):
                painter.drawText(QRectF(laid.x(place) - laid.slot / 2, top + line * NAME_HEIGHT, laid.slot,
                                        NAME_HEIGHT), _MIDDLE, words)
        return
    every = ceil((metrics.horizontalAdvance(number(count)) + 6) / laid.slot)
    for place in range((count - 1) % every, count, every):
        painter.drawText(QRectF(laid.x(place) - 20, top, 40, 14), _MIDDLE, number(place + 1))


def _legend(painter: QPainter, at: QPointF, right: float, colours: Palette) -> None:
    """What is what, as far as there is room."""
    painter.setFont(theme.ui_font(11, QFont.Weight.Normal))
    metrics = painter.fontMetrics()
    x = at.x() + 5
    for kind, text in (("asked", _("asked about")), ("new", _("new nuance")), ("known", _("nothing new")),
                       ("other", _("other passages"))):
        wide = metrics.horizontalAdvance(text)
        if x + 8 + wide > right:
            return
        _point(painter, QPointF(x, at.y()), kind, colours)
        painter.setPen(colours.muted)
        painter.drawText(QRectF(x + 8, at.y() - 8, wide + 4, 16), Qt.AlignmentFlag.AlignVCenter, text)
        x += wide + 26


def _thin(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
