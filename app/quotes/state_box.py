# SPDX-License-Identifier: GPL-3.0-or-later
"""The box at the left of a filter: empty, ticked (any of them), plus (each of them) or minus (none of them)."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, Qt
from PyQt6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app import theme
from app.quotes.states import State
from app.widgets.strokes import swatch

BOX = 15  # pixels
WITH_SWATCH = BOX + 16


def icon(state: State, colour: QColor | None) -> QIcon:
    """The box, and beside it the square of a code's colour."""
    picture = QPixmap(2 * (WITH_SWATCH if colour else BOX), 2 * 16)  # sharp up to 200 %
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _box(painter, state)
    if colour is not None:
        swatch(painter, BOX + 6, 8, colour)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it
    return made


def _box(painter: QPainter, state: State) -> None:
    colours = theme.palette()
    filled = {"any": colours.control, "all": colours.control, "without": colours.bad}.get(state)
    painter.setPen(QPen(filled or colours.border, 1))
    painter.setBrush(filled or colours.field)
    painter.drawRoundedRect(QRectF(0.5, 1.5, BOX - 2, BOX - 2), 3, 3)
    if not state:
        return
    ink = colours.page if state == "without" else colours.on_control
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = 7.0, 8.0
    if state == "any":
        painter.drawPolyline(QPolygonF((QPointF(x - 3, y), QPointF(x - 1, y + 2.4), QPointF(x + 3.2, y - 2.6))))
        return
    painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
    if state == "all":
        painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
