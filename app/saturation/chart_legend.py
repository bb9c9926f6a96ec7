# SPDX-License-Identifier: GPL-3.0-or-later
"""What is what in the chart, and the signs of the changes of the codebook."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QPainter, QPen

from app.saturation import chart_ink as ink
from app.saturation.chart_layout import Frame
from app.theme import Palette

_SIGNS = {  # strokes around a middle, y downwards
    "merged": (((-4, -4), (0, 0)), ((4, -4), (0, 0)), ((0, 0), (0, 5))),
    "split": (((0, -5), (0, 0)), ((0, 0), (-4, 4)), ((0, 0), (4, 4))),
    "created": (((-4, 0), (4, 0)), ((0, -4), (0, 4))),
}


def legend(painter: QPainter, laid: Frame, colours: Palette) -> None:
    """A sample of each thing and its name."""
    for entry in laid.legend:
        _sample(painter, entry.kind, entry.at, colours)
        painter.setPen(colours.muted)
        wide = painter.fontMetrics().horizontalAdvance(entry.text) + 4
        painter.drawText(QRectF(entry.at.x() + 24, entry.at.y() - 8, wide, 16), Qt.AlignmentFlag.AlignVCenter,
                         entry.text)


def sign(painter: QPainter, kind: str, at: QPointF, colours: Palette) -> None:
    """Two strokes that join, one that parts, or a cross."""
    colour = colours.muted if kind == "created" else colours.warn
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for start, end in _SIGNS[kind]:
        painter.drawLine(at + QPointF(*start), at + QPointF(*end))


def _sample(painter: QPainter, kind: str, at: QPointF, colours: Palette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    end = at + QPointF(18, 0)
    if kind in _SIGNS:
        sign(painter, kind, at + QPointF(11, 0), colours)
    elif kind in ("band", "bar"):
        painter.fillRect(QRectF(at.x(), at.y() - 5, 18, 10), ink.band(colours) if kind == "band" else ink.bar(colours))
    elif kind == "tail":
        painter.fillRect(QRectF(at.x(), at.y() - 1, 18, 3), colours.muted)
    elif kind == "line":
        painter.setPen(QPen(ink.brick(colours), 2))
        painter.drawLine(at, end)
        painter.setBrush(ink.brick(colours))
        painter.drawEllipse(at + QPointF(9, 0), 2.5, 2.5)
    else:
        painter.setPen(ink.dashed(colours.accent) if kind == "dash" else ink.dotted(colours.accent, 2))
        painter.drawLine(at, end)
