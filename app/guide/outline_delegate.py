# SPDX-License-Identifier: GPL-3.0-or-later
"""How the lines of a guide are painted and edited: words folded on several lines, lists for the rest."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PyQt6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import parts, theme
from app.desk import Desk
from app.guide.outline_model import KIND, LINE, TEXT, THEME, Line
from app.widgets.strokes import swatch
from coding.language import _

PROMPT, PADDING, HEADING = 26, 8, 12  # pixels: how far in a prompt stands, above and below words, above a section
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OutlineDelegate(QStyledItemDelegate):
    """Draws everything itself; a row is as high as the words of its question need."""

    def __init__(self, desk: Desk, parent: QTableView) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """The height of the words at the width of their column."""
        line = index.data(LINE)
        if index.column() != TEXT:
            return QSize(60, 30)
        room = QRect(0, 0, max(80, self._view.columnWidth(TEXT) - _left(line) - 10), 10_000)
        words = QFontMetrics(_font(line)).boundingRect(room, int(_WORDS), index.data())
        return QSize(200, words.height() + 2 * PADDING + (HEADING if line.question is None else 0))

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        if painter is None:
            return
        line, colours, area = index.data(LINE), theme.palette(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.selection)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colours.rule)
        if line.question is None:
            area.setTop(area.top() + HEADING)
        left = 10
        if index.column() == TEXT:
            left = _left(line)
        elif index.column() == THEME and index.data(Qt.ItemDataRole.DecorationRole):
            swatch(painter, area.left() + 10, area.center().y() + 1, theme.readable(
                index.data(Qt.ItemDataRole.DecorationRole)))
            left = 26
        painter.setFont(_font(line) if index.column() == TEXT else theme.ui_font(13))
        lesser = index.column() != TEXT or (line.question is not None and line.question.is_prompt)
        usual = index.column() == KIND and line.question is not None and not line.question.is_prompt
        painter.setPen(colours.faint if usual else colours.muted if lesser else colours.ink)
        area.adjust(left, 0, -8, 0)
        if index.column() == TEXT:
            painter.drawText(area, int(_WORDS), index.data())
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                             painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideMiddle, area.width()))
        painter.restore()

    def createEditor(self, parent: QWidget | None, option: QStyleOptionViewItem,
                     index: QModelIndex) -> QWidget | None:
        """Words are written in place; kinds and themes are chosen in a list that opens at once."""
        if index.column() == TEXT:
            editor = QPlainTextEdit(parent)
            question = index.data(LINE).question is not None
            editor.setAccessibleName(_("Words of the question") if question else _("Name of the section"))
            editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            return editor
        box = QComboBox(parent)
        for words, value, colour in self._choices(index.column()):
            box.addItem(words, value)
            if colour:
                box.setItemIcon(box.count() - 1, parts.swatch(colour))
        box.activated.connect(lambda _place: self._done(box))
        QTimer.singleShot(0, box.showPopup)  # once it stands in its cell
        return box

    def setEditorData(self, editor: QWidget | None, index: QModelIndex) -> None:
        """What is recorded."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget | None, model: QAbstractItemModel | None, index: QModelIndex) -> None:
        """What is written or chosen."""
        if isinstance(editor, QComboBox) and model is not None:
            model.setData(index, editor.currentData())
        elif isinstance(editor, QPlainTextEdit) and model is not None:
            model.setData(index, " ".join(parts.written(editor).split("\n")))

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Enter ends the writing, as it does on one line."""
        if (isinstance(watched, QPlainTextEdit) and isinstance(event, QKeyEvent)
                and event.type() == QEvent.Type.KeyPress
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self._done(watched)
            return True
        return super().eventFilter(watched, event)

    def _choices(self, column: int) -> list[tuple[str, object, str]]:
        if column == KIND:
            return [(_("question"), False, ""), (_("prompt"), True, "")]
        book = self._desk.codebook
        return [(_("none"), None, ""), *((book.path_text(node.id), node.id, node.colour) for node in book)]

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _left(line: Line) -> int:
    """Where the words of a line begin."""
    return 14 if line.question is None else 30 + (PROMPT if line.question.is_prompt else 0)


def _font(line: Line) -> QFont:
    return theme.ui_font(13, QFont.Weight.DemiBold if line.question is None else QFont.Weight.Normal)
