# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook at the left of the page: a tree to code from, and to arrange."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QLineEdit, QToolButton, QTreeView, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import codes
from app.coder import code_menu
from app.coder.code_delegate import CodeDelegate
from app.coder.codebook_model import CodebookModel
from app.desk import Desk
from coding.changes import Change
from coding.codebook import CodeNode
from coding.language import _


class CodebookPanel(parts.Panel):
    """``picked`` carries the id of a code to give to what is selected, ``wanted`` the name typed of a code that does
    not exist yet, ``current_changed`` that another code is current."""

    picked = pyqtSignal(int)
    wanted = pyqtSignal(str)
    current_changed = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._collapsed: set[int] = set()
        self._current_id: int | None = None
        self.model = CodebookModel(desk, self)
        self.model.renamed.connect(lambda key, name: codes.edit(desk, key, name=name))
        self.model.moved.connect(lambda key, above, place: codes.move(desk, key, parent_id=above, position=place))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter or create a code…"))
        self.field.setAccessibleName(_("Filter the codebook"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._enter_field)
        self.field.installEventFilter(self)
        self._hint = parts.label(
            _("No code yet. Type a name above, or select words in the transcript and press Ctrl+K."), "muted",
            wrap=True)
        self._hint.setContentsMargins(12, 4, 12, 4)
        self.tree = self._make_tree()
        self._build()
        self._expand()

    def current(self) -> CodeNode | None:
        """The code the tree stands on, or stood on before the filter hid it."""
        return self._desk.codebook.by_id.get(self._current_id) if self._current_id is not None else None

    def current_theme_id(self) -> int | None:
        """Where a new code goes: the theme of the current code."""
        node = self.current()
        return self._desk.codebook.theme_of(node.id).id if node is not None else None

    def show_code(self, code_id: int) -> None:
        """Make a code current, and seen."""
        index = self.model.index_of(code_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def follow(self, change: Change) -> None:
        """Show a change: the tree again when codes changed, the counts when passages did."""
        if change.touches("code"):
            self.model.reload()
            self._expand()
            if self._current_id is not None:
                self.show_code(self._current_id)
        elif change.touches("coding"):
            rows = [row for image in change.images if image.table == "coding" for row in (image.before, image.after)]
            self.model.recount({row["code_id"] for row in rows if row and "code_id" in row})

    def rename_current(self) -> None:
        """Write another name in place."""
        if not self._desk.read_only and self.tree.currentIndex().isValid():
            self.tree.edit(self.tree.currentIndex())

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Down goes from the field to the tree; Enter in the tree gives the current code."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self.tree.setFocus()
                if not self.tree.currentIndex().isValid():
                    self.tree.setCurrentIndex(self.model.index(0, 0))
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if watched is self.tree and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                node = self.current()
                if node is not None:
                    self.picked.emit(node.id)
                return True
        return super().eventFilter(watched, event)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setProperty("role", "panel")
        tree.setAccessibleName(_("Codebook"))
        tree.setModel(self.model)
        tree.setItemDelegate(CodeDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setMouseTracking(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.clicked.connect(lambda _index: self.current_changed.emit())
        tree.doubleClicked.connect(lambda index: self.picked.emit(index.internalId()))
        tree.collapsed.connect(lambda index: self._collapsed.add(index.internalId()))
        tree.expanded.connect(lambda index: self._collapsed.discard(index.internalId()))
        tree.installEventFilter(self)
        selection = tree.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._stand)
        return tree

    def _stand(self, index: QModelIndex) -> None:
        node, selection = self.model.node(index), self.tree.selectionModel()
        if node is not None and selection is not None:  # Qt does not select the row that the first focus makes current
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if node is not None and node.id != self._current_id:
            self._current_id = node.id
            self.current_changed.emit()

    def _build(self) -> None:
        header = parts.Header(_("Codebook"), small=True)
        add = QToolButton()
        add.setIcon(icons.icon("plus"))
        add.setToolTip(_("New theme or code"))
        add.setAccessibleName(add.toolTip())
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        add.setMenu(code_menu.additions(self, self._desk, self.current, self.show_code))
        add.setEnabled(not self._desk.read_only)
        header.add_right(add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 6)
        inner.addWidget(self.field)
        box.addLayout(inner)
        box.addWidget(self._hint)
        box.addWidget(self.tree, 1)

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self._expand()
        if not text and self._current_id is not None:
            self.show_code(self._current_id)

    def _enter_field(self) -> None:
        """The first code that answers becomes current; none does, it is made."""
        text = self.field.text().strip()
        match = self.model.first_match() if text else None
        if match is not None:
            self.show_code(match.id)
            self.picked.emit(match.id)
        elif text and not self._desk.read_only:
            self.wanted.emit(text)
        self.field.clear()

    def _expand(self) -> None:
        self._hint.setVisible(len(self._desk.codebook) == 0)
        self.tree.blockSignals(True)
        self.tree.expandAll()
        if not self.model.filtered:
            for code_id in self._collapsed:
                self.tree.collapse(self.model.index_of(code_id))
        self.tree.blockSignals(False)

    def _show_menu(self, point: QPoint) -> None:
        index: QModelIndex = self.tree.indexAt(point)
        view = self.tree.viewport()
        if view is not None:
            menu = code_menu.for_code(self, self._desk, self.model.node(index), self.rename_current, self.show_code)
            menu.popup(view.mapToGlobal(point))
