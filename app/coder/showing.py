# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing which passages the page shows: all, one theme or code, one coder, what is left uncoded, none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QMenu

from app import parts
from app.coder import keys
from app.coder.page.page import Page
from app.coder.page.shown import Shown, What
from app.coder.shown_pill import ShownPill
from app.desk import Desk
from coding import coders
from coding.changes import Change
from coding.codebook import CodeNode
from coding.language import _


class Showing(QObject):
    """``changed``: other passages are shown. ``current`` gives the code chosen in the codebook."""

    changed = pyqtSignal()

    def __init__(self, desk: Desk, page: Page, current: Callable[[], CodeNode | None]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._current = current
        self.shown = Shown()
        self.pill = ShownPill()
        self.pill.cleared.connect(partial(self.pick, What.EVERYTHING))
        self.pill.menu.aboutToShow.connect(self._fill)
        self._fill()

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"hide_codes": partial(self._toggle, What.NOTHING), "uncoded": partial(self._toggle, What.UNCODED),
                "choose_shown": self.pill.popup}

    def pick(self, what: What, key: int = 0) -> None:
        """Show these passages; ``key`` is the code's or the coder's id."""
        self.shown = self._made(what, key)
        self.pill.say(self._named(self.shown))
        self._page.filter(self.shown)
        self.changed.emit()

    def follow(self, change: Change) -> None:
        """The codes of a filter may be others now, have another name, or be gone."""
        if self.shown.what is not What.CODE or not change.touches("code"):
            return
        if self.shown.id not in self._desk.codebook.by_id:
            self.pick(What.EVERYTHING)
        elif self._made(What.CODE, self.shown.id) != self.shown:
            self.pick(What.CODE, self.shown.id)
        else:
            self.pill.say(self._named(self.shown))

    def _made(self, what: What, key: int) -> Shown:
        codes = self._desk.codebook.below(key) if what is What.CODE else ()
        return Shown(what, key, frozenset(codes))

    def _toggle(self, what: What) -> None:
        self.pick(What.EVERYTHING if self.shown.what is what else what)

    def _named(self, shown: Shown) -> str:
        if shown.what is What.CODE:
            return _("Only “{name}”").format(name=self._desk.codebook.by_id[shown.id].name)
        if shown.what is What.CODER:
            return _("Only {coder}").format(coder=self._desk.read_now(coders.names)[shown.id])
        return {What.UNCODED: _("Only what is not coded"), What.NOTHING: _("Codes hidden")}.get(shown.what, "")

    def _fill(self) -> None:
        menu = self.pill.menu
        menu.clear()
        self._add(menu, _("All passages"), What.EVERYTHING)
        self._add(menu, f"{_('Only what is not coded')}\t{keys.native('uncoded')}", What.UNCODED)
        self._add(menu, f"{_('Hide all codes')}\t{keys.native('hide_codes')}", What.NOTHING)
        menu.addSeparator()
        node = self._current()
        if node is not None and node.parent_id is not None:
            self._add_code(menu, node, _("Only “{name}”").format(name=_plain(node.name)))
        themes = QMenu(_("Only one theme"), menu)
        for theme in self._desk.codebook.themes:
            self._add_code(themes, theme, _plain(theme.name))
        themes.setEnabled(bool(self._desk.codebook.themes))
        menu.addMenu(themes)
        names = self._desk.read_now(coders.names)
        if len(names) > 1:
            people = QMenu(_("Only one coder"), menu)
            for key, name in names.items():
                self._add(people, _plain(name), What.CODER, key)
            menu.addMenu(people)

    def _add_code(self, menu: QMenu, node: CodeNode, title: str) -> None:
        self._add(menu, title, What.CODE, node.id, parts.swatch(node.colour))

    def _add(self, menu: QMenu, title: str, what: What, key: int = 0, icon: QIcon | None = None) -> None:
        action = menu.addAction(title, partial(self.pick, what, key))
        if action is not None:
            action.setCheckable(icon is None)
            action.setChecked((what, key) == (self.shown.what, self.shown.id))
            if icon is not None:
                action.setIcon(icon)


def _plain(name: str) -> str:
    return name.replace("&", "&&")
