# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching the transcripts, and their vocabulary; a page each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.corpus.sheet_keys import TURN
from app.desk import Desk
from app.search.choices import Wanted
from app.search.page import SearchPage
from app.search.tabs import KEYS
from app.settings import Settings
from app.workspaces.base import Workspace


class SearchWorkspace(Workspace):
    """One page at a time, the vocabulary made when it is first shown."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._made: dict[str, Workspace] = {}
        self._key = KEYS[0]
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for keys, step in zip(TURN, (-1, 1), strict=True):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn_by, step))
        self.searching = SearchPage(desk, settings, self)
        self._keep("found", self.searching)
        self.searching.tabs.asked.connect(lambda place: self.show_page(KEYS[place]))

    @property
    def page(self) -> Workspace:
        """The page shown."""
        return self._made[self._key]

    def show_page(self, key: str) -> Workspace:
        """Show one of app.search.tabs.PAGES."""
        if key == "vocabulary" and key not in self._made:
            from app.search.vocabulary_page import VocabularyPage

            words = VocabularyPage(self.desk, self.settings, self)
            words.tabs.asked.connect(lambda place: self.show_page(KEYS[place]))
            words.word_asked.connect(self._look_for)
            self._keep(key, words)
        elif key == "close" and key not in self._made:
            from app.close.page import ClosePage

            close = ClosePage(self.desk, self.settings, self)
            close.tabs.asked.connect(lambda place: self.show_page(KEYS[place]))
            self._keep(key, close)
        if key != self._key:
            self.page.settle()
            self._key = key
            self._stack.setCurrentWidget(self.page)
            self.page.activate()
            self.status_changed.emit()
        return self.page

    def show_code(self, code_id: int) -> None:
        """Propose words that resemble the passages of a code."""
        self.show_page("close").show_code(code_id)

    def activate(self) -> None:
        self.page.activate()

    def settle(self) -> None:
        self.page.settle()

    def status_text(self) -> str:
        return self.page.status_text()

    def hints(self) -> str:
        return self.page.hints()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"search.concordance": self._export, "search.vocabulary": lambda: self._show("vocabulary"),
                "search.close": lambda: self._show("close")}

    def _show(self, key: str) -> None:
        self.show_page(key)

    def _export(self) -> None:
        self.show_page("found")
        self.searching.export_found()

    def _look_for(self, wanted: Wanted) -> None:
        self.show_page("found")
        self.searching.look_for(wanted.line, wanted.mode, wanted.voice, wanted.within)

    def _keep(self, key: str, page: Workspace) -> None:
        self._made[key] = page
        page.status_changed.connect(self.status_changed)
        self._stack.addWidget(page)

    def _turn_by(self, step: int) -> None:
        self.show_page(KEYS[(KEYS.index(self._key) + step) % len(KEYS)])
