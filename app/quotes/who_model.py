# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is cited, as a table: a row each, the passages there are, those cited, and in which chapters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PyQt6.QtGui import QColor

from app import theme
from coding.citation_counts import By, Counts, Row
from coding.fold import fold
from coding.language import _, number

FIGURES = ("passages", "strong", "cited")
NAME = 0
CITED = 1 + FIGURES.index("cited")


class WhoModel(QAbstractTableModel):
    """In the project's order until a title is clicked; a zero shows as nothing, but for those never cited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.chapters: Sequence[str] = ()
        self._given: Sequence[Row] = ()
        self._titles: list[str] = []
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, counts: Counts, by: By) -> None:
        """Show the participants, the interviews or the groups."""
        first = {"participant": _("Participant"), "interview": _("Interview"), "group": _("Group")}[by]
        self.beginResetModel()
        self.chapters = counts.chapters
        self._titles = [first, _("Passages"), _("Strong quotes"), _("Cited"), *counts.chapters]
        self._given = counts.by(by)
        self.rows = self._sorted()
        self.endResetModel()

    def figure(self, row: Row, column: int) -> int:
        """What a column counts."""
        if column <= CITED:
            return int(getattr(row, FIGURES[column - 1]))
        return row.chapters[column - CITED - 1]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row each."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """A name, three figures, the chapters."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's words."""
        row, column = self.rows[index.row()], index.column()
        never = column == CITED and row.passages > 0 and not row.cited
        if role == Qt.ItemDataRole.DisplayRole:
            if column == NAME:
                return row.name
            figure = self.figure(row, column)
            return _("never") if never else number(figure) if figure else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and never:
            return QColor(theme.palette().warn)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return "\n".join((row.name, *row.within))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles; those of figures stand over them."""
        if orientation == Qt.Orientation.Horizontal and section < len(self._titles):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section != NAME:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; the project's order again for -1."""
        self._sorting = column, order
        self.beginResetModel()
        self.rows = self._sorted()
        self.endResetModel()

    def _sorted(self) -> list[Row]:
        column, order = self._sorting
        if not 0 <= column < len(self._titles):
            return list(self._given)
        return sorted(self._given, key=lambda row: fold(row.name) if column == NAME else self.figure(row, column),
                      reverse=order == Qt.SortOrder.DescendingOrder)
