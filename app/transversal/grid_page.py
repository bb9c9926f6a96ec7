# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid: themes and codes × interviews, each cell opening its quotes and its written summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PyQt6.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.memos import links
from app.settings import Settings
from app.transversal import choices, exports, reading
from app.transversal.cell_panel import CellPanel, Place
from app.transversal.choices import LayoutButton
from app.transversal.grid import GridView
from app.transversal.keys import BACK, OPEN
from app.transversal.model import Shown, legend
from app.transversal.page import TransversalPage
from app.transversal.reading import Reading
from app.transversal.tabs import page_tabs
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import BEGINNING, ChosenGroup, group_choices
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import codes_counted, interviews_counted, joined
from coding import memos
from coding.arrangement import Arrangement, ColumnOrder
from coding.changes import Change
from coding.language import _, ngettext, number
from coding.transversal import GROUPS


class GridPage(TransversalPage):
    """The grid, and at its right what one of its cells holds. ``profile_asked`` carries the interview whose profile
    is to be shown."""

    profile_asked = pyqtSignal(int)

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest, self._latest_cell = Latest(desk), Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._asked, self._arrangement = choices.found_again(settings.place(desk.store.path).get("grid"))
        self._found: Reading | None = None
        self._owed = False  # an export was asked for before the table was read
        self.tabs = page_tabs("grid")
        self.grid = GridView()
        self.panel = CellPanel(desk)
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self.group_pill = Pill(_("Group: {choice}"), accent=True)
        self.columns_pill = Pill(_("Columns: {choice}"))
        self.order_pill = Pill(_("Order: {choice}"))
        self.cells_pill = Pill(_("Cells: {choice}"))
        self.cells_pill.offer([Choice(shown, choices.shown_label(shown), apart=shown == "summaries")
                               for shown in choices.SHOWN], self._asked.shown)
        self.layout_button = LayoutButton(self._arrange, self._themes)
        self._build()
        self._connect()

    def _connect(self) -> None:
        for pill, chosen in (
            (self.group_pill, lambda key: self._ask(group=key)),
            (self.columns_pill, self._choose_columns),
            (self.order_pill, lambda key: self._arrange(replace(self._arrangement, columns=cast(ColumnOrder, key)))),
            (self.cells_pill, lambda key: self._ask(shown=cast(Shown, key))),
        ):
            pill.chosen.connect(chosen)
        self.grid.moved.connect(self._show_place)
        self.grid.opened.connect(self._read_quotes)
        self.grid.entered_cell.connect(self._enter)
        self.grid.arranged.connect(self._keep_arrangement)
        self.grid.doubleClicked.connect(lambda _index: self.panel.open_quote())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._offer_cell)
        self.grid.titles.sectionClicked.connect(self._offer_interview)
        self.panel.place_asked.connect(self.desk.place_asked)
        self.panel.step_asked.connect(self.grid.step)
        self.panel.list.link_asked.connect(partial(links.copy_passage, self.desk))
        self.desk.changed.connect(self._follow)
        entered = QShortcut(QKeySequence(OPEN), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        entered.activated.connect(self.panel.open_quote)
        back = QShortcut(QKeySequence(BACK), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.grid.setFocus)

    def _build(self) -> None:
        head = parts.Header("")
        head.add_left(self.tabs)
        self._pills = PillRow((self.group_pill, self.columns_pill, self.cells_pill))
        head.add_left(self._pills)
        head.add_right(export_button(self._exporter, self._formats, self))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self.empty)
        self._legend = parts.label("", "faint", wrap=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 14, 6)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self.order_pill)
        foot.addWidget(self.layout_button)
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        column.addWidget(self._exporter.outcome)
        KeptSplitter("transversal", self.settings, (left, self.panel), usual=(1000, 346), main=0, parent=self)

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.grid.setFocus()

    @property
    def group(self) -> ChosenGroup:
        """None of its own where groups stand side by side among all interviews."""
        beside = self._asked.by == GROUPS and self._asked.group is None
        return BEGINNING if beside else self._asked.group

    def show_group(self, group: ChosenGroup) -> None:
        """Groups side by side stay so."""
        if self._asked.by != GROUPS and group not in (BEGINNING, self._asked.group):
            self._asked = replace(self._asked, group=group)
            self._fresh.mark()

    def settle(self) -> None:
        """Keep what is being written."""
        self.panel.summary.keep()

    def status_text(self) -> str:
        """The size of what is read."""
        if self._found is None:
            return ""
        table, passages = self._found.grid.table, self._found.passages
        return joined(
            interviews_counted(table.interviews), codes_counted(sum(1 for row in table.rows if row.depth)),
            ngettext("{n} passage", "{n} passages", passages).format(n=number(passages)),
        )

    def hints(self) -> str:
        """The keys of the grid."""
        return _("Arrows move · Enter goes into the cell · Space folds a theme")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To a spreadsheet."""
        return {"transversal.export": self._export}

    def _export(self) -> None:
        """At once, or as soon as there is something to export."""
        self._owed = self._found is None
        if not self._owed:
            self._exporter.run(self._formats()[0])

    def reload(self) -> None:
        """Read the table again."""
        asked = self._asked
        self._latest.read(lambda session: reading.read(session, asked), self._show)

    def _show(self, found: Reading) -> None:
        self._found, self._asked = found, found.asked
        scope, gathered = found.scope, found.grid.table.gathered
        self.group_pill.offer(group_choices(scope.groups, len(scope.interviews)), found.group_id)
        columns = choices.column_choices(scope)
        self.columns_pill.offer(columns, (found.asked.by, found.asked.beside))
        self.columns_pill.setVisible(len(columns) > 1)
        self.order_pill.offer(choices.order_choices(scope), self._arrangement.columns)
        self.order_pill.setVisible(not gathered)
        self.cells_pill.choose(found.asked.shown)
        self.cells_pill.setVisible(not gathered)
        self.layout_button.show_arrangement(self._arrangement)
        self._pills.fit()
        self._legend.setText(legend(found.grid))
        self.grid.show_grid(found.grid, self._arrangement)
        index = self.grid.currentIndex()
        if index.isValid():
            self._show_place(index)
        else:
            self.panel.show_nothing()
        self._say_if_empty(found)
        self._remember()
        self.status_changed.emit()
        if self._owed:
            self._export()

    def _say_if_empty(self, found: Reading) -> None:
        table = found.grid.table
        if not table.rows:
            self.empty.say(_("No codebook yet"), _("Create codes while you read, or import a codebook: each code is a "
                                                   "row here, each interview a column."))
        elif not table.columns:
            self.empty.say(_("No interview in this group"), _("Choose another group, or put interviews in this one "
                                                              "in Corpus."))
        self._pages.setCurrentWidget(self.grid if table.rows and table.columns else self.empty)

    def _place(self, index: QModelIndex) -> tuple[Place, str | None]:
        """A cell, and the value or the group that its column, or its band, gathers."""
        grid, row, column = self.grid.grid, self.grid.grid.row(index.row()), self.grid.grid.column(index.column())
        title = grid.title(index.column()) or (column.band.title if column.band is not None else "")
        gathers = None if grid.interview_id(index.column()) is not None else title or None
        cell = grid.cell(index.row(), index.column())
        note = _("The theme was not asked in this interview.") if cell is not None and cell.unasked else ""
        place = Place(f"{row.name} × {title}" if title else row.name, row.code_id,
                      grid.interview_id(index.column()), note)
        return place, gathers

    def _show_place(self, index: QModelIndex) -> None:
        place, _gathers = self._place(index)
        self.panel.show_place(place, self._summary(place))

    def _read_quotes(self, index: QModelIndex) -> None:
        found = self._found
        if found is not None and index.isValid():
            place, gathers = self._place(index)
            self._latest_cell.read(lambda session: reading.cell(session, place, found, gathers),
                                   lambda made: self.panel.show_quotes(place, made, found.language))

    def _enter(self) -> None:
        """Enter writes where one may, else reads."""
        writes = not self.panel.summary.isHidden() and self.panel.place is not None
        if self.panel.list.isHidden() or (writes and self._asked.shown == "summaries"):
            self.panel.summary.setFocus()
        else:
            self.panel.enter_quotes()

    def _summary(self, place: Place) -> str:
        return "" if place.interview_id is None else self.grid.grid.summary(place.code_id, place.interview_id)

    def _follow(self, change: Change) -> None:
        """A summary alone changes nothing else; anything else is read again."""
        if self._found is None or any(image.table != "cell_summary" for image in change.images):
            self._fresh.mark()
            return
        summaries = self.desk.read_now(memos.summaries)
        self.grid.grid.show_summaries(summaries)
        self.grid.fit_rows()
        self._legend.setText(legend(replace(self._found.grid, summaries=summaries)))
        place = self.panel.place
        if place is not None and place.interview_id is not None:
            self.panel.summary.show_text(self._summary(place))

    def _ask(self, **fields: Any) -> None:
        self._asked = replace(self._asked, **fields)
        self.reload()

    def _choose_columns(self, key: tuple[str | None, bool]) -> None:
        """Groups are compared among all interviews, unless one of them is asked for afterwards."""
        by, beside = key
        self._ask(by=by, beside=beside, **({"group": None} if by == GROUPS else {}))

    def _themes(self) -> frozenset[int]:
        return frozenset(row.code_id for row in self.grid.grid.grid.table.rows if row.depth == 0)

    def _arrange(self, arrangement: Arrangement) -> None:
        self.grid.arrange(arrangement)

    def _keep_arrangement(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self.layout_button.show_arrangement(arrangement)
        if not self.grid.currentIndex().isValid():
            self.panel.show_nothing()
        self._remember()

    def _remember(self) -> None:
        self.settings.remember_place(self.desk.store.path, grid=choices.kept(self._asked, self._arrangement))

    def _offer_interview(self, section: int) -> None:
        """The ways to the interview of a column, below its title."""
        interview_id = self.grid.grid.interview_id(section)
        if interview_id is not None:
            header = self.grid.titles
            self._interview_menu(interview_id).popup(
                header.mapToGlobal(QPoint(header.sectionViewportPosition(section), header.height())))

    def _offer_cell(self, position: QPoint) -> None:
        """Its quotes in their transcript, and its interview."""
        index = self.grid.currentIndex()
        if not index.isValid():
            return
        interview_id = self.grid.grid.interview_id(index.column())
        menu = self._interview_menu(interview_id) if interview_id is not None else QMenu(self)
        read = menu.addAction(_("Read the quotes in their transcript"), self.panel.open_quote)
        if read is not None:
            read.setEnabled(not self.panel.read.isHidden())
        viewport = self.grid.viewport()
        if viewport is not None:
            menu.popup(viewport.mapToGlobal(position))

    def _interview_menu(self, interview_id: int) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Read the interview"), lambda: self.desk.place_asked.emit(interview_id, 0, 0))
        menu.addAction(_("Show its profile"), lambda: self.profile_asked.emit(interview_id))
        return menu

    def _formats(self) -> list[Format]:
        return exports.formats(self.desk.store.path.stem, self.grid.grid, self._found, self._arrangement)
