# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a cell: a tint of its theme's colour, the deeper the fuller; ◆ where a code first appears."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, Qt
from PyQt6.QtGui import QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.transversal.model import CELL, ROW, Cell
from app.widgets.strokes import diamond
from coding.transversal import Row

_CENTRE = Qt.AlignmentFlag.AlignCenter


class CellDelegate(QStyledItemDelegate):
    """Draws everything itself: a grid of a hundred columns scrolls at the pace of plain rectangles."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        if painter is None:
            return
        cell, row = index.data(CELL), index.data(ROW)
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(12))
        if isinstance(cell, Cell):
            _cell(painter, area, cell, row)
        else:
            painter.setPen(theme.palette().muted)
            painter.drawText(area, _CENTRE, index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.palette().ink, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()


def _cell(painter: QPainter, area: QRectF, cell: Cell, row: Row) -> None:
    colours = theme.palette()
    ink = colours.faint
    if cell.text:
        ground = theme.tint(row.colour or "#888888", cell.tint)
        ink = theme.text_on(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(ink)
        shift = 7 if cell.first else 0
        painter.drawText(area.adjusted(shift, 0, shift, 0), _CENTRE, cell.text)
        if cell.first:
            width = painter.fontMetrics().horizontalAdvance(cell.text)
            diamond(painter, area.center().x() - width / 2 - 3, area.center().y(), ink)
    elif cell.unasked:
        painter.setPen(ink)
        painter.drawText(area, _CENTRE, "–")
    if cell.summed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if cell.text else colours.accent)
        painter.drawEllipse(QRectF(area.right() - 7, area.top() + 3, 4, 4))
