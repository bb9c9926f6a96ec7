# SPDX-License-Identifier: GPL-3.0-or-later
"""How a corpus table was left: the widths of its columns, those put away, and the one it is sorted by."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QObject, Qt

from app.corpus.sheet_view import SheetView
from app.settings import Settings


class SheetLayout(QObject):
    """Keeps the layout of a table under ``name`` in the settings, by column key, and gives it back."""

    def __init__(self, name: str, settings: Settings, table: SheetView) -> None:
        super().__init__(table)
        self._name = name
        self._settings = settings
        self._table = table
        self._keys: list[str] = []
        self._restoring = False
        head = table.horizontalHeader()
        if head is not None:
            head.sectionResized.connect(self._resized)
            head.sortIndicatorChanged.connect(self._sorted)
        table.sheet.loaded.connect(self.restore)
        self.restore()
        self._restore_sort()

    @property
    def _kept(self) -> dict[str, Any]:
        return dict(self._settings.tables.get(self._name, {}))

    def _keep(self, **values: Any) -> None:
        self._settings.tables = {**self._settings.tables, self._name: {**self._kept, **values}}

    def restore(self) -> None:
        """Give the columns their widths, and put those away that were; when there are other columns than before."""
        columns = self._table.sheet.columns
        keys = [column.key for column in columns]
        if keys == self._keys:
            return
        self._keys = keys
        widths, hidden = self._kept.get("widths", {}), self.hidden
        self._restoring = True
        for place, column in enumerate(columns):
            self._table.setColumnHidden(place, column.key in hidden and place > 0)
            self._table.setColumnWidth(place, int(widths.get(column.key, column.width)))
        if self._table.sheet.sorted_by is not None:
            self._show_sort(*self._table.sheet.sorted_by)  # its column may be elsewhere, or gone
        self._restoring = False

    @property
    def hidden(self) -> list[str]:
        """The keys of the columns put away."""
        return list(self._kept.get("hidden", []))

    def hide(self, key: str, hidden: bool) -> None:
        """Put a column away, or show it again."""
        self._keep(hidden=[*(each for each in self.hidden if each != key), *([key] if hidden else [])])
        self._restoring = True
        self._table.setColumnHidden(self._table.sheet.column_of(key), hidden)
        self._restoring = False

    def _resized(self, place: int, _old: int, new: int) -> None:
        columns, head = self._table.sheet.columns, self._table.horizontalHeader()
        stretched = head is not None and head.stretchLastSection() and place == len(columns) - 1
        if not self._restoring and not stretched and new > 0 and place < len(columns):
            widths = self._kept.get("widths", {})
            self._keep(widths={**widths, columns[place].key: new})

    def _sorted(self, _place: int, _order: Qt.SortOrder) -> None:
        if not self._restoring:
            self._keep(sorted=list(self._table.sheet.sorted_by or ()))

    def _restore_sort(self) -> None:
        kept = self._kept.get("sorted", [])
        if len(kept) == 2:
            self._show_sort(str(kept[0]), bool(kept[1]))

    def _show_sort(self, key: str, down: bool) -> None:
        head = self._table.horizontalHeader()
        if head is not None:
            head.setSortIndicator(self._table.sheet.column_of(key),
                                  Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
