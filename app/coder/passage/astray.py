# SPDX-License-Identifier: GPL-3.0-or-later
"""Which passage keys act on, once they led the caret out of the chosen one."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from app.coder.page.page import Page
from app.coder.passage.bounds import NUDGES
from coding.language import _

CODING = frozenset({"palette", "in_vivo", "repeat", "pinned"})  # what is selected comes before the passage
AT_ONCE = frozenset({"in_vivo", "repeat", "pinned"})
SEEN = frozenset({"remove", "strong", "join", *NUDGES})  # nothing else would show what they act on
FOLLOWING = CODING | SEEN | {"memo", "replace", "copy_link", "bounds"}


class Astray(QObject):
    """The passage at the caret becomes the chosen one when a key acts on passages; ``told`` carries a sentence: why
    it did not act yet."""

    told = pyqtSignal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._caret = 0
        page.chosen_changed.connect(self.settle)
        page.margin.clicked.connect(self.settle)  # the caret stays elsewhere, for a passage chosen already too

    def settle(self) -> None:
        """The chosen passage was chosen from where the caret is."""
        self._caret = self._page.caret()

    def may(self, verb: str) -> bool:
        """Choose the passage meant by a key of the page; whether the key may act on it now. What would code or delete
        first shows what it will; nothing is done to what nobody sees."""
        if verb not in FOLLOWING or (verb in CODING and self._page.selected() is not None):
            return True
        if verb == "remove" and self._page.selected() is not None:
            return True
        former = self._page.chosen
        self._follow(without=verb not in CODING)
        mark = self._page.chosen_mark
        if mark is None:
            return True
        anew = mark.id != former
        if verb in AT_ONCE and anew:
            self.told.emit(_("These words would be coded: press again if they are the ones."))
            return False
        hidden = verb in SEEN and self._page.span_rect(mark.start, mark.end).height() <= 4
        if hidden:
            self._page.choose(mark.id, show=True)
        if hidden or (verb == "remove" and anew):
            self.told.emit(_("This is the passage: press again if it is the one you mean."))
            return False
        return True

    def _follow(self, *, without: bool) -> None:
        """Choose the innermost passage at the caret if keys led it there; ``without``: also when none was chosen."""
        reading, mark, caret = self._page.reading, self._page.chosen_mark, self._page.caret()
        if reading is None or (mark is None and not without):
            return
        if mark is not None and (caret == self._caret or mark.start <= caret <= mark.end):
            return
        here = reading.view.at(caret)
        if here:
            self._page.choose(here[-1].id)
