# SPDX-License-Identifier: GPL-3.0-or-later
"""A table that is edited as a spreadsheet is: whatever is written at once is one act, read back when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QFont

from app import theme
from app.acts import tables as acts
from app.corpus.columns import Column
from app.desk import Desk
from coding.changes import Label
from coding.fold import fold
from coding.language import N_, _, ngettext, quoted_list, say
from models.errors import KnownError

Role = Qt.ItemDataRole
Index = QModelIndex
TOLD = 3  # refusals that a message gives the reasons of
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Cell = tuple[int, int, str]  # row and column of the table, text


class SheetModel(QAbstractTableModel):
    """``every`` row in the recorded order; ``rows``, those that pass the filter, in that order or sorted by a column.
    A row has an ``id``. ``refused`` carries the KnownError of what was not taken, ``loaded`` follows each reading."""

    refused = pyqtSignal(object)
    loaded = pyqtSignal()
    target = ""  # as coding.cells names it

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.every: list[Any] = []
        self.rows: list[Any] = []
        self.columns: list[Column] = []
        self.sorted_by: tuple[str, bool] | None = None  # column key, descending
        self.words = ""
        self._places: dict[int, int] = {}
        self._stood: list[int] = []  # ids as last sorted: what is written does not make rows jump

    def load(self) -> None:
        """Read the rows again and ``take`` them: each sheet knows where."""

    def take(self, every: Sequence[Any], made: list[Column]) -> None:
        """Show these rows and columns; selection, editor and scroll stay where the same rows remain."""
        self.every = list(every)
        self._places = {row.id: n for n, row in enumerate(self.every, start=1)}
        rows = self._arranged(made, keep=True)
        ids, now = [row.id for row in rows], [row.id for row in self.rows]
        if set(ids) != set(now) or len(ids) != len(now) or _keys(made) != _keys(self.columns):
            self.beginResetModel()
            self.rows, self.columns = rows, made
            self.endResetModel()
        else:
            self.columns = made
            self._rearrange(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(made) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(made) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(len(rows) - 1, 0))
        self.loaded.emit()

    def row_of(self, row_id: int) -> int:
        """Where a row stands; -1 when it is not shown."""
        return next((n for n, row in enumerate(self.rows) if row.id == row_id), -1)

    def column_of(self, key: str) -> int:
        """Where a column stands; -1 when there is none of that key."""
        return next((n for n, column in enumerate(self.columns) if column.key == key), -1)

    def filter(self, words: str) -> None:
        """Show only the rows in which each of these words stands somewhere; all of them for none."""
        if words != self.words:
            self.words = words
            self.take(self.every, self.columns)

    @property
    def in_order(self) -> bool:
        """Whether every row is shown, in the recorded order."""
        return self.sorted_by is None and not self.words.strip()

    def known(self, column: int) -> list[str]:
        """What already stands in a column, each once."""
        made = self.columns[column]
        return sorted({part for row in self.every for part in made.parts(row)}, key=fold)

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == Role.DisplayRole and section < len(self.rows):
                return str(self._places[self.rows[section].id])
            return _RIGHT if role == Role.TextAlignmentRole else None
        if section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.tip or None
        return _alignment(column) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Role.DisplayRole:
            return column.show(row)
        if role == Role.EditRole:
            return column.value(row)
        if role == Role.ToolTipRole:
            return column.show(row) or None
        if role == Role.FontRole and index.column() == 0:
            return theme.ui_font(weight=QFont.Weight.DemiBold)
        return _alignment(column) if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self.columns[index.column()].field and not self.desk.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role != Role.EditRole or not column.field or value == column.value(row):
            return False
        self.write([(index.row(), index.column(), str(value))], "")
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, empty cells last; as recorded when ``column`` is negative."""
        down = order == Qt.SortOrder.DescendingOrder
        self.sorted_by = (self.columns[column].key, down) if 0 <= column < len(self.columns) else None
        self._rearrange(self._arranged(self.columns, keep=False))

    # -- writing

    def write(self, cells: Sequence[Cell], act: str, *, beyond: bool = False) -> None:
        """Write cells in one act, called ``act`` (a msgid with {n}) when there are several; what cannot be written is
        told in one message, and the rest is taken. ``beyond``: there was more than the table has room for."""
        columns: dict[str, dict[int, str]] = {}
        closed: dict[str, None] = {}
        for row, column, text in cells:
            made = self.columns[column]
            if made.field:
                columns.setdefault(made.field, {})[self.rows[row].id] = text
            elif text.strip() not in (made.copy(self.rows[row]), made.show(self.rows[row])):
                closed[made.title] = None
        names = {row.id: self.columns[0].show(row) for row in self.rows}
        alone = sum(map(len, columns.values())) == 1

        def told(refused: acts.Refused) -> None:
            if alone and refused and not closed and not beyond:
                self.refused.emit(next(iter(refused.values())))
                return
            said = [f"{names.get(key, '')} – {say(error)}" for (key, _field), error in refused.items()]
            if said or closed or beyond:
                self.refused.emit(_in_one(said, list(closed), beyond))

        if columns and not self.desk.read_only:
            acts.set_cells(self.desk, target=self.target, columns=columns, label=self._label(cells, act), then=told)
        else:
            told({})

    def _label(self, cells: Sequence[Cell], act: str) -> Label:
        if len(cells) > 1:
            return Label(act, {"n": len(cells)})
        (row, column, _text), = cells
        return Label(N_("“{column}” of “{row}”"),
                     {"column": self.columns[column].title, "row": self.columns[0].show(self.rows[row])})

    # -- arranging

    def _arranged(self, made: list[Column], *, keep: bool) -> list[Any]:
        sought = fold(self.words).split()
        rows = [row for row in self.every if not sought or _holds(row, made, sought)]
        column = next((each for each in made if self.sorted_by and each.key == self.sorted_by[0]), None)
        if column is None or self.sorted_by is None:
            return rows
        place = {key: n for n, key in enumerate(self._stood)}
        if keep and all(row.id in place for row in rows):
            return sorted(rows, key=lambda row: place[row.id])
        filled = sorted((row for row in self.every if column.rank(row) is not None), key=column.rank,
                        reverse=self.sorted_by[1])
        whole = [*filled, *(row for row in self.every if column.rank(row) is None)]
        self._stood = [row.id for row in whole]
        shown = {row.id for row in rows}
        return [row for row in whole if row.id in shown]

    def _rearrange(self, rows: list[Any]) -> None:
        """Show the same rows in this order; what was selected follows its row."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in old]
        self.rows = rows
        self.changePersistentIndexList(
            old, [self.index(self.row_of(key), index.column()) for key, index in zip(ids, old, strict=True)])
        self.layoutChanged.emit()


def _in_one(refused: list[str], closed: list[str], beyond: bool) -> KnownError:
    said = refused[:TOLD]
    more = len(refused) - TOLD
    if more > 0:
        said.append(ngettext("And {n} more cell.", "And {n} more cells.", more).format(n=more))
    if closed:
        said.append(_("What is counted cannot be written: {columns}.").format(columns=quoted_list(closed)))
    if beyond:
        said.append(_("There was more to paste than the table has room for."))
    return KnownError(N_("Not taken: {reasons}"), reasons=" ".join(said))


def _holds(row: Any, made: list[Column], sought: list[str]) -> bool:
    text = fold("\n".join(column.show(row) for column in made))
    return all(word in text for word in sought)


def _keys(made: list[Column]) -> list[str]:
    return [column.key for column in made]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.to_the_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
