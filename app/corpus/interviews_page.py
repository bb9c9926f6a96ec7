# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews: the table, and at its right the people of the one selected. Rows are dragged, or moved by Alt and the
arrows, into an order given by hand."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from app import parts
from app.acts import citations
from app.acts import interviews as acts
from app.corpus.interviews_model import InterviewsModel
from app.corpus.people_panel import PeoplePanel
from app.corpus.sheet_page import SheetPart
from app.desk import Desk
from app.settings import Settings
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.lead import lead
from app.widgets.pill import Choice, Pill
from coding.interviews import InterviewRow
from coding.language import N_, _
from models.errors import KnownError

NAME = "corpus.interviews"


class InterviewsPage(parts.Panel):
    """``selected_changed`` says that another interview, or none, is selected."""

    selected_changed = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self.model = InterviewsModel(desk, self)
        self.sheet = SheetPart(NAME, _("Interviews"), self.model, desk, settings)
        self.table = self.sheet.table
        self.order = Pill(_("Order: {choice}"))
        self.order.setToolTip(_("The order in which analyses take the interviews. To give it by hand: drag a row by "
                                "its number, or Alt and the up and down arrows."))
        self.order.chosen.connect(lambda basis: acts.choose_order(desk, basis=basis))
        self.sheet.add_tool(self.order)
        self.people = PeoplePanel(desk)
        KeptSplitter(NAME, settings, (self.sheet, self.people), usual=(900, 320), main=0, parent=self)
        lead(self, lambda: self.table)
        self.table.can_move = not desk.read_only
        self.table.move_asked.connect(self._move)
        self.table.row_actions = self._add_actions
        side = self.table.verticalHeader()
        if side is not None:
            side.sectionMoved.connect(self._dropped)
            side.setToolTip(_("Place in the order; drag it to move the interview"))
        self.model.loaded.connect(self._show_order)
        self.model.layoutChanged.connect(self._let_drag)
        self.model.modelReset.connect(self._let_drag)
        desk.failed.connect(lambda _error: self._show_order())
        self.model.loaded.connect(self._show_people)
        selection = self.table.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self._show_people())
        self._show_order()
        self._show_people()

    @property
    def selected(self) -> InterviewRow | None:
        """The interview of the current row."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() and index.row() < len(self.model.rows) else None

    def pick(self, interview_id: int) -> None:
        """Make an interview the current one."""
        self.sheet.pick(interview_id)

    def _add_actions(self, menu: QMenu) -> None:
        """«Do not cite», of the interviews selected."""
        rows = [self.model.rows[row] for row in self.table.block()[0]]
        withheld = bool(rows) and all(row.is_withheld for row in rows)
        action = QAction(_("Do not cite"), menu)
        action.setObjectName("withhold")
        action.setCheckable(True)
        action.setChecked(withheld)
        action.setEnabled(bool(rows) and not self._desk.read_only)
        action.triggered.connect(lambda _checked: citations.withhold_interviews(
            self._desk, interview_ids=[row.id for row in rows], withheld=not withheld))
        menu.addAction(action)

    def _show_order(self) -> None:
        self.order.offer((
            Choice("date", _("by date")), Choice("manual", _("by hand")), Choice("import", _("as imported"))),
            self.model.basis)
        self.order.setEnabled(not self._desk.read_only and bool(self.model.every))
        self._let_drag()

    def _let_drag(self) -> None:
        side = self.table.verticalHeader()
        if side is not None:
            side.setSectionsMovable(self.model.in_order and not self._desk.read_only)

    def _move(self, step: int) -> None:
        """Move the rows selected by one place up or down."""
        if not self.model.in_order:
            self.model.refused.emit(KnownError(N_(
                "Show every interview in its order first: empty the filter, and click the heading that bears an arrow "
                "until it is gone.")))
            return
        rows, _columns = self.table.block()
        ids = [row.id for row in self.model.rows]
        first, last = rows[0], rows[-1]
        if first + step < 0 or last + step >= len(ids):
            return
        moved = ids[first:last + 1]
        rest = ids[:first] + ids[last + 1:]
        self._give(rest[:first + step] + moved + rest[first + step:], first)

    def _dropped(self, _row: int, old: int, new: int) -> None:
        """A row was dragged: what is shown follows the act, as always."""
        side = self.table.verticalHeader()
        if side is None:
            return
        blocker = QSignalBlocker(side)
        side.moveSection(new, old)
        blocker.unblock()
        ids = [row.id for row in self.model.rows]
        ids.insert(new, ids.pop(old))
        self._give(ids, old)

    def _give(self, ids: list[int], row: int) -> None:
        acts.set_order(self._desk, interview_ids=ids, title=self.model.rows[row].title)

    def _show_people(self) -> None:
        known = sorted({part.name for row in self.model.every for part in row.participants}, key=str.casefold)
        self.people.show_interview(self.selected, known)
        self.selected_changed.emit()
