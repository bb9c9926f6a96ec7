# SPDX-License-Identifier: GPL-3.0-or-later
"""The places found, as the rows of a concordance or as a list of turns; their lines are read as they come in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFont

from app import theme
from coding.language import _
from coding.search import Hit
from coding.searching.places import Place

TICK, INTERVIEW, TURN, SPEAKER, LEFT, FOUND, RIGHT = range(7)
HIT = Qt.ItemDataRole.UserRole
TIMES = Qt.ItemDataRole.UserRole + 1  # how many places a turn holds, where rows are turns
OTHERS = Qt.ItemDataRole.UserRole + 2  # where the others stand, from the end of the first on
_ALIGN = Qt.AlignmentFlag


class HitsModel(QAbstractTableModel):
    """``found`` is every place, in the order of the corpus; ``ticked`` are the indexes in it of those ticked. With
    ``by_turn`` a row is the first place of each turn."""

    ticked_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Place] = []
        self.ticked: set[int] = set()
        self.by_turn = False
        self._rows: Sequence[int] = []
        self._times: dict[int, int] = {}
        self._lines: dict[int, Hit] = {}

    def take(self, places: Sequence[Place], by_turn: bool) -> None:
        """Show these from the first on; what was ticked is no more."""
        self.beginResetModel()
        self.found, self.by_turn = list(places), by_turn
        self.ticked.clear()
        self._lines.clear()
        self._times.clear()
        self._rows = self._usual(0)
        self.endResetModel()
        self.ticked_changed.emit()

    def add(self, places: Sequence[Place]) -> None:
        """More of them, after those there are."""
        begin = len(self.found)
        self.found += places
        new = self._usual(begin)
        if new:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
            self._rows = [*self._rows, *new]
            self.endInsertRows()

    def arrange(self, order: Sequence[int] | None, by_turn: bool) -> None:
        """Show all in an order (indexes of ``found``); None is that of the corpus. Ticks and lines stay."""
        self.beginResetModel()
        self.by_turn = by_turn
        self._times.clear()
        self._rows = self._usual(0) if order is None else order
        self.endResetModel()

    def missing(self, first: int, last: int) -> list[int]:
        """Those of the rows from ``first`` to ``last`` whose line is not there yet, as indexes of ``found``."""
        return [at for at in self._rows[max(0, first) : last + 1] if at not in self._lines]

    def give(self, indexes: Sequence[int], lines: Sequence[Hit]) -> None:
        """Their lines."""
        if len(self._lines) > 4000:
            self._lines.clear()
        self._lines.update(zip(indexes, lines, strict=True))
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, RIGHT))

    def place(self, index: QModelIndex) -> Place:
        """What a row shows."""
        return self.found[self._rows[index.row()]]

    def hit(self, index: QModelIndex) -> Hit | None:
        """The line of a row, once it was read."""
        return self._lines.get(self._rows[index.row()])

    def found_words(self) -> set[str]:
        """The words found, of the lines that are read."""
        return {hit.found for hit in self._lines.values()}

    def more_in_turn(self, index: QModelIndex) -> list[tuple[int, int]]:
        """The other places of a row's turn, from the end of its first one on."""
        at = self._rows[index.row()]
        end = self.found[at].end
        others = self.found[at + 1 : at + self._times.get(at, 1)]
        return [(place.start - end, place.end - end) for place in others]

    def chosen(self) -> list[Place]:
        """The places ticked."""
        return [self.found[at] for at in sorted(self.ticked)]

    def tick(self, row: int) -> None:
        """Tick a row, or no longer; a turn is ticked with all its places."""
        at = self._rows[row]
        some = range(at, at + self._times[at]) if self.by_turn else (at,)
        self.ticked = self.ticked - set(some) if at in self.ticked else self.ticked | set(some)
        self.dataChanged.emit(self.index(row, 0), self.index(row, RIGHT))
        self.ticked_changed.emit()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", _("Interview"), _("Turn"), _("Speaker"), _("Before"), _("Found"), _("After"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return {INTERVIEW: _("Order of the corpus"), LEFT: _("Sort by the word before"),
                    FOUND: _("Sort by the word found"), RIGHT: _("Sort by the word after")}.get(section)
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else usual

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        self.tick(index.row())
        return True

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at, column = self._rows[index.row()], index.column()
        if role == HIT:
            return self.hit(index)
        if role == TIMES:
            return self._times.get(at, 1)
        if role == OTHERS:
            return self.more_in_turn(index)
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if at in self.ticked else Qt.CheckState.Unchecked
        look = _LOOKS.get(role)
        return look(column) if look is not None else self._said(self.hit(index), column, role)

    def _said(self, hit: Hit | None, column: int, role: int) -> str | None:
        """What a cell says; nothing until its line is read."""
        if hit is None or role not in _SAID:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return {INTERVIEW: hit.interview, SPEAKER: hit.speaker}.get(column)
        if role == Qt.ItemDataRole.AccessibleTextRole and (self.by_turn or column == FOUND):
            return _("{interview}, turn {n}: {line}").format(
                interview=hit.interview, n=hit.turn, line=hit.before + hit.found + hit.after)
        return ("", hit.interview, str(hit.turn), hit.speaker, hit.before.strip(), hit.found.replace("\n", " "),
                hit.after.strip())[column]

    def _usual(self, begin: int) -> Sequence[int]:
        """The rows that places from ``begin`` on make, in the order of the corpus. A turn's places come together."""
        if not self.by_turn:
            return range(begin, len(self.found))
        rows: list[int] = []
        for at in range(begin, len(self.found)):
            if at and self.found[at].turn is self.found[at - 1].turn:
                first = rows[-1] if rows else self._rows[-1]
                self._times[first] += 1
            else:
                rows.append(at)
                self._times[at] = 1
        return rows


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = _ALIGN.AlignRight if column in (TURN, LEFT) else _ALIGN.AlignHCenter if column == FOUND else _ALIGN.AlignLeft
    return side | _ALIGN.AlignVCenter


def _font(column: int) -> QFont | None:
    if column == FOUND:
        return theme.reading_font(15, weight=QFont.Weight.Bold)
    return theme.reading_font(15) if column in (LEFT, RIGHT) else None


def _colour(column: int) -> QColor:
    colours = theme.palette()
    return {FOUND: colours.accent, LEFT: colours.ink, RIGHT: colours.ink}.get(column, colours.muted)


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_LOOKS: dict[int, Callable[[int], Any]] = {
    Qt.ItemDataRole.TextAlignmentRole: _aligned, Qt.ItemDataRole.FontRole: _font,
    Qt.ItemDataRole.ForegroundRole: _colour,
}
