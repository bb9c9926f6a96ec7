# SPDX-License-Identifier: GPL-3.0-or-later
"""The quotes as a tree of two levels, headings and cards; or as a plain list of cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.quotes.sections import Card, Section, card
from coding.codebook import Codebook
from coding.quotes import Quote

ENTRY = Qt.ItemDataRole.UserRole  # a Section or a Card
_TOP = 0


class QuoteModel(QAbstractItemModel):
    """``flat`` shows the cards of every section one after the other, without headings."""

    def __init__(self, parent: QObject | None = None, *, flat: bool = False) -> None:
        super().__init__(parent)
        self.flat = flat
        self._sections: list[Section] = []
        self._flattened: list[tuple[Quote, int | None]] = []
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
        return card(section.quotes[index.row()], self._book, self._language, under=section.under)

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
        return made if self.hasChildren(index) else made | Qt.ItemFlag.ItemNeverHasChildren

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
        return f"{entry.words} {entry.source}"
