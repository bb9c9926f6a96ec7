# SPDX-License-Identifier: GPL-3.0-or-later
"""The contradictory pairs as a table: both codes, and how many interviews hold each, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.codebook import Codebook
from coding.contradictions import Reading
from coding.language import _

READING = Qt.ItemDataRole.UserRole  # the Reading of a row
ONE, OTHER, ONLY_ONE, ONLY_OTHER, BOTH, NEITHER = range(6)


class SidesModel(QAbstractTableModel):
    """In codebook order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.readings: list[Reading] = []
        self.book = Codebook([])

    def show(self, readings: Sequence[Reading], book: Codebook) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.readings, self.book = list(readings), book
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row a pair."""
        return 0 if parent is not None and parent.isValid() else len(self.readings)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Two codes, four counts."""
        return 0 if parent is not None and parent.isValid() else 6

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A name or a count; the pair in a sentence for tooltips and screen readers."""
        if not index.isValid():
            return None
        reading = self.readings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(reading, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(reading)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() >= ONLY_ONE:
                return Qt.AlignmentFlag.AlignCenter
            case _ if role == READING:
                return reading
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Code"), _("against"), _("First only"), _("Second only"), _("Both"), _("Neither"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section >= ONLY_ONE:
            return (_("Interviews that hold the first code and not the second"),
                    _("Interviews that hold the second code and not the first"),
                    _("Interviews that hold both codes"),
                    _("Interviews that hold neither code"))[section - ONLY_ONE]
        return None

    def _text(self, reading: Reading, column: int) -> str:
        names = {ONE: reading.one_id, OTHER: reading.other_id}
        if column in names:
            return self.book.by_id[names[column]].name
        return str(len((reading.only_one, reading.only_other, reading.both, reading.neither)[column - ONLY_ONE]))

    def _words(self, reading: Reading) -> str:
        said = _("{one} against {other}: {first} interviews hold the first only, {second} the second only, "
                 "{both} both, {neither} neither.")
        return said.format(
            one=" › ".join(self.book.path(reading.one_id)), other=" › ".join(self.book.path(reading.other_id)),
            first=len(reading.only_one), second=len(reading.only_other), both=len(reading.both),
            neither=len(reading.neither))
