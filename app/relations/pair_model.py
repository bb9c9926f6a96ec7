# SPDX-License-Identifier: GPL-3.0-or-later
"""The pairs of codes that meet, as a table: both codes, interviews, meetings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.codebook import Codebook
from coding.fold import fold
from coding.language import _, ngettext, number
from coding.relations.cooccurrence import Meetings, Pair

PAIR = Qt.ItemDataRole.UserRole  # the Pair of a row
ONE, OTHER, INTERVIEWS, MEETINGS = range(4)


class PairModel(QAbstractTableModel):
    """In the order of ``Meetings.pairs`` until a title is clicked; ``marked`` are the contradictory pairs, by their
    code ids, the smaller first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.book = Codebook([])
        self.read = 0
        self._given: list[Pair] = []
        self._held: dict[int, int] = {}
        self._marked: Collection[tuple[int, int]] = ()
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, pairs: Sequence[Pair], counted: Meetings, book: Codebook,
             marked: Collection[tuple[int, int]]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._given, self.book, self.read, self._marked = list(pairs), book, counted.read, marked
        self._held = dict(zip(counted.code_ids, counted.held, strict=True))
        self.pairs = self._sorted()
        self.endResetModel()

    def row_of(self, one_id: int, other_id: int) -> int:
        """The row of a pair, -1 when it is not there."""
        return next((row for row, pair in enumerate(self.pairs)
                     if {pair.one_id, pair.other_id} == {one_id, other_id}), -1)

    def is_marked(self, pair: Pair) -> bool:
        """Whether the two are held to be contradictory."""
        return (min(pair.one_id, pair.other_id), max(pair.one_id, pair.other_id)) in self._marked

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row a pair."""
        return 0 if parent is not None and parent.isValid() else len(self.pairs)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Two codes, two figures."""
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the whole pair in a sentence for tooltips and screen readers."""
        if not index.isValid():
            return None
        pair = self.pairs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(pair, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(pair)
            case _ if role == PAIR:
                return pair
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Code"), _("meets"), _("Interviews"), _("Meetings"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section >= INTERVIEWS:
            return (_("Interviews in which the two codes meet") if section == INTERVIEWS else
                    _("Pairs of passages, one for each code, that stand so near; one passage with both counts too"))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by interviews, then meetings, when it is -1."""
        self._sorting = column, order
        self.beginResetModel()
        self.pairs = self._sorted()
        self.endResetModel()

    def _sorted(self) -> list[Pair]:
        column, order = self._sorting
        keys: tuple[Callable[[Pair], Any], ...] = (
            lambda pair: fold(self._text(pair, ONE)), lambda pair: fold(self._text(pair, OTHER)),
            lambda pair: pair.interviews, lambda pair: pair.meetings)
        if column < 0:
            return list(self._given)
        return sorted(self._given, key=keys[column], reverse=order == Qt.SortOrder.DescendingOrder)

    def _text(self, pair: Pair, column: int) -> str:
        match column:
            case 0:
                return self.book.by_id[pair.one_id].name
            case 1:
                return self.book.by_id[pair.other_id].name
            case 2:
                return f"{pair.interviews}/{self.read}"
        return number(pair.meetings)

    def _words(self, pair: Pair) -> str:
        one, other = (" › ".join(self.book.path(key)) for key in (pair.one_id, pair.other_id))
        said = ngettext("{one} and {other} meet in {n} interview of {read}: {meetings}.",
                        "{one} and {other} meet in {n} interviews of {read}: {meetings}.", pair.interviews)
        times = ngettext("{n} meeting", "{n} meetings", pair.meetings).format(n=number(pair.meetings))
        words = said.format(one=one, other=other, n=pair.interviews, read=self.read, meetings=times)
        held = _("The first is held by {one}, the second by {other}.").format(
            one=self._held.get(pair.one_id, 0), other=self._held.get(pair.other_id, 0))
        marked = [_("Marked as contradictory.")] if self.is_marked(pair) else []
        return " ".join([words, held, *marked])
