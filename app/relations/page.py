# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations: which codes meet, who holds them, and which contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.relations import exports
from app.relations.asked import Asked
from app.relations.compared import ComparedView
from app.relations.mark_dialog import ask_pair
from app.relations.segments import Segments
from app.relations.sides_view import SidesView
from app.relations.together import TogetherView
from app.settings import Settings
from app.transversal.page import TransversalPage
from app.transversal.tabs import page_tabs
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import BEGINNING, ChosenGroup, group_choices, group_read
from app.widgets.pill import Choice, Pill, PillRow
from coding import codebook, scope
from coding import project as projects
from coding.changes import Change
from coding.codebook import Codebook
from coding.language import _
from coding.scope import Scope

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TOGETHER, COMPARED, SIDES = range(3)


@dataclass(frozen=True)
class _Read:
    scope: Scope
    book: Codebook
    language: str


class RelationsPage(TransversalPage):
    """Three views over one choice of group and theme; each is read when it is shown."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._group: ChosenGroup = BEGINNING
        self._theme: int | None = None
        self.asked: Asked | None = None
        self._read: set[int] = set()
        self.tabs = page_tabs("relations")
        self.group_pill, self.theme_pill = Pill(_("Group: {choice}"), accent=True), Pill(_("Theme: {choice}"))
        self.group_pill.chosen.connect(self._choose_group)
        self.theme_pill.chosen.connect(self._choose_theme)
        self.together, self.compared, self.sides = (
            TogetherView(desk, settings), ComparedView(desk, settings), SidesView(desk, settings))
        self.views = (self.together, self.compared, self.sides)
        self.segments = Segments((_("Co-occurrence"), _("Attributes and groups"), _("Contradictions")),
                                 _("What is related"))
        self.segments.chosen.connect(self._turn)
        self._exporter = Exporter(desk, settings, self)
        self._build()
        for view in self.views:
            view.counted.connect(self.status_changed)
        self.together.panel.mark_asked.connect(self.mark)
        self.compared.by.chosen.connect(lambda _key: self._fit_pills())
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header("")
        head.title.hide()
        head.add_left(self.tabs)
        self._pills = PillRow((self.group_pill, self.theme_pill))
        head.add_left(self._pills)
        head.add_right(export_button(self._exporter, self._formats, self))
        bar = parts.Panel("header")
        bar.setFixedHeight(48)
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(12)
        line.addWidget(self.segments)
        self._tools, self._stack = QStackedWidget(), QStackedWidget()
        for view in self.views:
            self._stack.addWidget(view)
            self._tools.addWidget(_to_the_left(view.tools))
        line.addWidget(self._tools, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._exporter.outcome)

    @property
    def view(self) -> TogetherView | ComparedView | SidesView:
        """The view shown."""
        return self.views[self._stack.currentIndex()]

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.view.lead().setFocus()

    def settle(self) -> None:
        """Keep what is being written."""
        self.sides.settle()

    def status_text(self) -> str:
        """How much is read."""
        return self.view.status_text()

    def hints(self) -> str:
        """The keys."""
        return self.view.hints()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To a spreadsheet; a pair to mark."""
        return {"relations.export": lambda: self._exporter.run(self._formats()[0]),
                "relations.mark": lambda: self.mark(None, None)}

    def mark(self, one_id: int | None, other_id: int | None) -> None:
        """Ask for two contradictory codes, these being proposed."""
        ask_pair(self.desk, self, None if one_id is None or other_id is None else (one_id, other_id))

    def show_view(self, place: int) -> None:
        """Show a view, and read it when it is not up to date."""
        self.segments.choose(place)
        self._stack.setCurrentIndex(place)
        self._tools.setCurrentIndex(place)
        self._show_here()
        self.status_changed.emit()

    def reload(self) -> None:
        """Read what can be chosen again, then the view."""
        self._latest.read(_read, self._show)

    def _turn(self, place: int) -> None:
        self.view.lead().clearFocus()
        self.show_view(place)

    def _show(self, found: _Read) -> None:
        group_id = group_read(found.scope.groups, self._group)
        self._group = group_id
        if self._theme not in found.book.by_id:
            self._theme = None
        name = next((row.name for row in found.scope.groups if row.id == group_id), "")
        self.asked = Asked(group_id, name, self._theme, found.language)
        self.group_pill.offer(group_choices(found.scope.groups, len(found.scope.interviews)), group_id)
        themes = [Choice(node.id, node.name, apart=not n) for n, node in enumerate(found.book.themes)]
        self.theme_pill.offer([Choice(None, _("every theme")), *themes], self._theme)
        self.compared.offer(tuple(found.scope.attributes), len(found.scope.groups))
        self._read.clear()
        self._show_here()

    def _show_here(self) -> None:
        """Read the view shown, unless it is up to date."""
        place = self._stack.currentIndex()
        if self.asked is not None and place not in self._read:
            self._read.add(place)
            self.view.show_asked(self.asked)
        self._fit_pills()
        self.status_changed.emit()

    def _fit_pills(self) -> None:
        """Groups side by side need no group."""
        beside = self.view is self.compared and self.compared.by_name is None
        self.group_pill.setEnabled(not beside)
        self._pills.fit()

    def _follow(self, change: Change) -> None:
        if change.touches("contradiction") and not any(image.table != "contradiction" for image in change.images):
            self._read -= {TOGETHER, SIDES}
            pair = next((image.after for image in change.images if image.before is None), None)
            if pair is not None:
                self.sides.pick(pair["one_id"], pair["other_id"])
            if self.isVisible():
                self._show_here()
            else:
                self._fresh.mark()
            return
        self._fresh.mark()

    def _choose_group(self, key: Any) -> None:
        self._group = key
        self.reload()

    def _choose_theme(self, key: Any) -> None:
        self._theme = key
        self.reload()

    def _formats(self) -> list[Format]:
        asked = self.asked or Asked()
        stem = self.desk.store.path.stem
        if self.view is self.together:
            return exports.together(stem, asked, *self.together.choice)
        if self.view is self.compared:
            return exports.compared(stem, asked, self.compared.by_name)
        return exports.sides(stem, asked)


def _to_the_left(widget: QWidget) -> QWidget:
    """Pills take the whole line, a button its own width."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(widget, 1 if isinstance(widget, PillRow) else 0)
    if not isinstance(widget, PillRow):
        line.addStretch(1)
    return holder


def _read(session: Session) -> _Read:
    return _Read(scope.scope(session), codebook.read(session), projects.overview(session).language)
