# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing a cell: a list where its values are few, else a line that proposes what stands elsewhere in the column; Enter
and Tab go on to the next cell."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.corpus.sheet_model import SheetModel
from app.widgets.part_completer import PartCompleter

STEPS = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}


class SheetDelegate(QStyledItemDelegate):
    """``stepped`` carries how many rows and columns to go on by, once a cell was edited by the keyboard."""

    stepped = pyqtSignal(int, int)

    def createEditor(self, parent: QWidget | None, option: QStyleOptionViewItem,
                     index: QModelIndex) -> QWidget | None:
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, SheetModel) else None
        if column is not None and column.choices:
            box = QComboBox(parent)
            for value, words in column.choices.items():
                box.addItem(words, value)
            box.activated.connect(lambda _index: self._done(box))
            QTimer.singleShot(0, box.showPopup)  # once it stands in its cell
            return box
        line = QLineEdit(parent)
        line.setFrame(False)
        if isinstance(model, SheetModel) and column is not None and not column.to_the_right and index.column() > 0:
            line.setCompleter(PartCompleter(model.known(index.column()), column.between, line))
        return line

    def setEditorData(self, editor: QWidget | None, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget | None, model: QAbstractItemModel | None, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox) and model is not None:
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                down, right = step
                if down and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    down = -down
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.stepped.emit(down, right)
                return True
        return super().eventFilter(watched, event)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
