# SPDX-License-Identifier: GPL-3.0-or-later
"""Small marks that several painters draw."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyle, QStyleOptionViewItem

from app import theme


def ground(painter: QPainter, option: QStyleOptionViewItem, *, hover: bool = False) -> None:
    """What stands behind a cell of a row: whether it is selected, or under the mouse, and the rule below it."""
    colours, area = theme.palette(), option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, colours.selection)
    elif hover and option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, colours.hover)
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, colours.rule)


def chevron(painter: QPainter, x: float, y: float, colour: QColor, *, opened: bool) -> None:
    """Whether what is below is shown; (x, y) is the middle of its left side, 8 pixels wide."""
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    down = (QPointF(x, y - 2), QPointF(x + 4, y + 2), QPointF(x + 8, y - 2))
    right = (QPointF(x + 2, y - 4), QPointF(x + 6, y), QPointF(x + 2, y + 4))
    painter.drawPolyline(QPolygonF(down if opened else right))


def swatch(painter: QPainter, x: float, y: float, colour: QColor, size: float = 9) -> None:
    """A code's square; (x, y) is the middle of its left side."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, y - size / 2, size, size), 2.5, 2.5)


def diamond(painter: QPainter, x: float, y: float, colour: QColor, half: float = 4.5) -> None:
    """◆ around (x, y)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF((QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half),
                                   QPointF(x - half, y))))
