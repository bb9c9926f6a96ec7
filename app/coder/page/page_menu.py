# SPDX-License-Identifier: GPL-3.0-or-later
"""What a right click on the page offers: all that its keys do to what is selected or chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import QObject, QPoint
from PyQt6.QtGui import QKeySequence
from PyQt6.QtWidgets import QMenu

from app import parts
from app.acts import passages as acts
from app.coder import keys
from app.coder.giving import Giving
from app.coder.page.page import Page
from app.desk import Desk
from coding import citations
from coding.intervals import Mark
from coding.language import _

CODE = ("palette", "in_vivo", "repeat", "whole_turn")
PASSAGE = ("strong", "withhold", "memo", "copy_link", "replace")
SHAPE = ("bounds", "split", "join", "remove")
MEND = ("mend", "split_turn", "join_turns")
GO = ("next_of_code", "previous_of_code", "overlapping")


class PageMenu(QObject):
    """Made anew at each click; ``run`` does a verb of ``app.coder.keys``."""

    def __init__(self, desk: Desk, page: Page, giving: Giving, run: Callable[[str], None]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._giving = giving
        self._run = run

    def popup(self, where: QPoint) -> None:
        """Open it somewhere on the screen."""
        self.made().popup(where)

    def made(self) -> QMenu:
        """The menu of what is selected and chosen now."""
        menu, mark = QMenu(self._page), self._page.chosen_mark
        selected, usable = self._page.selected() is not None, self._usable()
        self._add(menu, CODE, usable)
        menu.addSeparator()
        self._add(menu, PASSAGE, usable)
        if mark is not None and mark.codes and not self._desk.read_only:
            self._add_removals(menu, mark)
        self._add(menu, SHAPE, usable)
        menu.addSeparator()
        self._add(menu, GO, usable)
        menu.addSeparator()
        self._add(menu, MEND, usable)
        menu.addSeparator()
        copying = menu.addAction(_("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self._page.copy)
        if copying is not None:
            copying.setEnabled(selected)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _usable(self) -> set[str]:
        """The verbs that would do something."""
        mark, reading = self._page.chosen_mark, self._page.reading
        if reading is None:
            return set()
        usable = {"next_of_code", "previous_of_code"}
        if mark is not None:
            usable |= {"strong", "withhold", "memo", "copy_link", "bounds", "split", "join"}
            usable |= {"replace"} if mark.codes else set()
            usable |= {"overlapping"} if len(reading.view.between(mark.start, mark.end)) > 1 else set()
            usable |= {"remove"} if self._page.selected() is None else set()
        usable |= {"whole_turn", *MEND} if reading.transcript.turns else set()
        if self._giving.target() is not None:
            usable |= {"palette", "in_vivo"} | ({"repeat"} if self._giving.recent.last() else set())
        return {verb for verb in usable if not (self._desk.read_only and keys.BY_VERB[verb].writes)}

    def _add(self, menu: QMenu, verbs: tuple[str, ...], usable: set[str]) -> None:
        mark = self._page.chosen_mark
        for verb in verbs:
            title = f"{_(keys.BY_VERB[verb].title)}\t{keys.native(verb)}"
            action = menu.addAction(title, partial(self._run, verb))
            if action is not None:
                action.setObjectName(verb)
                action.setEnabled(verb in usable)
                if verb in ("strong", "withhold"):
                    action.setCheckable(True)
                    action.setChecked(mark is not None and self._is(verb, mark))

    def _is(self, verb: str, mark: Mark) -> bool:
        if verb == "strong":
            return mark.strong
        return self._desk.read_now(lambda session: citations.read(session, mark.id)).is_withheld

    def _add_removals(self, menu: QMenu, mark: Mark) -> None:
        """A line that takes the passage's code off, or a menu of them."""
        nodes = [self._desk.codebook.by_id[code_id] for code_id in mark.codes]
        within = menu
        if len(nodes) > 1:
            within = QMenu(_("Remove a code"), menu)
            menu.addMenu(within)
        for node in nodes:
            name = node.name.replace("&", "&&")
            title = name if within is not menu else _("Remove “{code}”").format(code=name)
            within.addAction(parts.swatch(node.colour), title,
                             partial(acts.uncode, self._desk, passage_id=mark.id, code_id=node.id))
