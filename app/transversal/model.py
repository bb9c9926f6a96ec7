# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table as an item model: codes × interviews (or values of an attribute), then «present»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.language import _, ngettext, number, percent
from coding.reports.tint import fullness
from coding.transversal import Row, Table

CELL = Qt.ItemDataRole.UserRole  # a Cell, or None in the last column
ROW = Qt.ItemDataRole.UserRole + 1  # the Row, of cells and of vertical headers
ColumnOrder = Literal["recorded", "title", "most"]


@dataclass(frozen=True)
class Cell:
    """``text`` is empty where nothing stands. ``depth`` of the tint goes from 0 to 1. ``first``: the code first
    appears here. ``unasked``: the theme was not put in this interview. ``summed``: a summary is written."""

    text: str
    tint: float
    first: bool
    unasked: bool
    summed: bool


@dataclass(frozen=True)
class Grid:
    """A table and what else its cells show: ``asked`` by (theme id, interview id), ``summaries`` by (code id,
    interview id)."""

    table: Table
    asked: Mapping[tuple[int, int], bool]
    summaries: Mapping[tuple[int, int], str]


class GridModel(QAbstractTableModel):
    """Columns stand in the recorded order, by title, or by how much is coded; ◆ always follows the recorded one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table(None, None, "passages", (), (), 0, ())
        self._asked: Mapping[tuple[int, int], bool] = {}
        self._summaries: dict[tuple[int, int], str] = {}
        self._order: list[int] = []
        self._themes: list[int] = []
        self._most = 0.0

    def show(self, grid: Grid, order: ColumnOrder) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.table, self._asked, self._summaries = grid.table, grid.asked, dict(grid.summaries)
        self._order = _ordered(grid.table, order)
        self._most = max((count for row in grid.table.rows for count in row.counts), default=0)
        self._themes, above = [], 0
        for row in grid.table.rows:
            above = row.code_id if row.depth == 0 else above
            self._themes.append(above)
        self.endResetModel()

    def show_summaries(self, summaries: Mapping[tuple[int, int], str]) -> None:
        """Only summaries changed."""
        self._summaries = dict(summaries)
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def summary(self, code_id: int, interview_id: int) -> str:
        """The summary of a cell."""
        return self._summaries.get((code_id, interview_id), "")

    def row(self, place: int) -> Row:
        """The code of a row."""
        return self.table.rows[place]

    def rows_below(self, place: int) -> range:
        """The rows of the codes under a theme."""
        rows = self.table.rows
        end = next((n for n in range(place + 1, len(rows)) if rows[n].depth <= rows[place].depth), len(rows))
        return range(place + 1, end)

    def is_present(self, column: int) -> bool:
        """Whether a column is the last one, which counts interviews."""
        return column == len(self._order)

    def title(self, column: int) -> str:
        """The interview, or the value, of a column."""
        return self.table.columns[self._order[column]]

    def interview_id(self, column: int) -> int | None:
        """The interview of a column; None with attributes, and in the last one."""
        if self.is_present(column) or self.table.by is not None:
            return None
        return self.table.interview_ids[self._order[column]]

    def locate(self, code_id: int, title: str | None) -> QModelIndex:
        """The cell of a code and a column's title (None: the last column); invalid when it is no longer there."""
        row = next((n for n, found in enumerate(self.table.rows) if found.code_id == code_id), -1)
        titles = [self.title(column) for column in range(len(self._order))]
        column = len(titles) if title is None else titles.index(title) if title in titles else -1
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for each code."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """A column for each interview or value, and the last."""
        return 0 if (parent is not None and parent.isValid()) or not self._order else len(self._order) + 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Figures for the painter and words for the screen reader."""
        row = self.table.rows[index.row()]
        if role == ROW:
            return row
        if self.is_present(index.column()):
            return f"{row.present}/{self.table.interviews}" if role == Qt.ItemDataRole.DisplayRole else None
        if role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                        Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self._cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return f"◆ {cell.text}" if cell.first else "–" if cell.unasked and not cell.text else cell.text
        return self._words(index.row(), index.column(), cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles across, codes down."""
        if orientation == Qt.Orientation.Vertical:
            row = self.table.rows[section]
            tip = " › ".join(part for part in (row.theme, row.code) if part)
            return {Qt.ItemDataRole.DisplayRole: row.name, Qt.ItemDataRole.ToolTipRole: tip, ROW: row}.get(role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if self.is_present(section):
            return _("present") if role == Qt.ItemDataRole.DisplayRole else _("Interviews in which the code occurs")
        return self.title(section)

    def _cell(self, row: int, column: int) -> Cell:
        found, place = self.table.rows[row], self._order[column]
        count = found.counts[place]
        key = self.interview_id(column)
        return Cell(
            text=self._figure(count) if count else "",
            tint=fullness(count, self._most) if count else 0.0,
            first=self.table.by is None and found.depth > 0 and found.first == place,
            unasked=key is not None and self._asked.get((self._themes[row], key)) is False,
            summed=key is not None and (found.code_id, key) in self._summaries,
        )

    def _figure(self, count: float) -> str:
        match self.table.measure:
            case "share":
                return percent(count, 1 if count < 0.095 else 0)
            case "presence" if self.table.by is None:
                return "●"
            case _:
                return number(count)

    def _words(self, row: int, column: int, cell: Cell) -> str:
        """A cell in a sentence: what, where, how much."""
        found = self.table.rows[row]
        parts = [f"{found.name} × {self.title(column)}", self._counted(found.counts[self._order[column]])]
        if cell.first:
            parts.append(_("first appearance of the code"))
        if cell.unasked:
            parts.append(_("theme not asked in this interview"))
        if cell.summed:
            parts.append(_("summary written"))
        return " · ".join(parts)

    def _counted(self, count: float) -> str:
        if self.table.by is not None:
            return ngettext("{n} interview", "{n} interviews", int(count)).format(n=int(count))
        match self.table.measure:
            case "share":
                return _("{share} of the words").format(share=percent(count, 1))
            case "words":
                return ngettext("{n} word", "{n} words", int(count)).format(n=number(count))
            case "presence":
                return _("present") if count else _("absent")
            case _:
                return ngettext("{n} quote", "{n} quotes", int(count)).format(n=int(count))


def _ordered(table: Table, order: ColumnOrder) -> list[int]:
    places = list(range(len(table.columns)))
    if order == "title":
        places.sort(key=lambda place: table.columns[place].casefold())
    elif order == "most":
        weight: Sequence[float] = [sum(row.counts[place] for row in table.rows if row.depth == 0) for place in places]
        places.sort(key=lambda place: -weight[place])
    return places
