# SPDX-License-Identifier: GPL-3.0-or-later
"""The memos that answer a filter, as a list with headings among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, Qt

from coding import memo_shelf
from coding.language import _
from coding.memo_shelf import KINDS, Entry, Kind, Order

ENTRY = Qt.ItemDataRole.UserRole  # an Entry, or the text of a heading


@dataclass(frozen=True)
class Asked:
    """What is to be listed: a kind (None: all), words, and the order. The journal is always a diary."""

    kind: Kind | None = None
    query: str = ""
    order: Order = "changed"


class MemosModel(QAbstractListModel):
    """Rows are headings and entries; headings cannot be chosen."""

    _rows: Sequence[str | Entry] = ()

    def take(self, entries: Sequence[Entry], asked: Asked) -> None:
        """List those that answer."""
        self.beginResetModel()
        self._rows = list(_rows([entry for entry in entries if memo_shelf.answers(entry, asked.query)], asked))
        self.endResetModel()

    @property
    def shown(self) -> list[Entry]:
        """The entries listed, in order."""
        return [row for row in self._rows if isinstance(row, Entry)]

    def entry(self, index: QModelIndex) -> Entry | None:
        """The memo of a row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def index_of(self, memo_id: int) -> QModelIndex:
        """Where a memo stands; invalid when it is not listed."""
        place = next((n for n, row in enumerate(self._rows) if isinstance(row, Entry) and row.memo.id == memo_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{_(KINDS[row.kind])}, {row.heading}. {row.plain}"
        return None


def _rows(found: Sequence[Entry], asked: Asked) -> Iterator[str | Entry]:
    if asked.kind == "journal":
        for month, those in memo_shelf.by_month(memo_shelf.diary(found)):
            yield month
            yield from those
        return
    ordered = memo_shelf.filed([entry for entry in found if asked.kind in (None, entry.kind)], asked.order)
    if asked.order == "changed" or asked.kind is not None:
        yield from ordered
        return
    for kind, group in groupby(ordered, key=lambda entry: entry.kind):
        of_kind = list(group)
        yield _(KINDS[kind])
        yield from memo_shelf.diary(of_kind) if kind == "journal" else of_kind
