# SPDX-License-Identifier: GPL-3.0-or-later
"""How a code looks in the tree: a square of its colour, its name, how many passages and interviews, the digit that
codes with it."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app import icons, theme
from app.coder.codebook.codebook_model import ABOVE, ANSWERS, INTERVIEWS, NODE, TOTAL, CodebookModel
from app.coder.codebook.key_cap import paint_key_cap
from coding.codebook import CodeNode
from coding.language import number

ROW, THEME_ROW = 26, 30
SQUARE, INDENT, LEFT = 10, 19, 10
CHEVRON = 14  # stands after the name of what has codes below: under the pointer, and while they are hidden
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
RIGHT = MIDDLE | int(Qt.AlignmentFlag.AlignRight)
MARGIN, KEY, GAP = 12, 15, 9
BOTH = 235  # pixels below which the interviews are left to the tooltip: names matter more


@dataclass(frozen=True)
class Columns:
    """Where the figures end, from the right: the key, the interviews (None where there is no room), the passages;
    then where names end."""

    key: float
    interviews: float | None
    passages: float
    names: float

    @classmethod
    def of(cls, model: CodebookModel, left: float, width: float) -> Columns:
        """The columns of a tree that wide, which begins at ``left``."""
        measured = QFontMetricsF(theme.ui_font(weight=QFont.Weight.DemiBold))
        passages, interviews = (measured.horizontalAdvance(number(n)) for n in model.widest)
        key = left + width - MARGIN
        edge = key - KEY - GAP + 3 if model.pinned else key
        both = width >= BOTH and model.widest[0] > 0
        first = edge - interviews - GAP if both else edge
        return cls(key, edge if both else None, first, first - passages - GAP)


def square_colour(node: CodeNode) -> QColor:
    """A theme's colour in full, paler for the codes below it."""
    return theme.tint(node.colour, 1.0 if node.depth == 0 else 0.55)


class CodeDelegate(QStyledItemDelegate):
    """The row's indentation is drawn here, so that its background spans the panel. ``tree`` is what it draws in."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Themes stand a little apart."""
        node = index.data(NODE)
        return QSize(120, THEME_ROW if node is not None and node.depth == 0 else ROW)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one row."""
        node = index.data(NODE)
        if painter is None or node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, box = theme.palette(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colours.hover)
        x, middle = box.left() + LEFT + node.depth * INDENT, box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(square_colour(node))
        painter.drawRoundedRect(QRectF(x, middle - SQUARE / 2, SQUARE, SQUARE), 2.5, 2.5)
        right = self._paint_right(painter, box, node, index)
        painter.setFont(_font(node))
        painter.setPen(colours.faint if index.data(ABOVE) else colours.ink)
        words = QRectF(x + SQUARE + 7, box.top(), right - x - SQUARE - 7, box.height())
        opened = self._tree.isExpanded(index)
        folds = self._folds(index) and (not opened or bool(option.state & QStyle.StateFlag.State_MouseOver))
        if folds:
            words.setRight(words.right() - CHEVRON - 2)
        name = QFontMetricsF(painter.font()).elidedText(node.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, MIDDLE, name)
        if folds:
            left = words.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + 4
            place = QRectF(left, middle - CHEVRON / 2, CHEVRON, CHEVRON).toRect()
            icons.icon("chevron-down" if opened else "chevron-right").paint(painter, place)
        painter.restore()

    def editorEvent(self, event: QEvent | None, model: QAbstractItemModel | None, option: QStyleOptionViewItem,
                    index: QModelIndex) -> bool:
        """A click on the square of what has codes below, or after its name where the chevron is, folds them."""
        if (isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
                and event.button() == Qt.MouseButton.LeftButton and self._on_fold(event.position().x(), option, index)):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))
            return True
        return super().editorEvent(event, model, option, index)

    def _folds(self, index: QModelIndex) -> bool:
        model = index.model()
        return model is not None and model.hasChildren(index)

    def _on_fold(self, x: float, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        node = index.data(NODE)
        if node is None or not self._folds(index):
            return False
        square = option.rect.left() + LEFT + node.depth * INDENT
        after = square + SQUARE + 7 + QFontMetricsF(_font(node)).horizontalAdvance(node.name)
        return bool(square - 4 <= x <= square + SQUARE + 3 or after <= x <= after + CHEVRON + 8)

    def _paint_right(self, painter: QPainter, box: QRectF, node: CodeNode, index: QModelIndex) -> float:
        """The figures, the key and, on the code that Enter gives, the mark of Enter; returns where the name must
        end."""
        model = index.model()
        if not isinstance(model, CodebookModel):
            raise TypeError("a tree of codes shows a CodebookModel")
        columns, total = Columns.of(model, box.left(), box.width()), int(index.data(TOTAL) or 0)
        if node.pin is not None:
            paint_key_cap(painter, columns.key, box.center().y(), str(node.pin))
        right = columns.names
        if total:
            painter.setFont(_font(node))
            painter.setPen(theme.palette().muted)
            painter.drawText(QRectF(columns.passages - 60, box.top(), 60, box.height()), RIGHT, number(total))
            if columns.interviews is not None:
                painter.setFont(theme.ui_font())
                painter.setPen(theme.palette().faint)
                place = QRectF(columns.interviews - 60, box.top(), 60, box.height())
                painter.drawText(place, RIGHT, number(int(index.data(INTERVIEWS) or 0)))
        elif columns.interviews is None:
            right = columns.passages
        if index.data(ANSWERS):
            right -= CHEVRON + 4
            mark = QRectF(right, box.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
            icons.icon("return").paint(painter, mark.toRect())
            right -= 4
        return right

    def updateEditorGeometry(self, editor: QWidget | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Edit where the name stands."""
        node = index.data(NODE)
        if editor is not None and node is not None:
            left = LEFT + node.depth * INDENT + SQUARE
            box = option.rect
            editor.setGeometry(QRect(box.left() + left, box.top(), box.width() - left - 8, box.height()))


def _font(node: CodeNode) -> QFont:
    return theme.ui_font(weight=QFont.Weight.DemiBold if node.depth == 0 else QFont.Weight.Normal)
