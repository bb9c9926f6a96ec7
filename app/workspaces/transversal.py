# SPDX-License-Identifier: GPL-3.0-or-later
"""Transversal reading: the grid, the interviews one by one, the relations between codes; a page each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.corpus.sheet_keys import TURN
from app.desk import Desk
from app.settings import Settings
from app.transversal.grid_page import GridPage
from app.transversal.page import TransversalPage
from app.transversal.tabs import KEYS, PAGES
from app.widgets.groups import BEGINNING, ChosenGroup
from app.workspaces.base import Workspace


class TransversalWorkspace(Workspace):
    """One page at a time, each made when it is first shown; the last one shown comes back with the project. They
    read one group: the last one chosen on any of them."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._made: dict[str, TransversalPage] = {}
        self._group: ChosenGroup = BEGINNING
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for keys, step in zip(TURN, (-1, 1), strict=True):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn_by, step))
        kept = settings.place(desk.store.path).get("transversal")
        self._key = kept if kept in KEYS else KEYS[0]
        self._stack.setCurrentWidget(self._obtain(self._key))

    @property
    def page(self) -> TransversalPage:
        """The page shown."""
        return self._made[self._key]

    def show_page(self, key: str) -> TransversalPage:
        """Show one of app.transversal.tabs.PAGES."""
        if key != self._key:
            on_tabs = self.page.tabs.hasFocus()
            self.page.settle()
            if self.page.group != BEGINNING:
                self._group = self.page.group
            shown = self._obtain(key)
            shown.show_group(self._group)
            self._stack.setCurrentWidget(shown)
            self._key = key
            self.settings.remember_place(self.desk.store.path, transversal=key)
            self.page.activate()
            if on_tabs:
                self.page.tabs.setFocus()
            self.status_changed.emit()
        return self.page

    def show_profile(self, interview_id: int) -> None:
        """Show the profile of an interview."""
        from app.profiles.page import ProfilesPage

        page = self.show_page("profiles")
        if isinstance(page, ProfilesPage):
            page.show_interview(interview_id)

    def activate(self) -> None:
        self.page.activate()

    def settle(self) -> None:
        self.page.settle()

    def status_text(self) -> str:
        return self.page.status_text()

    def hints(self) -> str:
        return self.page.hints()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"transversal.export": partial(self._export, "grid", "transversal.export"),
                "profiles.export": partial(self._export, "profiles", "profiles.export"),
                "relations.export": partial(self._export, "relations", "relations.export"),
                "relations.mark": partial(self._export, "relations", "relations.mark"), **self.page.commands()}

    def _export(self, page: str, verb: str) -> None:
        self.show_page(page).commands()[verb]()

    def _obtain(self, key: str) -> TransversalPage:
        if key not in self._made:
            page = cast(TransversalPage, PAGES[KEYS.index(key)].build(self.desk, self.settings, self))
            self._made[key] = page
            page.status_changed.connect(self.status_changed)
            if isinstance(page, GridPage):
                page.profile_asked.connect(self.show_profile)
            page.tabs.asked.connect(lambda place: self.show_page(KEYS[place]))
            self._stack.addWidget(page)
        return self._made[key]

    def _turn_by(self, step: int) -> None:
        self.show_page(KEYS[(KEYS.index(self._key) + step) % len(KEYS)])
