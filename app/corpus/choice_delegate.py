# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing a cell whose values are few: a list opens, and the choice is taken at once."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PyQt6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.corpus.interviews_model import InterviewsModel


class ChoiceDelegate(QStyledItemDelegate):
    """A combo box for the columns that have choices, a line for the others."""

    def createEditor(self, parent: QWidget | None, option: QStyleOptionViewItem,
                     index: QModelIndex) -> QWidget | None:
        model = index.model()
        choices = model.columns[index.column()].choices if isinstance(model, InterviewsModel) else None
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for value, words in choices.items():
            box.addItem(words, value)
        box.activated.connect(lambda _index: self._done(box))
        QTimer.singleShot(0, box.showPopup)  # once it stands in its cell
        return box

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

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
