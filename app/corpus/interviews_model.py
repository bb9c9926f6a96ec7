# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews as a table that can be edited: each edit is one act, read back when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QFont

from app import theme
from app.corpus.columns import Column, columns
from app.desk import Desk
from coding import attributes
from coding.changes import Change
from coding.interviews import InterviewRow, interviews, word_counts
from coding.language import _, ngettext, number, percent
from coding.reading_progress import Progress, ProgressBook
from models.errors import KnownError

Role = Qt.ItemDataRole
Index = QModelIndex


class InterviewsModel(QAbstractTableModel):
    """Rows in the recorded order, or sorted by a column. ``refused`` carries the KnownError of an edit,
    ``summed`` says that the summary did change since."""

    refused = pyqtSignal(object)
    loaded = pyqtSignal()
    summed = pyqtSignal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words: dict[int, int] = {}
        self._book = ProgressBook()
        self.progress: dict[int, Progress] = {}
        self._sort: tuple[str, bool] | None = None  # column key, descending
        self.rows: list[InterviewRow] = []
        self.columns: list[Column] = []
        self.load()

    def load(self) -> None:
        """Read the interviews again; words are counted in the background."""
        rows = self._desk.read_now(interviews)
        names = [row.name for row in self._desk.read_now(attributes.listed)]
        made = columns(names, self._words, self.progress)
        self._arrange(rows, made)
        if [row.id for row in rows] == [row.id for row in self.rows] and _keys(made) == _keys(self.columns):
            self.rows, self.columns = rows, made  # same shape: selection, editor and scroll stay
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(made) - 1))
        else:
            self.beginResetModel()
            self.rows, self.columns = rows, made
            self.endResetModel()
        self.loaded.emit()
        if any(row.id not in self._words for row in rows):
            self._desk.read(word_counts, self._take_words)
        self._desk.read(self._book.refreshed, self._take_progress)

    def follow(self, change: Change) -> None:
        """Note what a change touched; ``load`` shows it."""
        self._book.follow(change)

    def row_of(self, interview_id: int) -> int:
        """Where an interview stands; -1 when it is not there."""
        return next((n for n, row in enumerate(self.rows) if row.id == interview_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.tip or None
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Role.DisplayRole:
            return column.show(row)
        if role == Role.EditRole:
            return getattr(row, column.key) if column.choices else column.show(row)
        if role == Role.ToolTipRole:
            return column.show(row) or None
        if role == Role.FontRole and index.column() == 0:
            return theme.ui_font(weight=QFont.Weight.DemiBold)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self.columns[index.column()].edit is not None and not self._desk.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Role.EditRole or column.edit is None or value == self.data(index, Role.EditRole):
            return False
        try:
            column.edit(self._desk, self.rows[index.row()], str(value))
        except KnownError as error:
            self.refused.emit(error)
            return False
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by the recorded order when ``column`` is negative."""
        self._sort = (self.columns[column].key, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        if self._sort is None:
            self.load()
            return
        self.layoutAboutToBeChanged.emit()
        self._arrange(self.rows, self.columns)
        self.layoutChanged.emit()

    def summary(self) -> str:
        """«16 interviews, 9 read to the end · 412 passages, 31 % coded · 4 turns to revisit»."""
        passages = sum(row.passages for row in self.rows)
        known = self.progress.values()
        ended, theirs = sum(found.ended for found in known), sum(found.theirs for found in known)
        revisit, coded = sum(len(found.to_revisit) for found in known), sum(found.coded for found in known)
        said = [ngettext("{n} interview", "{n} interviews", len(self.rows)).format(n=number(len(self.rows)))]
        if ended:
            said[0] += ngettext(", {n} read to the end", ", {n} read to the end", ended).format(n=number(ended))
        said.append(ngettext("{n} passage", "{n} passages", passages).format(n=number(passages)))
        if coded:
            said.append(_("{share} of what participants say is coded").format(share=percent(coded / theirs)))
        if revisit:
            said.append(ngettext("{n} turn to revisit", "{n} turns to revisit", revisit).format(n=number(revisit)))
        return " · ".join(said)

    def _arrange(self, rows: list[InterviewRow], made: list[Column]) -> None:
        if self._sort is not None:
            key, down = self._sort
            column = next((column for column in made if column.key == key), None)
            if column is not None:
                rows.sort(key=column.rank, reverse=down)

    def _take_progress(self, found: Mapping[int, Progress]) -> None:
        if found == self.progress:
            return
        self.progress.clear()
        self.progress.update(found)
        places = [n for n, column in enumerate(self.columns) if column.key in ("read", "coded", "to_revisit")]
        if self.rows:
            self.dataChanged.emit(self.index(0, places[0]), self.index(len(self.rows) - 1, places[-1]))
        self.summed.emit()

    def _take_words(self, counts: dict[int, int]) -> None:
        self._words.clear()
        self._words.update(counts)
        place = next((n for n, column in enumerate(self.columns) if column.key == "words"), -1)
        if self.rows and place >= 0:
            self.dataChanged.emit(self.index(0, place), self.index(len(self.rows) - 1, place))


def _keys(made: list[Column]) -> list[str]:
    return [column.key for column in made]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.to_the_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
