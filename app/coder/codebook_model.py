# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as a tree that views can show, filter, rename in and drag in."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, pyqtSignal

from app.desk import Desk
from coding.codebook import CodeNode
from coding.fold import fold
from coding.language import _, ngettext

CODE_MIME = "application/x-filrouge-code"
NODE = Qt.ItemDataRole.UserRole
READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
WRITABLE = READABLE | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
TOTAL = Qt.ItemDataRole.UserRole + 1


class CodebookModel(QAbstractItemModel):
    """Reads ``desk.codebook`` and ``desk.counts``. Gestures come out as signals: ``renamed`` (code id, name),
    ``moved`` (code id, parent id or None, position among its new siblings)."""

    renamed = pyqtSignal(int, str)
    moved = pyqtSignal(int, object, int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filter = ""
        self._children: dict[int | None, list[CodeNode]] = {}
        self._rows: dict[int, int] = {}
        self._gather()

    def reload(self) -> None:
        """The codebook is another one."""
        self.beginResetModel()
        self._gather()
        self.endResetModel()

    def recount(self, code_ids: Iterable[int]) -> None:
        """Counts are others for these codes and those above them, the tree the same."""
        touched: set[int] = set()
        for code_id in code_ids:
            key: int | None = code_id
            while key is not None and key in self._desk.codebook.by_id:
                touched.add(key)
                key = self._desk.codebook.by_id[key].parent_id
        for key in touched:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index, [TOTAL])

    def filter(self, text: str) -> None:
        """Show only codes whose name holds ``text``, whatever the accents, with all that is above and below them."""
        if fold(text.strip()) != self._filter:
            self._filter = fold(text.strip())
            self.reload()

    @property
    def filtered(self) -> bool:
        """Whether some codes are left out."""
        return bool(self._filter)

    def first_match(self) -> CodeNode | None:
        """The first code whose own name answers the filter."""
        return next((node for node in self._desk.codebook if self._filter in fold(node.name)), None)

    def node(self, index: QModelIndex) -> CodeNode | None:
        """The code of a row."""
        return self._desk.codebook.by_id.get(index.internalId()) if index.isValid() else None

    def index_of(self, code_id: int) -> QModelIndex:
        """The row of a code; invalid when it is not shown."""
        row = self._rows.get(code_id)
        return QModelIndex() if row is None else self.createIndex(row, 0, code_id)

    # -- Qt's model ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        """The row of a parent."""
        below = self._below(parent)
        return self.createIndex(row, column, below[row].id) if column == 0 and 0 <= row < len(below) else QModelIndex()

    def parent(self, index: QModelIndex | None = None) -> QModelIndex:  # type: ignore[override]
        """The row above; Qt's other ``parent`` (of a QObject) is not called from Python."""
        node = self.node(index) if index is not None else None
        return self.index_of(node.parent_id) if node is not None and node.parent_id is not None else QModelIndex()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many codes below."""
        return len(self._below(parent))

    def columnCount(self, _parent: QModelIndex | None = None) -> int:
        """One: the delegate draws the rest."""
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, count, and the node for the delegate."""
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.name
        if role == NODE:
            return node
        total = self._desk.counts.total(node.id)
        if role == TOTAL:
            return total
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._described(node, total)
        return None

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the tree changes when the project has."""
        node = self.node(index)
        name = str(value).strip()
        if node is None or role != Qt.ItemDataRole.EditRole or not name or name == node.name:
            return False
        self.renamed.emit(node.id, name)
        return True

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Everything can be chosen; with a project open to write, renamed and dragged."""
        if self._desk.read_only:
            return READABLE if index.isValid() else Qt.ItemFlag.NoItemFlags
        return WRITABLE if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """A code's id."""
        return [CODE_MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The code dragged."""
        made = QMimeData()
        for index in indexes:
            made.setData(CODE_MIME, str(index.internalId()).encode())
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        """Codes are moved in the tree; the page takes a copy."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData | None, _action: Qt.DropAction, row: int, _column: int,
                        parent: QModelIndex) -> bool:
        """Not under itself; not between rows of which some are left out."""
        code_id = code_in(data)
        if code_id is None or code_id not in self._desk.codebook.by_id or (self.filtered and row >= 0):
            return False
        return not parent.isValid() or parent.internalId() not in self._desk.codebook.below(code_id)

    def dropMimeData(self, data: QMimeData | None, action: Qt.DropAction, row: int, column: int,
                     parent: QModelIndex) -> bool:
        """Ask for the move; False, or the view would remove the row it dragged."""
        code_id = code_in(data)
        if code_id is not None and self.canDropMimeData(data, action, row, column, parent):
            parent_id = parent.internalId() if parent.isValid() else None
            siblings = [node.id for node in self._desk.codebook.children(parent_id)]
            position = len(siblings) if row < 0 else row
            if code_id in siblings and siblings.index(code_id) < position:
                position -= 1
            self.moved.emit(code_id, parent_id, position)
        return False

    # -- inside --------------------------------------------------------------------------------------------------

    def _below(self, parent: QModelIndex | None) -> list[CodeNode]:
        key = parent.internalId() if parent is not None and parent.isValid() else None
        return self._children.get(key, [])

    def _gather(self) -> None:
        book = self._desk.codebook
        kept: set[int] = set()
        for node in book:
            if self._filter in fold(node.name):
                kept.update(book.below(node.id))
                above = node.parent_id
                while above is not None:
                    kept.add(above)
                    above = book.by_id[above].parent_id
        self._children = {}
        self._rows = {}
        for node in book:
            if node.id in kept:
                siblings = self._children.setdefault(node.parent_id, [])
                self._rows[node.id] = len(siblings)
                siblings.append(node)

    def _described(self, node: CodeNode, total: int) -> str:
        passages = ngettext("{n} passage", "{n} passages", total).format(n=total)
        words = _("{name}: {passages}").format(name=self._desk.codebook.path_text(node.id), passages=passages)
        return f"{words} · {_('key {digit}').format(digit=node.pin)}" if node.pin else words


def code_in(data: QMimeData | None) -> int | None:
    """The code a drag carries; None when it carries something else."""
    if data is None or not data.hasFormat(CODE_MIME):
        return None
    return int(data.data(CODE_MIME).data().decode())
