# SPDX-License-Identifier: GPL-3.0-or-later
"""The accumulation of a theme's codes, painted: on the page, in a picture, in an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from app import theme
from app.theme import Palette
from app.widgets.folding import fitted
from coding.language import _, number

if TYPE_CHECKING:
    from coding.saturation import Block

LEFT, RIGHT, TOP = 44, 20, 62
SLOT_WIDEST = 140
UPRIGHT_MOST = 100
NAME_LINES, NAME_HEIGHT = 3, 14
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Frame:
    """Where things stand: the plot, the width of an interview, the figure at its top, the step of its lines, the
    names of the interviews in lines, and whether they are upright."""

    plot: QRectF
    slot: float
    top: float
    step: int
    names: list[list[str]]
    upright: bool

    def x(self, place: int) -> float:
        """The middle of an interview, 0-based."""
        return self.plot.left() + (place + 0.5) * self.slot

    def y(self, value: float) -> float:
        """The height of a number of codes."""
        return self.plot.bottom() - value / self.top * self.plot.height()


def frame(block: Block, area: QRectF) -> Frame:
    """Lay the chart out in ``area``."""
    wide = QFontMetrics(theme.ui_font(11)).horizontalAdvance
    count = max(len(block.names), 1)
    slot = min((area.width() - LEFT - RIGHT) / count, SLOT_WIDEST)
    names = [fitted(name, slot - 8, NAME_LINES, wide) for name in block.names]
    upright = any(wide(line) > slot - 8 for name in names for line in name)
    if upright:
        below = min(max(map(wide, block.names)), UPRIGHT_MOST) + 14
    else:
        below = NAME_HEIGHT * max(map(len, names), default=1) + 14
    most = max([block.codes, *(point.high for point in block.curve), 1])
    estimate = block.chao2.estimate or 0
    top = max(most, estimate if estimate <= most * 1.6 else 0) * 1.06
    plot = QRectF(area.left() + LEFT, area.top() + TOP, slot * count, max(area.height() - TOP - below, 40))
    return Frame(plot, slot, top, _step(top, plot.height()), names, upright)


def draw(painter: QPainter, area: QRectF, block: Block, base: int, colours: Palette) -> None:
    """Paint the chart of a block; ``base`` interviews are shaded lightly."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.ui_font(11))
    laid = frame(block, area)
    if not block.curve:
        return
    _ground(painter, laid, base, len(block.names), colours)
    _envelope(painter, laid, block, colours)
    _bars(painter, laid, block, colours)
    _expected(painter, laid, block, colours)
    _minimum(painter, laid, block, colours)
    _observed(painter, laid, block, colours)
    _names(painter, laid, block, colours)
    _legend(painter, QPointF(area.left() + LEFT, area.top() + 16), area.width() - LEFT - RIGHT, colours)


def _step(top: float, height: float) -> int:
    """A round step that leaves at least 26 pixels between lines."""
    least = top / max(height / 26, 1)
    scale = 1
    while True:
        for step in (1, 2, 5):
            if step * scale >= least:
                return step * scale
        scale *= 10


def _ground(painter: QPainter, laid: Frame, base: int, count: int, colours: Palette) -> None:
    plot = laid.plot
    zone = QRectF(plot.left(), plot.top(), laid.slot * min(base, count), plot.height())
    painter.fillRect(zone, colours.panel)
    painter.setPen(colours.faint)
    painter.drawText(QPointF(zone.left() + 6, zone.top() - 5), _("base"))
    for value in range(0, int(laid.top) + 1, laid.step):
        y = laid.y(value)
        painter.setPen(QPen(colours.rule, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.muted)
        painter.drawText(QRectF(plot.left() - LEFT, y - 8, LEFT - 8, 16),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(value))


def _envelope(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    upper = [QPointF(laid.x(n), laid.y(point.high)) for n, point in enumerate(block.curve)]
    lower = [QPointF(laid.x(n), laid.y(point.low)) for n, point in enumerate(block.curve)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_thin(colours.accent, 34))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


def _bars(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    width = min(laid.slot * 0.44, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_bar_colour(colours))
    for n, point in enumerate(block.curve):
        if point.new:
            top = laid.y(point.new)
            painter.drawRoundedRect(QRectF(laid.x(n) - width / 2, top, width, laid.plot.bottom() - top), 2, 2)


def _expected(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colours.accent, 1.5)
    pen.setDashPattern([3, 2.4])
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(laid.x(n), laid.y(p.expected)) for n, p in enumerate(block.curve)]))


def _minimum(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    """Chao2 is a minimum, so it is a mark at the right edge, not a ceiling across."""
    estimate = block.chao2.estimate
    if estimate is None:
        return
    text = _("estimated minimum (Chao2): {n} codes").format(n=number(estimate, 1))
    inside = estimate <= laid.top
    y = laid.y(estimate) if inside else laid.plot.top() - 4
    painter.setPen(colours.muted)
    room = QRectF(laid.plot.left() - 30, y - 23, laid.plot.width() + 30, 16)
    shown = text if inside else f"{text} ↑"
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    if inside:
        pen = QPen(colours.muted, 1)
        pen.setDashPattern([1, 3])
        painter.setPen(pen)
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = max(laid.plot.right() - wide, laid.plot.left())
        painter.drawLine(QPointF(left, y), QPointF(laid.plot.right(), y))


def _observed(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    points = [QPointF(laid.x(n), laid.y(point.observed)) for n, point in enumerate(block.curve)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_brick(colours), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brick(colours))
    radius = 3.5 if laid.slot > 12 else 2
    for point in points:
        painter.drawEllipse(point, radius, radius)


def _names(painter: QPainter, laid: Frame, block: Block, colours: Palette) -> None:
    metrics = painter.fontMetrics()
    painter.setPen(colours.muted)
    every = ceil(15 / laid.slot) if laid.upright else 1
    for n in range(0, len(block.names), every):
        if not laid.upright:
            for line, words in enumerate(laid.names[n]):
                top = laid.plot.bottom() + 7 + line * NAME_HEIGHT
                painter.drawText(QRectF(laid.x(n) - laid.slot / 2, top, laid.slot, NAME_HEIGHT), _MIDDLE, words)
            continue
        name = metrics.elidedText(block.names[n], Qt.TextElideMode.ElideRight, UPRIGHT_MOST)
        painter.save()
        painter.translate(laid.x(n), laid.plot.bottom() + 8)
        painter.rotate(-90)
        painter.drawText(QRectF(-UPRIGHT_MOST - 2, -8, UPRIGHT_MOST, 16),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


def _legend(painter: QPainter, at: QPointF, width: float, colours: Palette) -> None:
    """What is what, in one line, as far as there is room."""
    metrics = painter.fontMetrics()
    x = at.x()
    for kind, text in (("line", _("codes seen, recorded order")), ("dash", _("mean of all orders")),
                       ("band", _("95% of the orders")), ("bar", _("new codes"))):
        wide = metrics.horizontalAdvance(text)
        if x + 24 + wide > at.x() + width:
            return
        _sample(painter, kind, QPointF(x, at.y()), colours)
        painter.setPen(colours.muted)
        painter.drawText(QRectF(x + 24, at.y() - 8, wide + 4, 16), Qt.AlignmentFlag.AlignVCenter, text)
        x += wide + 46


def _sample(painter: QPainter, kind: str, at: QPointF, colours: Palette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    end = at + QPointF(18, 0)
    if kind == "line":
        painter.setPen(QPen(_brick(colours), 2))
        painter.drawLine(at, end)
        painter.setBrush(_brick(colours))
        painter.drawEllipse(at + QPointF(9, 0), 2.5, 2.5)
    elif kind == "dash":
        pen = QPen(colours.accent, 1.5)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.drawLine(at, end)
    else:
        colour = _thin(colours.accent, 34) if kind == "band" else _bar_colour(colours)
        painter.fillRect(QRectF(at.x(), at.y() - 5, 18, 10), colour)


def _thin(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made


def _bar_colour(colours: Palette) -> QColor:
    """The accent laid on the page, opaque: bars stand before the band."""
    page, accent, share = colours.page, colours.accent, 0.36
    return QColor(*(round(under + (over - under) * share) for under, over in (
        (page.red(), accent.red()), (page.green(), accent.green()), (page.blue(), accent.blue()))))


def _brick(colours: Palette) -> QColor:
    return QColor("#E07A62" if colours.dark else "#C2513A")
