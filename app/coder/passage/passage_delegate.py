# SPDX-License-Identifier: GPL-3.0-or-later
"""How a passage looks in the list: its words, then its turn and codes, its colours at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt
from PyQt6.QtGui import QFont, QFontMetricsF, QPainter
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import icons, theme
from app.coder.page.beneath import NO_CODE

if TYPE_CHECKING:
    from app.coder.passage.passage_list import PassageRow

ROW_DATA = Qt.ItemDataRole.UserRole
ROW, SIGN, LEFT = 52, 14, 12
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class PassageDelegate(QStyledItemDelegate):
    """Two lines a passage."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        """Every row has the same height."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one passage."""
        row = index.data(ROW_DATA)
        if painter is None or row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, colours = QRectF(option.rect), theme.palette()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.selection)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), colours.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colours.hover)
        self._paint_colours(painter, box, row)
        words = QRectF(box.left() + LEFT + 9, box.top() + 6, box.width() - LEFT - 19, 20)
        self._paint_words(painter, words, row)
        painter.setPen(colours.muted)
        _write(painter, words.translated(0, 20), theme.ui_font(12), _second_line(row))
        painter.restore()

    def _paint_colours(self, painter: QPainter, box: QRectF, row: PassageRow) -> None:
        """A stripe shared by the colours of the codes."""
        shown = row.colours or (NO_CODE,)
        height = (box.height() - 16) / len(shown)
        for place, colour in enumerate(shown):
            painter.fillRect(QRectF(box.left() + LEFT, box.top() + 8 + place * height, 3, height),
                             theme.tint(colour, 1.0))

    def _paint_words(self, painter: QPainter, box: QRectF, row: PassageRow) -> None:
        signs = [("memo", "muted")] * row.mark.has_memo + [("star", "warn")] * row.mark.strong
        for sign, role in signs:
            place = QRectF(box.right() - SIGN, box.center().y() - SIGN / 2, SIGN, SIGN).toRect()
            icons.icon(sign, role).paint(painter, place)
            box = box.adjusted(0, 0, -SIGN - 4, 0)
        painter.setPen(theme.palette().ink)
        _write(painter, box, theme.reading_font(14), row.words)


def _second_line(row: PassageRow) -> str:
    return "   ".join(part for part in (str(row.turn or ""), " · ".join(row.codes)) if part)


def _write(painter: QPainter, box: QRectF, font: QFont, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(painter.font()).elidedText(text[:400], Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, MIDDLE, shown)
