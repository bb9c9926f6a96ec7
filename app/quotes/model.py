# SPDX-License-Identifier: GPL-3.0-or-later
"""The quotes as a tree of two levels, headings and cards; or as a plain list of cards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt

from app.quotes.sections import Card, Section, card, spoken
from coding.codebook import Codebook
from coding.quotes import Quote

if TYPE_CHECKING:
    from coding.quote_context import Context

ENTRY = Qt.ItemDataRole.UserRole  # a Section or a Card
MIME = "application/x-filrouge-quotes"
_TOP = 0


class QuoteModel(QAbstractItemModel):
    """``flat`` shows the cards of every section one after the other, without headings. ``around`` is what was said
    before and after a passage, where it was asked for. ``hand``, where cards may be moved, is told the row of their
    section, the passages moved and the row they were let fall before."""

    def __init__(self, parent: QObject | None = None, *, flat: bool = False) -> None:
        super().__init__(parent)
        self.flat = flat
        self._sections: list[Section] = []
        self._flattened: list[tuple[Quote, int | None]] = []
        self.hand: Callable[[int, list[int], int], None] | None = None
        self.around: dict[int, Context] = {}
        self._book = Codebook([])
        self._language = "fr"

    def show(self, sections: Sequence[Section], book: Codebook, language: str) -> None:
        """Replace everything; cards are made when they are asked for."""
        self.beginResetModel()
        self._sections, self._book, self._language = list(sections), book, language
        self._flattened = [(quote, part.under) for part in sections for quote in part.quotes] if self.flat else []
        self.endResetModel()

    def entry(self, index: QModelIndex) -> Section | Card | None:
        """What stands at an index."""
        if not index.isValid():
            return None
        if self.flat:
            quote, under = self._flattened[index.row()]
            return card(quote, self._book, self._language, under=under)
        above = index.internalId()
        if above == _TOP:
            return self._sections[index.row()]
        section = self._sections[above - 1]
        quote = section.quotes[index.row()]
        return card(quote, self._book, self._language, under=section.under, around=self.around.get(quote.passage_id))

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        """Headings know no section; a card knows its section's number, from 1."""
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent is not None and parent.isValid() else _TOP)

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        """The heading above a card."""
        above = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if above == _TOP else self.createIndex(above - 1, 0, _TOP)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Headings at the top, cards below each."""
        if parent is None or not parent.isValid():
            return len(self._flattened) if self.flat else len(self._sections)
        if self.flat or parent.internalId() != _TOP:
            return 0
        return len(self._sections[parent.row()].quotes)

    def columnCount(self, _parent: QModelIndex | None = None) -> int:
        """One."""
        return 1

    def hasChildren(self, parent: QModelIndex | None = None) -> bool:
        """Only headings have any."""
        return parent is None or not parent.isValid() or (not self.flat and parent.internalId() == _TOP)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Everything can be reached by keyboard."""
        made = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.hasChildren(index):
            return made if self.hand is None else made | Qt.ItemFlag.ItemIsDropEnabled
        made |= Qt.ItemFlag.ItemNeverHasChildren
        return made if self.hand is None else made | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Ours."""
        return [MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The section's row, then the passages."""
        cards = sorted((index.internalId() - 1, index.row()) for index in indexes if index.internalId() != _TOP)
        section = cards[0][0] if cards else -1
        ids = [self._sections[section].quotes[row].passage_id for above, row in cards if above == section]
        made = QMimeData()
        made.setData(MIME, json.dumps([section, ids]).encode())
        return made

    def canDropMimeData(self, data: QMimeData | None, action: Qt.DropAction, row: int, column: int,
                        parent: QModelIndex) -> bool:
        """Under the heading that they come from."""
        if data is None or not data.hasFormat(MIME) or self.hand is None:
            return False
        return parent.isValid() and parent.internalId() == _TOP and parent.row() == _carried(data)[0]

    def dropMimeData(self, data: QMimeData | None, action: Qt.DropAction, row: int, column: int,
                     parent: QModelIndex) -> bool:
        """Say where they were let fall; the order itself is the project's."""
        if data is None or self.hand is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        section, ids = _carried(data)
        self.hand(section, ids, max(row, 0))
        return False  # nothing is to be taken away here

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, for the screen reader as for the painter."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ENTRY,
                        Qt.ItemDataRole.ToolTipRole):
            return None
        entry = self.entry(index)
        if role == ENTRY or entry is None:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.quote.memo or None if isinstance(entry, Card) else None
        if isinstance(entry, Section):
            return f"{entry.title} ({len(entry.quotes)})"
        return spoken(entry) if role == Qt.ItemDataRole.AccessibleTextRole else f"{entry.words} {entry.source}"


def _carried(data: QMimeData) -> tuple[int, list[int]]:
    section, ids = json.loads(data.data(MIME).data())
    return section, ids
