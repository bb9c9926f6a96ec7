# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table as an item model: codes × interviews (or values, or groups), then «present»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.arrangement import Arrangement, Column, arranged, laid_out, present
from coding.language import _, ngettext, number, percent
from coding.reports.tint import fullness
from coding.transversal import Band, Measure, Row, Table

CELL = Qt.ItemDataRole.UserRole  # a Cell
ROW = Qt.ItemDataRole.UserRole + 1  # the Row, of cells and of vertical headers
Shown = Literal["passages", "words", "share", "presence", "summaries"]
WRITTEN = 0.16  # the tint below a summary, thin enough for its words to be read


@dataclass(frozen=True)
class Cell:
    """``text`` is empty where nothing stands. ``depth`` of the tint goes from 0 to 1. ``first``: the code first
    appears here. ``unasked``: the theme was not put in this interview. ``summed``: a summary is written. ``prose``:
    ``text`` is that summary."""

    text: str
    tint: float
    first: bool = False
    unasked: bool = False
    summed: bool = False
    prose: bool = False


@dataclass(frozen=True)
class Grid:
    """A table and what else its cells show: ``asked`` by (theme id, interview id), ``summaries`` by (code id,
    interview id), which stand in the cells themselves if so ``shown``."""

    table: Table
    asked: Mapping[tuple[int, int], bool]
    summaries: Mapping[tuple[int, int], str]
    shown: Shown = "passages"


EMPTY = Grid(Table(None, None, "passages", (), (), 0, ()), {}, {})


def measure_of(shown: Shown) -> Measure:
    """What is counted while ``shown`` is looked at."""
    return "passages" if shown == "summaries" else shown


class GridModel(QAbstractTableModel):
    """What a Grid shows once arranged: ``table`` is as it is laid out, ``grid.table`` as it was read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid, self.table, self.arrangement = EMPTY, EMPTY.table, Arrangement()
        self._summaries: dict[tuple[int, int], str] = {}
        self._columns: list[Column] = []
        self._themes: dict[int, int] = {}
        self._with_codes: set[int] = set()
        self._most = 0.0
        self._cells: dict[tuple[int, int], Cell] = {}  # made when first painted

    def show(self, grid: Grid, arrangement: Arrangement) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.grid, self.arrangement, self._summaries = grid, arrangement, dict(grid.summaries)
        self.table = arranged(grid.table, arrangement)
        self._columns = laid_out(self.table)
        self._most = max((count for row in grid.table.rows for count in row.counts), default=0)
        self._themes, self._with_codes, above = {}, set(), 0
        for row in grid.table.rows:
            if row.depth == 0:
                above = row.code_id
            else:
                self._with_codes.add(above)
            self._themes[row.code_id] = above
        self._cells.clear()
        self.endResetModel()

    def show_summaries(self, summaries: Mapping[tuple[int, int], str]) -> None:
        """Only summaries changed."""
        self._summaries = dict(summaries)
        self._cells.clear()
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @property
    def summaries(self) -> Mapping[tuple[int, int], str]:
        """Every summary, as last shown."""
        return self._summaries

    def summary(self, code_id: int, interview_id: int) -> str:
        """The summary of a cell."""
        return self._summaries.get((code_id, interview_id), "")

    def row(self, place: int) -> Row:
        """The code of a row."""
        return self.table.rows[place]

    def column(self, place: int) -> Column:
        """What a column is."""
        return self._columns[place]

    def is_open(self, row: Row) -> bool | None:
        """Whether the codes of a theme are shown; None for what has none to show."""
        if row.depth or row.code_id not in self._with_codes:
            return None
        return row.code_id not in self.arrangement.folded

    def title(self, column: int) -> str:
        """The interview, or the value, of a column; empty for a total."""
        place = self._columns[column].place
        return "" if place is None else self.table.columns[place]

    def interview_id(self, column: int) -> int | None:
        """The interview of a column; None where it gathers several."""
        place = self._columns[column].place
        return None if place is None or self.table.gathered else self.table.interview_ids[place]

    def locate(self, code_id: int, title: str | None, band: str | None = None) -> QModelIndex:
        """The cell of a code and a column's title (None: a total), in a band if there is one of that title; invalid
        when it is no longer there."""
        row = next((n for n, found in enumerate(self.table.rows) if found.code_id == code_id), -1)
        alike = [n for n, column in enumerate(self._columns) if (
            column.place is None if title is None else column.place is not None and self.title(n) == title)]
        within = [n for n in alike if (of := self._columns[n].band) is not None and of.title == band]
        column = within[0] if within else alike[-1 if title is None else 0] if alike else -1
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for each code."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """A column for each interview or value, each band's total, and the last."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader; painters ask for ``cell``."""
        row, column = self.table.rows[index.row()], self._columns[index.column()]
        if role == ROW:
            return row
        if role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                        Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if cell is None:
            return self._total(row, column) if role == Qt.ItemDataRole.DisplayRole else self._total_words(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"◆ {cell.text}" if cell.first else "–" if cell.unasked and not cell.text else cell.text
        return self._words(row, index.column(), cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles across, codes down."""
        if orientation == Qt.Orientation.Vertical:
            row = self.table.rows[section]
            tip = " › ".join(part for part in (row.theme, row.code) if part)
            return {Qt.ItemDataRole.DisplayRole: row.name, Qt.ItemDataRole.ToolTipRole: tip, ROW: row}.get(role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if column.place is not None:
            return self._about(column.place, column.band)
        return _("Interviews in which the code occurs") if column.band is None else _(
            "Interviews of “{band}” in which the code occurs").format(band=column.band.title)

    def cell(self, row: int, column: int) -> Cell | None:
        """What a painter draws; None for a total."""
        place = self._columns[column].place
        if place is None:
            return None
        found = self._cells.get((row, place))
        if found is None:
            found = self._cells[row, place] = self._made(self.table.rows[row], place)
        return found

    def total(self, row: int, column: int) -> str:
        """What a painter writes in a total."""
        return self._total(self.table.rows[row], self._columns[column])

    def _made(self, row: Row, place: int) -> Cell:
        count = row.counts[place]
        if self.table.gathered:
            size = self.table.sizes[place]
            return Cell(f"{int(count)}/{size}" if count else "", fullness(count, size) if count else 0.0)
        key = self.table.interview_ids[place]
        unasked = self.grid.asked.get((self._themes[row.code_id], key)) is False
        summary = self._summaries.get((row.code_id, key), "")
        first = self.table.is_first(row, place)
        if self.grid.shown == "summaries":
            counted = self._counted(count) if count and not summary else ""
            return Cell(summary or counted, WRITTEN if summary else 0.0, first, unasked, bool(summary), bool(summary))
        return Cell(self._figure(count) if count else "", fullness(count, self._most) if count else 0.0, first, unasked,
                    bool(summary))

    def heading(self, column: int) -> str:
        """What stands above a column: with how many it gathers, if it does."""
        place = self._columns[column].place
        if place is None:
            return _("present")
        title = self.table.columns[place]
        return f"{title} ({self.table.sizes[place]})" if self.table.gathered else title

    def _about(self, place: int, band: Band | None) -> str:
        """A column in a sentence: whose it is, and how many codes it holds, folded or not."""
        words = [band.title] if band is not None else []
        if self.table.gathered:
            size = self.table.sizes[place]
            counted = ngettext("{n} interview", "{n} interviews", size).format(n=size)
            return " · ".join((*words, self.table.columns[place], counted))
        whole = self.grid.table
        at = whole.interview_ids.index(self.table.interview_ids[place])
        held = sum(1 for row in whole.rows if row.depth and row.counts[at])
        return " · ".join((*words, self.table.columns[place], ngettext("{n} code", "{n} codes", held).format(n=held)))

    def _total(self, row: Row, column: Column) -> str:
        return "{}/{}".format(*present(self.table, row, column))

    def _total_words(self, row: Row, column: Column) -> str:
        """A total in a sentence, and how many were asked where that is known of some."""
        held, count = present(self.table, row, column)
        words = [row.name, _("present in {n} of {count} interviews").format(n=held, count=count)]
        table, keys = self.grid.table, set[int]()
        for band in table.bands or (None,):
            if column.band is None or (band is not None and band.title == column.band.title):
                keys |= set(table.interview_ids if band is None else table.interview_ids[band.start : band.stop])
        unasked = sum(1 for key in keys if self.grid.asked.get((self._themes[row.code_id], key)) is False)
        if unasked:
            words.append(_("the theme was asked in {n} of them").format(n=count - unasked))
        return " · ".join(words)

    def _figure(self, count: float) -> str:
        match self.table.measure:
            case "share":
                return percent(count, 1 if count < 0.095 else 0)
            case "presence":
                return "●"
            case _:
                return number(count)

    def _words(self, row: Row, column: int, cell: Cell) -> str:
        """A cell in a sentence: what, where, how much."""
        place = self._columns[column].place or 0
        parts = [f"{row.name} × {self.title(column)}", self._counted(row.counts[place])]
        if self.table.gathered:
            size = self.table.sizes[place]
            parts[1] = _("{n} of {count} interviews ({share})").format(
                n=int(row.counts[place]), count=size, share=percent(row.counts[place] / max(size, 1)))
        if cell.first:
            parts.append(_("first appearance of the code"))
        if cell.unasked:
            parts.append(_("theme not asked in this interview"))
        if cell.prose:
            parts.append(cell.text)
        elif cell.summed:
            parts.append(_("summary written"))
        return " · ".join(parts)

    def _counted(self, count: float) -> str:
        match self.table.measure:
            case "share":
                return _("{share} of the words").format(share=percent(count, 1))
            case "words":
                return ngettext("{n} word", "{n} words", int(count)).format(n=number(count))
            case "presence":
                return _("present") if count else _("absent")
            case _:
                return ngettext("{n} quote", "{n} quotes", int(count)).format(n=int(count))


def legend(grid: Grid) -> str:
    """What the signs of a grid mean."""
    table = grid.table
    if table.gathered:
        return _("Cells count the interviews in which the code occurs, of those of the column")
    words = [_("◆ first appearance of the code in the order of interviews")]
    ids = set(table.interview_ids)
    if any(not put for (_theme, key), put in grid.asked.items() if key in ids):
        words.append(_("– theme not asked"))
    if grid.shown != "summaries" and any(key in ids for _code, key in grid.summaries):
        words.append(_("• summary written"))
    return " · ".join(words)
