# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of words proposed for a code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QWidget

from app.close.cards import CARD, Card, CardDelegate
from app.close.keys import accept_key, refuse_key
from app.widgets.card_list import CardList
from coding.language import _

if TYPE_CHECKING:
    from coding.close_passages import Close


class CloseModel(QAbstractListModel):
    """``cards`` beside ``close``; the one opened says what it resembles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.close: list[Close] = []
        self.cards: list[tuple[Card, Card]] = []
        self.opened: int | None = None

    def show(self, close: Sequence[Close], cards: Sequence[tuple[Card, Card]]) -> None:
        """Replace everything; each card closed, then opened."""
        self.beginResetModel()
        self.close, self.cards, self.opened = list(close), list(cards), None
        self.endResetModel()

    def drop(self, one: Close) -> None:
        """List these words no longer."""
        if one in self.close:
            row = self.close.index(one)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.close[row], self.cards[row]
            self.opened = None
            self.endRemoveRows()

    def open(self, row: int | None) -> None:
        """Show what one resembles, or none."""
        self.opened = row
        self.layoutChanged.emit()

    def rowCount(self, _parent: QModelIndex | None = None) -> int:
        """A row each."""
        return len(self.close)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card, for the painter and for the screen reader."""
        if not index.isValid():
            return None
        shown = self.cards[index.row()][index.row() == self.opened]
        if role == CARD:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown.spoken()
        return None


class CloseList(CardList):
    """``judged`` carries whether the current words are for the code; ``place_asked`` asks for their transcript;
    ``chosen`` says that others are current."""

    judged = pyqtSignal(bool)
    place_asked = pyqtSignal(int, int, int)
    chosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model_ = CloseModel()
        super().__init__(self.model_, CardDelegate(), parent)
        self.setAccessibleName(_("Close passages"))
        self.doubleClicked.connect(lambda _index: self.ask_place())
        selection = self.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(lambda _now, _before: self.chosen.emit())

    def show_close(self, close: Sequence[Close], cards: Sequence[tuple[Card, Card]]) -> None:
        """Replace what is listed; the words at the place of the current ones become current."""
        row = self.currentIndex().row()
        self.model_.show(close, cards)
        if close:
            self.setCurrentIndex(self.model_.index(min(max(row, 0), len(close) - 1)))
        self.chosen.emit()

    def drop(self, one: Close) -> None:
        """List these words no longer: they were judged, and what is proposed then is still to be read."""
        self.model_.drop(one)
        self.chosen.emit()

    def current(self) -> Close | None:
        """The words that have the keys."""
        row = self.currentIndex().row()
        return self.model_.close[row] if 0 <= row < self.model_.rowCount() else None

    def turn_nearest(self) -> None:
        """Show the passage that the current words resemble, or no longer."""
        row = self.currentIndex().row()
        if row >= 0:
            self.model_.open(None if self.model_.opened == row else row)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())
            self.chosen.emit()

    def ask_place(self) -> None:
        """See the current words in their transcript."""
        one = self.current()
        if one is not None:
            self.place_asked.emit(one.stretch.interview_id, one.stretch.start, one.stretch.end)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Letters judge, Space shows the nearest passage, Enter the transcript."""
        if event is None:
            return
        key, letter = event.key(), event.text().casefold()
        if letter and letter in (accept_key().casefold(), refuse_key().casefold()):
            self.judged.emit(letter == accept_key().casefold())
        elif key == Qt.Key.Key_Space:
            self.turn_nearest()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_place()
        else:
            super().keyPressEvent(event)
