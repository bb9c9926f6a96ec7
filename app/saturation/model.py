# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of verdicts as an item model: the whole group, then each theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.saturation.lines import Line
from coding.language import _

LINE = Qt.ItemDataRole.UserRole
NAME, STATUS, FIGURES, CURVE = 0, 1, 2, 8


class VerdictModel(QAbstractTableModel):
    """Name, finding, six figures, and the accumulation as a small curve."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace everything; when the rows are the same, only what they say changes."""
        same = [line.theme_id for line in lines] == [line.theme_id for line in self.lines]
        if same and lines:
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, CURVE))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for the group and for each theme."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Nine."""
        return 0 if parent is not None and parent.isValid() else CURVE + 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the painter and for the screen reader."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (NAME, STATUS):
            return f"<p>{line.finding.text}</p>" if index.column() == STATUS else line.name
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column = index.column()
        if column == CURVE:
            return ", ".join(str(point.observed) for point in line.block.curve)
        return line.name if column == NAME else line.status if column == STATUS else line.figures[column - FIGURES]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Short titles; the tooltip says what is counted."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        return _tips()[section] if role == Qt.ItemDataRole.ToolTipRole else None


def _titles() -> list[str]:
    return [_("Theme"), _("Finding"), _("Codes"), _("Raised"), _("Last"), _("Without new"), _("Expected"),
            _("Coverage"), _("Accumulation")]


def _tips() -> list[str]:
    return [
        "", _("The first status that matches; its reasons stand at the right"), _("Codes seen"),
        _("Interviews that speak of the theme or in which it was asked, among those counted"),
        _("The interview in which the last new code appeared"),
        _("Interviews since, among those that speak of the theme"),
        _("New codes expected at the next interview"),
        _("The share of occurrences that belong to codes already seen"),
        _("Codes seen after each interview, in the recorded order"),
    ]
