# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of verdicts as an item model: the whole group, then each theme."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.saturation.columns import CURVE, NAME, STATUS, columns
from app.saturation.lines import Line

LINE, WHY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class VerdictModel(QAbstractTableModel):
    """``columns`` are those of ``app.saturation.columns``. WHY gives the grounds of a status, a few words each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.lines: tuple[Line, ...] = ()
        self._why: list[tuple[str, ...]] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Replace everything; when the rows are the same, only what they say changes."""
        from coding.saturation.short_words import why

        same = [line.theme_id for line in lines] == [line.theme_id for line in self.lines]
        if same and lines:
            self._take(lines, [why(line.block.verdict) for line in lines])
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, CURVE))
            return
        self.beginResetModel()
        self._take(lines, [why(line.block.verdict) for line in lines])
        self.endResetModel()

    def _take(self, lines: Sequence[Line], grounds: list[tuple[str, ...]]) -> None:
        self.lines, self._why = tuple(lines), grounds

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for the group and for each theme."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Ten."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the painter and for the screen reader."""
        line, why, column = self.lines[index.row()], self._why[index.row()], index.column()
        if role == LINE:
            return line
        if role == WHY:
            return why
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[column].text(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.columns[column].text(line)
            return f"{said}: {'; '.join(why)}" if column == STATUS else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._figures(line) if column == NAME else f"<p>{escape(line.finding.text)}</p>"
        return None

    def _figures(self, line: Line) -> str:
        """Every figure of a line, for those whose column had to give way."""
        rows = "".join(f"<tr><td>{escape(column.title)}</td><td>&nbsp;&nbsp;{escape(column.text(line))}</td></tr>"
                       for column in self.columns[STATUS:CURVE])
        return f"<p><b>{escape(line.name)}</b></p><table>{rows}</table>"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Short titles; the tooltip says what is counted."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].tip if role == Qt.ItemDataRole.ToolTipRole else None
