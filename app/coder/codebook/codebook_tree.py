# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of codes: what is dragged onto it, and its keys."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from app.coder.codebook import tree_keys
from app.coder.codebook.code_delegate import CodeDelegate
from app.coder.codebook.codebook_model import CodebookModel, holds_selection
from app.coder.page import lifting
from coding.language import _

EXPAND_MS = 600  # a folded theme opens under what is dragged


class CodebookTree(QTreeView):
    """``verb`` carries what a key asks for (``app.coder.codebook.tree_keys``)."""

    verb = pyqtSignal(str)

    def __init__(self, model: CodebookModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codebook_model = model
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Codebook"))
        self.setModel(model)
        self.setItemDelegate(CodeDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(EXPAND_MS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ours; else Qt's: arrows, F2, letters, which only go to the name they begin, and what is left of the keys of
        a name being changed: Enter, which ends it, would give the code."""
        renaming = self.state() == QAbstractItemView.State.EditingState
        verb = tree_keys.verb_of(event) if event is not None and not renaming else None
        if event is None or verb is None or verb == "rename":
            super().keyPressEvent(event)
        else:
            self.verb.emit(verb)
            event.accept()

    def reset(self) -> None:
        """Take the keys back from a name being changed, which goes with the rows."""
        focused = QApplication.focusWidget()
        renaming = focused is not None and self.isAncestorOf(focused)
        super().reset()
        if renaming:
            self.setFocus()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """A code follows the pointer by its name: Qt's picture of the row hides the words on which it is to fall."""
        rows = self.selectedIndexes()
        made = self.codebook_model.mimeData(rows)
        if rows and made is not None:
            names = ", ".join(str(row.data()) for row in rows)
            lifting.carry(self, made, names, actions, self.defaultDropAction())

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Words fall on a code, never between two: the whole row takes them."""
        self.setDragDropOverwriteMode(event is not None and holds_selection(event.mimeData()))
        super().dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent | None) -> None:
        """Back to codes, which may be put between two."""
        super().dragLeaveEvent(event)
        self.setDragDropOverwriteMode(False)

    def dropEvent(self, event: QDropEvent | None) -> None:
        """Back to codes, once it has fallen."""
        super().dropEvent(event)
        self.setDragDropOverwriteMode(False)
