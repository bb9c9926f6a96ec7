# SPDX-License-Identifier: GPL-3.0-or-later
"""The accumulation of a theme's codes, painted: on the page, in a picture, in an SVG."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPen, QPolygonF

from app import theme
from app.saturation import chart_ink as ink
from app.saturation.chart_layout import LEFT, NAME_HEIGHT, TEXT, UPRIGHT_MOST, ZONES_HEIGHT, Frame, frame
from app.saturation.chart_legend import legend, sign
from app.saturation.drawn import Drawn
from app.theme import Palette
from coding.language import _, grammatical, ngettext, number

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


def draw(painter: QPainter, area: QRectF, drawn: Drawn, colours: Palette, laid: Frame | None = None) -> None:
    """Paint a chart in ``area``, laid out so if it was already; nothing when no interview counts."""
    if not drawn.block.curve:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.ui_font(TEXT))
    laid = laid or frame(drawn, area)
    if not drawn.block.codes:
        painter.setPen(colours.muted)
        painter.drawText(area, _MIDDLE, _("None of these interviews bears a code of this theme."))
        return
    _zones(painter, laid, drawn, colours)
    _scale(painter, laid, colours)
    _envelope(painter, laid, drawn, colours)
    _bars(painter, laid, drawn, colours)
    _expected(painter, laid, drawn, colours)
    _minimum(painter, laid, drawn, colours)
    _observed(painter, laid, drawn, colours)
    _below(painter, laid, drawn, colours)
    _names(painter, laid, drawn, colours)
    legend(painter, laid, colours)


def minimum_text(drawn: Drawn) -> str:
    """«minimum estimé (Chao2) : 4,1 codes»; empty where there is none."""
    estimate = drawn.block.chao2.estimate
    if estimate is None:
        return ""
    codes = ngettext("{n} code", "{n} codes", grammatical(round(estimate, 1))).format(n=number(estimate, 1))
    return _("estimated minimum (Chao2): {n}").format(n=codes)


def minimum_room(laid: Frame, drawn: Drawn) -> QRectF:
    """Where the estimated minimum is written."""
    estimate = drawn.block.chao2.estimate or 0
    bottom = laid.y(estimate) if estimate <= laid.top else laid.plot.top() + 18
    return QRectF(laid.plot.left(), bottom - 19, laid.plot.width(), 16)


def _zones(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    """The base, the run that met Guest's rule, and what is beyond the interviews held."""
    count = len(drawn.block.names)
    end = _zone(painter, laid, (0, min(drawn.base, count)), _("base"), colours, filled=1)
    if drawn.run is not None:
        broken = drawn.block.guest.broken_at is not None
        said = _("run {label}, broken later") if broken else _("run {label}")
        _zone(painter, laid, drawn.run, said.format(label=drawn.block.guest.label), colours, filled=2, after=end)
    if drawn.beyond:
        painter.setPen(ink.dotted(colours.faint))
        painter.drawLine(laid.beyond.topLeft(), laid.beyond.bottomLeft())
        _zone(painter, laid, (count, count + len(drawn.beyond)), _("beyond the interviews held"), colours, filled=0)


def _zone(painter: QPainter, laid: Frame, places: tuple[int, int], text: str, colours: Palette, *, filled: int,
          after: float = 0) -> float:
    """``filled``: 1 for the base, 2 for the run. The name stands at the right of ``after``; returns where it ends."""
    plot = laid.plot
    left = plot.left() + places[0] * laid.slot
    area = QRectF(left, plot.top(), laid.slot * (places[1] - places[0]), plot.height())
    if filled:
        painter.fillRect(area, colours.chip if filled == 1 else colours.chip_accent)
    painter.setPen(colours.muted)
    at = max(left + 4, after)
    painter.drawText(QRectF(at, plot.top() - ZONES_HEIGHT, plot.right() - left, ZONES_HEIGHT), _LEFT, text)
    return at + painter.fontMetrics().horizontalAdvance(text) + 8


def _scale(painter: QPainter, laid: Frame, colours: Palette) -> None:
    plot = laid.plot
    for value in range(0, int(laid.top) + 1, laid.step):
        y = laid.y(value)
        painter.setPen(QPen(colours.rule if value else colours.border, 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(colours.muted)
        painter.drawText(QRectF(plot.left() - LEFT, y - 8, LEFT - 8, 16), _RIGHT, number(value))


def _envelope(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    curve = drawn.block.curve
    upper = [QPointF(laid.x(n), laid.y(point.high)) for n, point in enumerate(curve)]
    lower = [QPointF(laid.x(n), laid.y(point.low)) for n, point in enumerate(curve)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.band(colours))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


def _bars(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    width = max(min(laid.slot * 0.44, 24), 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.bar(colours))
    for n, point in enumerate(drawn.block.curve):
        if point.new:
            top = laid.y(point.new)
            painter.drawRoundedRect(QRectF(laid.x(n) - width / 2, top, width, laid.plot.bottom() - top), 2, 2)


def _expected(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    """The mean of all orders in dashes, what is extrapolated from it in dots."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [QPointF(laid.x(n), laid.y(point.expected)) for n, point in enumerate(drawn.block.curve)]
    painter.setPen(ink.dashed(colours.accent))
    painter.drawPolyline(QPolygonF(points))
    if drawn.beyond:
        more = [QPointF(laid.x(n - 1), laid.y(codes)) for n, codes in drawn.beyond]
        painter.setPen(ink.dotted(colours.accent, 2))
        painter.drawPolyline(QPolygonF([points[-1], *more]))


def _minimum(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    """Chao2 is a minimum, so it is a mark at the right edge, not a ceiling across."""
    text, estimate = minimum_text(drawn), drawn.block.chao2.estimate
    if estimate is None:
        return
    inside = estimate <= laid.top
    painter.setPen(colours.muted)
    painter.drawText(minimum_room(laid, drawn), _RIGHT, text if inside else f"{text} ↑")
    if inside:
        wide = painter.fontMetrics().horizontalAdvance(text)
        y, left = laid.y(estimate), max(laid.plot.right() - wide, laid.plot.left())
        painter.setPen(ink.dotted(colours.muted))
        painter.drawLine(QPointF(left, y), QPointF(laid.plot.right(), y))


def _observed(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    """Hollow where the interview says nothing of the theme."""
    points = [QPointF(laid.x(n), laid.y(point.observed)) for n, point in enumerate(drawn.block.curve)]
    brick = ink.brick(colours)
    pen = QPen(brick, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    radius = 3.5 if laid.slot > 12 else 2 if laid.slot > 6 else 1.2
    for point, told in zip(points, drawn.informative, strict=True):
        painter.setPen(QPen(brick, 1.5))
        painter.setBrush(brick if told else colours.page)
        painter.drawEllipse(point, radius, radius)


def _below(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    """Under the axis: the last informative interviews, and the changes of the codebook."""
    for place in drawn.ending:
        painter.fillRect(QRectF(laid.plot.left() + place * laid.slot + 1, laid.plot.bottom() + 2, laid.slot - 2, 3),
                         colours.muted)
    for place, marks in drawn.signs.items():
        kinds = list(dict.fromkeys(mark.kind for mark in marks))
        fitting = kinds[:max(int(laid.slot // 11), 1)]
        left = laid.x(place) - (len(fitting) - 1) * 5.5
        for nth, kind in enumerate(fitting):
            sign(painter, kind, QPointF(left + nth * 11, laid.signs_y + 6), colours)


def _names(painter: QPainter, laid: Frame, drawn: Drawn, colours: Palette) -> None:
    painter.setPen(colours.muted)
    for n in range(0, len(drawn.block.names), laid.every):
        if laid.upright:
            _upright(painter, QPointF(laid.x(n), laid.names_y + 2), drawn.block.names[n])
            continue
        for line, words in enumerate(laid.names[n]):
            wide = laid.slot * laid.every
            painter.drawText(QRectF(laid.x(n) - wide / 2, laid.names_y + line * NAME_HEIGHT, wide, NAME_HEIGHT),
                             _MIDDLE, words)
    held, more = len(drawn.block.names), len(drawn.beyond)
    for after in sorted({(more + 1) // 2, more} - {0}):
        painter.drawText(QRectF(laid.x(held + after - 1) - 20, laid.names_y, 40, NAME_HEIGHT), _MIDDLE, f"+{after}")


def _upright(painter: QPainter, at: QPointF, name: str) -> None:
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, UPRIGHT_MOST)
    painter.save()
    painter.translate(at)
    painter.rotate(-90)
    painter.drawText(QRectF(-UPRIGHT_MOST, -8, UPRIGHT_MOST, 16), _RIGHT, shown)
    painter.restore()
