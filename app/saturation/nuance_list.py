# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of passages about which «nouvelle nuance ?» is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QWidget

from app.saturation.keys import no_key, yes_key
from app.saturation.nuance_cards import CARD, CLOSEST, CardDelegate, card
from app.widgets.card_list import CardList
from coding.language import _

if TYPE_CHECKING:
    from coding.nuance_candidates import Candidate


class CandidateModel(QAbstractListModel):
    """``language`` is that of the citations; ``opened`` the passage whose card shows what came closest before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates: list[Candidate] = []
        self.language = "fr"
        self.opened: int | None = None

    def show(self, candidates: Sequence[Candidate]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.candidates = list(candidates)
        self.endResetModel()

    def open(self, passage_id: int | None) -> None:
        """Show what came closest before one passage, or before none."""
        self.opened = passage_id
        self.layoutChanged.emit()

    def rowCount(self, _parent: QModelIndex | None = None) -> int:
        """A row a candidate."""
        return len(self.candidates)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, for the screen reader as for the painter."""
        if not index.isValid():
            return None
        one = self.candidates[index.row()]
        opened = one.quote.passage_id == self.opened
        if role == CLOSEST:
            return opened
        shown = card(one, self.language)
        if role == CARD:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown.spoken(closest=opened)
        return None


class CandidateList(CardList):
    """``chosen`` carries the Candidate that is now current, or None; ``answered`` whether it is new (a bool), or None
    to leave the question open again; ``place_asked`` asks for its transcript."""

    chosen = pyqtSignal(object)
    answered = pyqtSignal(object)
    place_asked = pyqtSignal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.cards = CandidateModel()
        super().__init__(self.cards, CardDelegate(), parent)
        self.setProperty("role", "panel")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or cards would wrap anew all the time
        self.setAccessibleName(_("Possible nuances"))
        self.setToolTip(_("{yes}: new nuance. {no}: nothing new. Delete: no answer. Space: what came closest before. "
                          "Enter: see in the transcript.").format(yes=yes_key(), no=no_key()))
        self.doubleClicked.connect(lambda _index: self.ask_place())
        selection = self.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(lambda _now, _before: self.chosen.emit(self.current()))

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Replace what is listed; the passage that was current stays so, or else the one at its place."""
        before, row = self.current(), self.currentIndex().row()
        self.cards.show(candidates)
        kept = next((n for n, one in enumerate(candidates)
                     if before is not None and one.quote.passage_id == before.quote.passage_id), None)
        if candidates:
            row = kept if kept is not None else min(max(row, 0), len(candidates) - 1)
            self.setCurrentIndex(self.cards.index(row))
        self.chosen.emit(self.current())

    def current(self) -> Candidate | None:
        """The candidate that has the keys."""
        row = self.currentIndex().row()
        return self.cards.candidates[row] if 0 <= row < self.cards.rowCount() else None

    def go_to(self, place: int) -> bool:
        """Make the first candidate of an interview current; False where it has none."""
        found = next((n for n, one in enumerate(self.cards.candidates) if one.place == place), None)
        if found is not None:
            self.setCurrentIndex(self.cards.index(found))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
        return found is not None

    def go_on(self) -> None:
        """Make the next unanswered candidate current, below the current one or else from the top."""
        row, count = self.currentIndex().row(), self.cards.rowCount()
        for n in (*range(row + 1, count), *range(row)):
            if self.cards.candidates[n].answer is None:
                self.setCurrentIndex(self.cards.index(n))
                return

    def turn_closest(self) -> None:
        """Show what came closest before the current passage, or no longer."""
        one = self.current()
        if one is not None:
            self.cards.open(None if self.cards.opened == one.quote.passage_id else one.quote.passage_id)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self._reveal()
            self.chosen.emit(one)

    def _reveal(self) -> None:
        """The current card in sight, its beginning at least."""
        viewport, hint = self.viewport(), QAbstractItemView.ScrollHint
        tall = viewport is not None and self.visualRect(self.currentIndex()).height() > viewport.height()
        self.scrollTo(self.currentIndex(), hint.PositionAtTop if tall else hint.EnsureVisible)

    def ask_place(self) -> None:
        """See the current passage in its transcript."""
        one = self.current()
        if one is not None:
            self.place_asked.emit(one.quote.interview_id, one.quote.start, one.quote.end)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Letters answer, Delete takes back, Space shows what came closest, Enter the transcript."""
        if event is None:
            return
        key, letter = event.key(), event.text().casefold()
        if letter and letter in (yes_key().casefold(), no_key().casefold()):
            self.answered.emit(letter == yes_key().casefold())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(None)
        elif key == Qt.Key.Key_Space:
            self.turn_closest()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_place()
        else:
            super().keyPressEvent(event)

