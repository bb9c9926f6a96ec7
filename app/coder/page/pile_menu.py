# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages for whose names the margin has too little room, each with its words: a menu, which keys go through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtCore import QPoint
from PyQt6.QtWidgets import QMenu

from app import parts
from app.coder.page.beneath import NO_CODE
from app.coder.page.page import Page
from app.desk import Desk
from coding.language import _

WORDS = 48  # characters of a passage


class PileMenu:
    """Made anew each time it opens."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self._desk = desk
        self._page = page

    def popup(self, passage_ids: Sequence[int], where: QPoint) -> None:
        """Open it somewhere on the screen, on the chosen passage if it is among them."""
        menu = self.made(passage_ids)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        actions = menu.actions()
        if actions:
            place = passage_ids.index(self._page.chosen) if self._page.chosen in passage_ids else 0
            menu.setActiveAction(actions[place])

    def made(self, passage_ids: Sequence[int]) -> QMenu:
        """A line a passage: the colour of its first code, its codes, its first words."""
        menu, reading = QMenu(self._page), self._page.reading
        for passage_id in passage_ids:
            mark = reading.view.get(passage_id) if reading is not None else None
            if reading is None or mark is None:
                continue
            nodes = [self._desk.codebook.by_id[code] for code in mark.codes]
            names = " · ".join(node.name for node in nodes) or _("Memo")
            words = reading.words(mark)
            words = words if len(words) <= WORDS else f"{words[:WORDS].rstrip()}…"
            title = _("{names}: “{words}”").format(names=names, words=words).replace("&", "&&")
            menu.addAction(parts.swatch(nodes[0].colour if nodes else NO_CODE), title,
                           partial(self._page.choose, passage_id, show=True))
        return menu
