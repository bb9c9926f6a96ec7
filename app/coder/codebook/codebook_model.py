# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as a tree that views can show, filter, rename in, drag in and let fall on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import contains

from PyQt6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, pyqtSignal

from app.desk import Desk
from coding.codebook import PATH_SEPARATOR, CodeNode
from coding.fold import fold
from coding.language import _, ngettext

CODE_MIME = "application/x-filrouge-code"
SELECTION_MIME = "application/x-filrouge-selection"  # what the page drags: let fall on a code, it is coded
NODE = Qt.ItemDataRole.UserRole
TOTAL = Qt.ItemDataRole.UserRole + 1
INTERVIEWS = Qt.ItemDataRole.UserRole + 2
ANSWERS = Qt.ItemDataRole.UserRole + 3  # whether Enter in the filter gives this code
ABOVE = Qt.ItemDataRole.UserRole + 4  # whether it is shown only for a code below it
READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
WRITABLE = READABLE | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


class CodebookModel(QAbstractItemModel):
    """Reads ``desk.codebook`` and ``desk.counts``. Gestures come out as signals: ``renamed`` (code id, name),
    ``moved`` (code id, parent id or None, position among its new siblings), ``coded`` (code id: what is selected in
    the page fell on it)."""

    renamed = pyqtSignal(int, str)
    moved = pyqtSignal(int, object, int)
    coded = pyqtSignal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filter = ""
        self._only: Collection[int] | None = None
        self._answer: int | None = None
        self._hits: set[int] = set()
        self._children: dict[int | None, list[CodeNode]] = {}
        self._rows: dict[int, int] = {}
        self._widest: tuple[int, int] | None = None
        self._gather()

    def reload(self) -> None:
        """The codebook is another one."""
        self.beginResetModel()
        self._gather()
        self.endResetModel()

    def recount(self, code_ids: Iterable[int]) -> None:
        """Counts are others for these codes and those above them, the tree the same."""
        self._widest = None
        touched: set[int] = set()
        for code_id in code_ids:
            key: int | None = code_id
            while key is not None and key in self._desk.codebook.by_id:
                touched.add(key)
                key = self._desk.codebook.by_id[key].parent_id
        for key in touched:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index, [TOTAL, INTERVIEWS])

    def filter(self, text: str, only: Collection[int] | None = None) -> bool:
        """Show only codes whose path holds each word of ``text``, whatever the accents, and among them only those of
        ``only``; with the codes above them. Returns whether that shows another tree."""
        wanted = fold(text.strip())
        if wanted == self._filter and only == self._only:
            return False
        self._filter, self._only = wanted, only
        self.reload()
        return True

    @property
    def widest(self) -> tuple[int, int]:
        """The largest numbers of passages and of interviews, which are those of a theme."""
        if self._widest is None:
            counts, themes = self._desk.counts, self._desk.codebook.themes
            self._widest = (max((counts.total(theme.id) for theme in themes), default=0),
                            max((counts.interviews(theme.id) for theme in themes), default=0))
        return self._widest

    @property
    def pinned(self) -> bool:
        """Whether any code has a key."""
        return any(node.pin for node in self._desk.codebook)

    @property
    def filtered(self) -> bool:
        """Whether some codes may be left out."""
        return bool(self._filter) or self._only is not None

    def first_match(self) -> CodeNode | None:
        """The code that Enter in the filter gives: the first whose own name holds what was typed; failing that, the
        first whose path has each word of it."""
        return self._desk.codebook.by_id.get(self._answer) if self._answer is not None else None

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
        """Name, counts, and the node for the delegate."""
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._described(node)
        if role == NODE:
            return node
        if role == TOTAL:
            return self._desk.counts.total(node.id)
        if role == INTERVIEWS:
            return self._desk.counts.interviews(node.id)
        if role == ABOVE:
            return node.id not in self._hits
        return node.id == self._answer if role == ANSWERS else None

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
        """A code's id; what is selected in the page."""
        return [CODE_MIME, SELECTION_MIME]

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
        """A code: not under itself, not between rows of which some are left out. Selected words: on a code."""
        if holds_selection(data):
            return parent.isValid() and row < 0 and not self._desk.read_only
        code_id = code_in(data)
        if code_id is None or code_id not in self._desk.codebook.by_id or (self.filtered and row >= 0):
            return False
        return not parent.isValid() or parent.internalId() not in self._desk.codebook.below(code_id)

    def dropMimeData(self, data: QMimeData | None, action: Qt.DropAction, row: int, column: int,
                     parent: QModelIndex) -> bool:
        """Ask for the move, or the coding; False, or the view would remove the row it dragged."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        code_id = code_in(data)
        if code_id is None:
            self.coded.emit(parent.internalId())
            return False
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
        book, kept = self._desk.codebook, set[int]()
        self._widest = None
        hits = [node for node in book if self._hit(node)]
        self._hits = {node.id for node in hits}
        for node in hits:
            key: int | None = node.id
            while key is not None and key not in kept:
                kept.add(key)
                key = book.by_id[key].parent_id
        named = (node.id for node in hits if self._filter in fold(node.name))
        self._answer = next(named, hits[0].id if hits else None) if self._filter else None
        self._children = {}
        self._rows = {}
        for node in book:
            if node.id in kept:
                siblings = self._children.setdefault(node.parent_id, [])
                self._rows[node.id] = len(siblings)
                siblings.append(node)

    def _hit(self, node: CodeNode) -> bool:
        if self._only is not None and node.id not in self._only:
            return False
        if PATH_SEPARATOR.strip() in self._filter:  # «theme > code»: level by level
            sought = [part.strip() for part in self._filter.split(PATH_SEPARATOR.strip())]
            names = [fold(name) for name in self._desk.codebook.path(node.id)]
            return len(names) >= len(sought) and all(map(contains, names[-len(sought):], sought))
        path = fold(self._desk.codebook.path_text(node.id)) if self._filter else ""
        return all(word in path for word in self._filter.split())

    def _described(self, node: CodeNode) -> str:
        total, met = self._desk.counts.total(node.id), self._desk.counts.interviews(node.id)
        counted = ngettext("{n} passage", "{n} passages", total).format(n=total)
        if total:
            interviews = ngettext("{n} interview", "{n} interviews", met).format(n=met)
            counted = _("{passages} in {interviews}").format(passages=counted, interviews=interviews)
        words = _("{name}: {passages}").format(name=self._desk.codebook.path_text(node.id), passages=counted)
        return f"{words} · {_('key {digit}').format(digit=node.pin)}" if node.pin else words


def code_in(data: QMimeData | None) -> int | None:
    """The code a drag carries; None when it carries something else."""
    if data is None or not data.hasFormat(CODE_MIME):
        return None
    return int(data.data(CODE_MIME).data().decode())


def holds_selection(data: QMimeData | None) -> bool:
    """Whether a drag carries what is selected in the page."""
    return data is not None and data.hasFormat(SELECTION_MIME)
