# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid: themes and codes × interviews, each cell opening its quotes and its written summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PyQt6.QtCore import QModelIndex
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.memos import links
from app.quotes.sections import Section, sections
from app.settings import Settings
from app.transversal import exports
from app.transversal.cell_panel import CellPanel, Place
from app.transversal.grid import GridView
from app.transversal.model import ColumnOrder, Grid
from app.transversal.tabs import page_tabs
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import BEGINNING, group_choices, group_read
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import codes_counted, interviews_counted, joined
from app.workspaces.base import Workspace
from coding import codebook, memos, quotes, transversal
from coding import project as projects
from coding import scope as scopes
from coding.attribute_columns import values_of
from coding.changes import Change
from coding.language import _, ngettext, number
from coding.quotes import Query
from coding.scope import Scope
from coding.transversal import Measure

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MEASURES: tuple[Measure, ...] = ("passages", "words", "share", "presence")


@dataclass(frozen=True)
class _Read:
    """What one reading brought."""

    scope: Scope
    language: str
    grid: Grid
    group_id: int | None
    by: str | None
    passages: int


class GridPage(Workspace):
    """The grid, and at its right what one of its cells holds."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest, self._latest_cell = Latest(desk), Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._group: int | str | None = BEGINNING
        self._by: str | None = None
        self._found: _Read | None = None
        self.tabs = page_tabs("grid")
        self.grid = GridView()
        self.panel = CellPanel(desk)
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self.group_pill = Pill(_("Group: {choice}"), accent=True)
        self.columns_pill = Pill(_("Columns: {choice}"))
        self.order_pill = Pill(_("Order: {choice}"))
        self.cells_pill = Pill(_("Cells: {choice}"))
        self.cells_pill.offer([Choice(measure, exports.measure_label(measure)) for measure in MEASURES], "passages")
        self._build()
        for pill, chosen in ((self.group_pill, self._choose_group), (self.columns_pill, self._choose_columns),
                             (self.order_pill, self._reorder), (self.cells_pill, self._reread)):
            pill.chosen.connect(chosen)
        self.grid.opened.connect(self._open)
        self.grid.entered_cell.connect(self.panel.list.setFocus)
        self.panel.place_asked.connect(desk.place_asked)
        self.panel.list.link_asked.connect(partial(links.copy_passage, desk))
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header("")
        head.add_left(self.tabs)
        self._pills = PillRow((self.group_pill, self.columns_pill, self.order_pill, self.cells_pill))
        head.add_left(self._pills)
        head.add_right(export_button(self._exporter, self._formats, self))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self.empty)
        self._legend = parts.label("", "faint", wrap=True)
        self._hide = QCheckBox(_("Hide empty rows"))
        self._hide.toggled.connect(self._hide_empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 14, 10)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._hide)
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
        return _("Arrows move · Enter reads the quotes · Space folds a theme")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To a spreadsheet."""
        return {"transversal.export": lambda: self._exporter.run(self._formats()[0])}

    def reload(self) -> None:
        """Read the table again."""
        group, by, measure = self._group, self._by, cast(Measure, self.cells_pill.current)
        self._latest.read(lambda session: _read(session, group, by, measure), self._show)

    def _show(self, found: _Read) -> None:
        self._found, self._group, self._by = found, found.group_id, found.by
        self.group_pill.offer(group_choices(found.scope.groups, len(found.scope.interviews)), found.group_id)
        names = [Choice(name, name, apart=not n) for n, name in enumerate(found.scope.attributes)]
        self.columns_pill.offer([Choice(None, _("interviews")), *names], found.by)
        self.columns_pill.setVisible(bool(names))
        self.order_pill.offer(_orders(found.scope), self.order_pill.current)
        self.order_pill.setVisible(found.by is None)
        self.cells_pill.setVisible(found.by is None)
        self._pills.fit()
        self._legend.setText(self._legend_text(found))
        self._redraw()
        table = found.grid.table
        if not table.rows:
            self.empty.say(_("No codebook yet"), _("Create codes while you read, or import a codebook: each code is a "
                                                   "row here, each interview a column."))
        elif not table.columns:
            self.empty.say(_("No interview in this group"), _("Choose another group, or put interviews in this one "
                                                              "in Corpus."))
        self._pages.setCurrentWidget(self.grid if table.rows and table.columns else self.empty)
        self.status_changed.emit()

    def _redraw(self) -> None:
        if self._found is not None:
            order = cast(ColumnOrder, self.order_pill.current or "recorded")
            self.grid.show_grid(self._found.grid, "recorded" if self._found.by else order)
            if not self.grid.currentIndex().isValid():
                self.panel.show_nothing()

    def _legend_text(self, found: _Read) -> str:
        if found.by is not None:
            return _("Cells count the interviews in which the code occurs · a cell opens its quotes")
        words = [_("◆ first appearance of the code in the order of interviews"), _("a cell opens its quotes")]
        if not all(found.grid.asked.values()):
            words.append(_("– theme not asked"))
        return joined(*words)

    def _open(self, index: QModelIndex) -> None:
        found = self._found
        if found is None or not index.isValid():
            return
        grid, row, column = self.grid.grid, self.grid.grid.row(index.row()), index.column()
        title = row.name if grid.is_present(column) else f"{row.name} × {grid.title(column)}"
        place = Place(title, row.code_id, grid.interview_id(column))
        value = None if found.by is None or grid.is_present(column) else grid.title(column)
        self._latest_cell.read(
            lambda session: _cell(session, place, found, value),
            lambda made: self.panel.show_cell(place, made, found.language, self._summary(place)))

    def _summary(self, place: Place) -> str:
        return "" if place.interview_id is None else self.grid.grid.summary(place.code_id, place.interview_id)

    def _follow(self, change: Change) -> None:
        """A summary alone changes nothing else; anything else is read again."""
        if self._found is None or any(image.table != "cell_summary" for image in change.images):
            self._fresh.mark()
            return
        self.grid.grid.show_summaries(self.desk.read_now(memos.summaries))
        place = self.panel.place
        if place is not None and place.interview_id is not None:
            self.panel.summary.show_text(self._summary(place))

    def _choose_group(self, key: Any) -> None:
        self._group = key
        self.reload()

    def _choose_columns(self, key: Any) -> None:
        self._by = key
        self.reload()

    def _reorder(self, _key: object) -> None:
        self._redraw()

    def _reread(self, _key: object) -> None:
        self.reload()

    def _hide_empty(self, hide: bool) -> None:
        self.grid.hide_empty = hide
        self.grid.fold()

    def _formats(self) -> list[Format]:
        table = self.grid.grid.table
        group_id = self._found.group_id if self._found is not None else None
        return exports.formats(self.desk.store.path.stem, table.group or "", group_id, table.by, table.measure)


def _orders(scope: Scope) -> list[Choice]:
    recorded = {"date": _("interview date"), "manual": _("given order"), "import": _("import")}[scope.interviews.basis]
    return [Choice("recorded", recorded), Choice("title", _("title")), Choice("most", _("most coded first"))]


def _read(session: Session, group: int | str | None, by: str | None, measure: Measure) -> _Read:
    found = scopes.scope(session)
    key = group_read(found.groups, group)
    by = by if by in found.attributes else None
    table = transversal.table(session, key, by=by, measure=measure)
    grid = Grid(table, scopes.asked(session), memos.summaries(session))
    return _Read(found, projects.overview(session).language, grid, key, by, scopes.passages_in(session, key))


def _cell(session: Session, place: Place, found: _Read, value: str | None) -> list[Section]:
    """The quotes of a cell, of a value of the attribute in the columns, or of the whole row."""
    groups = () if found.group_id is None else (found.group_id,)
    query = Query(code_ids=(place.code_id,), group_ids=groups)
    if place.interview_id is not None:
        query = replace(query, interview_ids=(place.interview_id,))
    elif value is not None and found.by is not None:
        query = _of_value(session, query, found, value)
    return sections(quotes.find(session, query, order="interview"), codebook.read(session), order="interview",
                    under=place.code_id)


def _of_value(session: Session, query: Query, found: _Read, value: str) -> Query:
    """Those who have the value; where nobody has one, the interviews without any."""
    name = found.by or ""
    if value in found.scope.attributes[name]:
        return replace(query, where=((name, value),))
    return replace(query, interview_ids=tuple(values_of(session, name, found.scope.interviews.ids)[value]))
