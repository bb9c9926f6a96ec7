# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes × the values of an attribute, or × groups, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.relations.headers import NAMED, Named
from coding.language import _, ngettext, percent
from coding.relations.by_attribute import Column, Comparison, Row, share

CELL = Qt.ItemDataRole.UserRole  # (n, the Column) of a cell
Kept = Literal["all", "held", "differs", "one", "everywhere"]


class ComparedModel(QAbstractTableModel):
    """``kept`` chooses the rows: all, those held by anyone, those that differ between columns, those that only one
    column holds, those that every column holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.columns: tuple[Column, ...] = ()

    def show(self, found: Comparison, rows: Sequence[Row]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.rows, self.columns = list(rows), found.columns
        self.endResetModel()

    def locate(self, code_id: int, title: str) -> QModelIndex:
        """The cell of a code in a column; none when it is not there."""
        row = next((n for n, row in enumerate(self.rows) if row.code_id == code_id), None)
        column = next((n for n, column in enumerate(self.columns) if column.title == title), None)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row a code."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """A column a value."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """«n/N»; the cell in words for tooltips and screen readers."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        n = row.counts[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{n}/{len(column.interview_ids)}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_words(row.name, n, column)
            case _ if role == CELL:
                return n, column
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Codes down; values and their interviews across."""
        if orientation == Qt.Orientation.Vertical:
            row = self.rows[section]
            tip = " › ".join(part for part in (row.theme, row.code) if part)
            return {Qt.ItemDataRole.DisplayRole: row.name, Qt.ItemDataRole.ToolTipRole: tip,
                    NAMED: Named(row.code_id, row.name, row.colour, row.depth)}.get(role)
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            few = [_("too few to compare")] if column.few and role == Qt.ItemDataRole.ToolTipRole else []
            return " · ".join([_("{value} ({n})").format(value=column.title, n=len(column.interview_ids)), *few])
        return None


def cell_words(name: str, n: int, column: Column) -> str:
    """A cell in a sentence; a percentage only where it rests on enough interviews."""
    of = len(column.interview_ids)
    said = ngettext("{code}, {value}: {n} interview of {of}", "{code}, {value}: {n} interviews of {of}", n).format(
        code=name, value=column.title, n=n, of=of)
    part = share(n, of)
    if part is not None:
        return f"{said} ({percent(part)})"
    return said if not column.few else " · ".join((said, _("too few to compare")))


def kept_rows(found: Comparison, kept: Kept, within: frozenset[int] | None) -> list[Row]:
    """The rows that are asked for."""
    rows = [row for row in found.rows if within is None or row.code_id in within]
    match kept:
        case "all":
            return rows
        case "held":
            return [row for row in rows if row.spread != "nowhere"]
        case "differs":
            return [row for row in rows if row.differs]
        case "one" | "everywhere":
            return [row for row in rows if row.spread == kept]
