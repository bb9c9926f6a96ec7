# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of identities: each key decides about the lines selected and goes on to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PyQt6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from app.corpus.table_look import look_like_a_table
from app.pseudonyms import keys
from app.pseudonyms.choices_menu import choices_menu
from app.pseudonyms.delegate import HEIGHT, IdentityDelegate
from app.pseudonyms.model import BECOMES, NAME, IdentitiesModel
from app.pseudonyms.review import Line, Review
from coding.language import _

WIDTHS = (300, 150, 96, 280)
AHEAD = 2  # lines seen beyond the one gone to
READING = frozenset(("next", "previous", "find"))


class IdentitiesTable(QTableView):
    """``turned`` says that another line, or none, is the current one; ``find_asked``, that words are to be typed."""

    turned = pyqtSignal()
    find_asked = pyqtSignal()

    def __init__(self, review: Review, model: IdentitiesModel, *, read_only: bool,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._rows = model
        self._read_only = read_only
        self._kept: list[str] = []
        self._place = 0
        self._asked = model.filter
        self.setModel(model)
        look_like_a_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(_("Identities found"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)  # Tab goes on to the panel
        looks = IdentityDelegate(self)
        looks.ring_clicked.connect(self._click_ring)
        self.setItemDelegate(looks)
        self._lay_out()
        model.modelAboutToBeReset.connect(self._keep)
        model.listed.connect(self._restore)
        model.dataChanged.connect(lambda *_where: self.turned.emit())
        selection = self.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self.turned.emit())
            selection.selectionChanged.connect(lambda *_ranges: self.turned.emit())  # comes after, with Ctrl or Shift
        looks.closeEditor.connect(self._edited)

    def _lay_out(self) -> None:
        side, head = self.verticalHeader(), self.horizontalHeader()
        if side is not None:
            side.setDefaultSectionSize(HEIGHT)
        if head is not None:
            for place, width in enumerate(WIDTHS):
                self.setColumnWidth(place, width)
            head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    # -- where one stands

    @property
    def current(self) -> Line | None:
        """The line shown at the right."""
        row = self.currentIndex().row()
        return self._rows.lines[row] if 0 <= row < len(self._rows.lines) else None

    def picked(self) -> list[str]:
        """The keys of the lines selected, in the order listed."""
        selection = self.selectionModel()
        rows = sorted({index.row() for index in selection.selectedRows()}) if selection is not None else []
        return [self._rows.lines[row].key for row in rows]

    def pick(self, *wanted: str) -> None:
        """Make these the lines selected, the first being the current one."""
        rows = [row for row in map(self._rows.row_of, wanted) if row >= 0]
        selection = self.selectionModel()
        if not rows or selection is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(self._rows.index(rows[0], BECOMES), flags.ClearAndSelect | flags.Rows)
        for row in rows[1:]:
            selection.select(self._rows.index(row, BECOMES), flags.Select | flags.Rows)
        self.scrollTo(self._rows.index(rows[0], BECOMES))

    def go_on(self, step: int = 1, after: int | None = None) -> None:
        """To the next line to decide, or the one before."""
        row = self._rows.next_undecided(self.currentIndex().row() if after is None else after, step)
        if row >= 0:
            self.scrollTo(self._rows.index(min(max(0, row + AHEAD * step), len(self._rows.lines) - 1), BECOMES))
            self.pick(self._rows.lines[row].key)

    # -- what keys do

    def do(self, verb: str) -> None:
        """What a key of app.pseudonyms.keys asks."""
        chosen, review = self.picked(), self._review
        if self._read_only and verb not in READING:
            return
        does: dict[str, Callable[[], object]] = {
            "accept": lambda: self._decide("accept", chosen), "keep": lambda: self._decide("keep", chosen),
            "never": lambda: self._decide("never", chosen), "reopen": lambda: review.reopen(chosen),
            "next_way": lambda: review.turn(chosen, 1), "previous_way": lambda: review.turn(chosen, -1),
            "another": lambda: review.another(chosen), "next": self.go_on, "previous": lambda: self.go_on(-1),
            "edit": lambda: self.edit(self._rows.index(self.currentIndex().row(), BECOMES)), "menu": self.open_menu,
            "join": lambda: self._join(chosen), "undo": review.undo, "find": self.find_asked.emit,
        }
        does[verb]()

    def _click_ring(self, key: str) -> None:
        """Decided as proposed, or no longer, without going on: one reads down the list with the mouse."""
        line = self._review.line(key)
        if line is not None and not self._read_only:
            (self._review.reopen if line.decided else self._review.accept)([key])

    def _join(self, chosen: list[str]) -> None:
        joined = self._review.join(chosen)
        if joined is not None:
            self.pick(joined)

    def _decide(self, verb: str, chosen: Collection[str]) -> None:
        if not chosen:
            return
        rows = [self._rows.row_of(key) for key in chosen]
        following = self._rows.lines[max(rows) + 1].key if max(rows) + 1 < len(self._rows.lines) else None
        if verb == "accept":
            self._review.accept(chosen)
        elif verb == "keep":
            self._review.act(chosen, "keep")
        else:
            self._review.act(chosen, "never")
        place = self._rows.row_of(following) if following is not None else 0
        self.go_on(after=place - 1)

    def open_menu(self, point: QPoint | None = None) -> None:
        """Everything that can be done with the lines selected."""
        line = self.current
        if line is not None and not self._read_only:
            below = self.visualRect(self._rows.index(self.currentIndex().row(), BECOMES)).bottomLeft()
            view = self.viewport()
            menu = choices_menu(self._review, line, self.picked(), self.do, self)
            menu.popup(point or (view.mapToGlobal(below) if view is not None else QPoint()))

    # -- Qt's

    def event(self, event: QEvent | None) -> bool:
        """Ctrl+Z takes back a decision while there is one: the window's own comes after."""
        if (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
                and keys.verb_of(event) == "undo" and self._review.can_undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        verb = keys.verb_of(event)
        if verb is not None:
            self.do(verb)
        elif self._writes(event):
            row = self.currentIndex().row()
            self.edit(self._rows.index(row, BECOMES), QAbstractItemView.EditTrigger.AllEditTriggers, event)
        else:
            super().keyPressEvent(event)

    def _writes(self, event: QKeyEvent) -> bool:
        """Whether a key is one that writes: it begins other words."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
                                     | Qt.KeyboardModifier.GroupSwitchModifier)
        return (not self._read_only and self.currentIndex().isValid() and event.text().isprintable()
                and bool(event.text().strip()) and not held)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        if event is not None:
            self.open_menu(event.globalPos())

    def _edited(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_on()

    def _keep(self) -> None:
        self._kept = self.picked()
        self._place = max(0, self.currentIndex().row())

    def _restore(self) -> None:
        if any(self._rows.row_of(key) >= 0 for key in self._kept):
            self.pick(*self._kept)
        elif self._rows.lines:
            place = self._place if self._asked == self._rows.filter else 0  # what was sought begins at the top
            self.pick(self._rows.lines[min(place, len(self._rows.lines) - 1)].key)
        self._asked = self._rows.filter
        self.turned.emit()
