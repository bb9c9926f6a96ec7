# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a cell: a tint of its theme's colour, the deeper the fuller; ◆ where a code first appears; or its summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QRect, QRectF, Qt
from PyQt6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app import theme
from app.transversal.model import Cell, GridModel
from app.widgets.strokes import diamond
from coding.transversal import Row

LINE = 29  # the height of a row of figures
SIZE = 12  # of the figures, in pixels
PAD = 7  # around a summary
_CENTRE = Qt.AlignmentFlag.AlignCenter
PROSE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Look:
    """The colours that a grid is drawn in: those of the window, or of paper."""

    palette: theme.Palette
    tint: Callable[[str, float], QColor]


def look() -> Look:
    """As the window is now."""
    return Look(theme.palette(), theme.depth)


def cell_font() -> QFont:
    """What figures and summaries are written in."""
    return theme.ui_font(SIZE)


def prose_height(text: str, width: int) -> int:
    """The height of a cell that is ``width`` pixels wide and shows a summary whole."""
    room = QRect(0, 0, width - 2 * PAD - 2, 100_000)
    return QFontMetrics(cell_font()).boundingRect(room, PROSE, text).height() + 2 * PAD + 2


class CellDelegate(QStyledItemDelegate):
    """Draws everything itself: a grid of a hundred columns scrolls at the pace of plain rectangles."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._model = model
        self._font = cell_font()

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        if painter is None:
            return
        painter.save()
        painter.setFont(self._font)
        paint_place(painter, QRectF(option.rect), self._model, index.row(), index.column(), look())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.palette().ink, 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 3, 3)
        painter.restore()


def paint_place(painter: QPainter, rect: QRectF, model: GridModel, row: int, column: int, colours: Look) -> None:
    """A cell, or a total, in the rectangle that is its own; figures stand beside the first line of a tall row."""
    cell = model.cell(row, column)
    if rect.height() > LINE and (cell is None or not cell.prose):
        rect = QRectF(rect.left(), rect.top(), rect.width(), LINE)
    if model.grid.shown == "summaries":  # a rule leads the eye along tall rows
        painter.setPen(colours.palette.rule)
        painter.drawLine(rect.topLeft(), rect.topRight())
    if cell is None:
        painter.setPen(colours.palette.muted)
        painter.drawText(rect, _CENTRE, model.total(row, column))
    elif cell.text or cell.unasked or cell.summed:
        _cell(painter, rect.adjusted(1, 1, -1, -1), cell, model.row(row), colours)


def _cell(painter: QPainter, area: QRectF, cell: Cell, row: Row, colours: Look) -> None:
    ink = colours.palette.faint
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if cell.tint:
        ground = colours.tint(row.colour or "#888888", cell.tint)
        ink = colours.palette.ink if cell.prose else theme.text_on(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 3, 3)
    elif cell.unasked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colours.palette.rule, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(area, 3, 3)
    painter.setPen(ink)
    if cell.prose:
        painter.drawText(area.adjusted(PAD, PAD, -PAD, -PAD), PROSE, cell.text)
        if cell.first:
            diamond(painter, area.right() - 7, area.top() + 7, ink, 3.5)
    elif cell.text:
        _figure(painter, area, cell, ink)
    elif cell.unasked:
        painter.drawText(area, _CENTRE, "–")
    if cell.summed and not cell.prose:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if cell.text else colours.palette.accent)
        painter.drawEllipse(QRectF(area.right() - 7, area.top() + 3, 4, 4))


def _figure(painter: QPainter, area: QRectF, cell: Cell, ink: QColor) -> None:
    shift = 7 if cell.first else 0
    painter.drawText(area.adjusted(shift, 0, shift, 0), _CENTRE, cell.text)
    if cell.first:
        width = painter.fontMetrics().horizontalAdvance(cell.text)
        diamond(painter, area.center().x() - width / 2 - 3, area.center().y(), ink)
