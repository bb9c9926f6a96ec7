# SPDX-License-Identifier: GPL-3.0-or-later
"""What keys do to the chosen passage: its bounds, its star, its codes, what it is cut into or joined with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QMenu, QWidget

from app import parts
from app.acts import citations as cite
from app.acts import passages as acts
from app.coder.giving import Giving
from app.coder.page.page import Page
from app.coder.page.reading import Reading
from app.coder.passage.bounds import NUDGES, between_words, stepped
from app.coder.passage.passage_panel import PassagePanel
from app.desk import Desk
from app.memos import links
from coding import citations
from coding.changes import Change
from coding.intervals import Mark
from coding.language import _
from coding.passage_walk import to_join

TURNS_ON = 2  # how many turns further the passage to join may begin: past a question, into the answer


class Reshaping(QObject):
    """Acts on the chosen passage of a page or, without one, on the innermost at the caret. ``told`` carries a
    sentence: why nothing was done."""

    told = pyqtSignal(str)

    def __init__(self, over: QWidget, desk: Desk, page: Page, panel: PassagePanel, giving: Giving) -> None:
        super().__init__(over)
        self._over = over
        self._desk = desk
        self._page = page
        self._panel = panel
        self._giving = giving

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {
            "remove": self._remove, "strong": self._mark_strong, "withhold": self._withhold,
            "memo": self._write_memo, "split": self._split, "join": self._join,
            "replace": self.replace, "copy_link": self._copy_link,
            **{verb: partial(self._nudge, verb) for verb in NUDGES},
        }

    def mark(self) -> Mark | None:
        """The passage that would be acted on, which becomes the chosen one; says so when there is none."""
        reading, mark = self._page.reading, self._page.chosen_mark
        if reading is not None and mark is None:
            mark = next(reversed(reading.view.at(self._page.caret())), None)
            self._page.choose(mark.id if mark is not None else None)
        if mark is None:
            self.told.emit(_("Click a passage first, or put the caret in it."))
        return mark

    # -- the passage itself --------------------------------------------------------------------------------------

    def _remove(self) -> None:
        mark = self._page.chosen_mark
        if mark is not None and self._page.selected() is None:
            acts.remove(self._desk, passage_id=mark.id)

    def _mark_strong(self) -> None:
        mark = self.mark()
        if mark is not None:
            acts.mark_strong(self._desk, passage_id=mark.id, strong=not mark.strong)

    def _withhold(self) -> None:
        mark = self.mark()
        if mark is not None:
            known = self._desk.read_now(lambda session: citations.read(session, mark.id))
            cite.withhold(self._desk, passage_id=mark.id, withheld=not known.is_withheld)
            self.told.emit(_("This passage may be cited again.") if known.is_withheld else _(
                "This passage stays out of every export of quotes."))

    def _write_memo(self) -> None:
        if self.mark() is not None:
            self._panel.write_memo()

    def _copy_link(self) -> None:
        mark = self.mark()
        if mark is not None:
            links.copy_passage(self._desk, mark.id)
            self.told.emit(_("The link is copied: paste it in a memo."))

    # -- bounds --------------------------------------------------------------------------------------------------

    def _nudge(self, verb: str) -> None:
        mark, reading = self.mark(), self._page.reading
        if mark is None or reading is None:
            return
        span = stepped(reading.transcript, (mark.start, mark.end), *NUDGES[verb])
        if span is not None:
            acts.resize(self._desk, passage_id=mark.id, start=span[0], end=span[1], then=self._choose)

    def _split(self) -> None:
        """Cut the passage at the caret; what follows is then the chosen one."""
        reading = self._page.reading
        if reading is None:
            return
        at, chosen = between_words(reading.transcript, self._page.caret()), self._page.chosen_mark
        marks = [*([chosen] if chosen is not None else []), *reversed(reading.view.at(at))]
        mark = next((mark for mark in marks if mark.start < at < mark.end), None)
        if mark is None:
            self.told.emit(_("Put the caret inside a passage, where it is to be cut."))
        else:
            acts.split(self._desk, passage_id=mark.id, at=at,
                       then=lambda change: self._page.choose(change.result[1]))

    def _join(self) -> None:
        mark, reading = self.mark(), self._page.reading
        if mark is None or reading is None:
            return
        other = to_join(reading.view, mark, _limit(reading, mark))
        if other is None:
            self.told.emit(_("No passage begins close enough after this one to be joined with it."))
        else:
            acts.join(self._desk, passage_id=mark.id, other_id=other.id, then=self._choose)

    def _choose(self, change: Change) -> None:
        self._page.choose(int(change.result))

    # -- codes ---------------------------------------------------------------------------------------------------

    def replace(self, code_id: int | None = None) -> None:
        """Ask which code is to stand in the place of one, first which one if the passage bears several."""
        mark = self.mark()
        if mark is None:
            return
        if code_id is None and len(mark.codes) > 1:
            self._ask_which(mark)
        elif mark.codes:
            self._ask_by(mark, code_id if code_id is not None else mark.codes[0])
        else:
            self.told.emit(_("This passage bears no code yet: Ctrl+K gives it one."))

    def _ask_which(self, mark: Mark) -> None:
        menu = QMenu(self._over)
        for code_id in mark.codes:
            node = self._desk.codebook.by_id[code_id]
            title = _("Replace “{code}” by…").format(code=node.name)
            menu.addAction(parts.swatch(node.colour), title.replace("&", "&&"), partial(self._ask_by, mark, code_id))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._page.mapToGlobal(self._page.span_rect(mark.start, mark.end).bottomLeft()))

    def _ask_by(self, mark: Mark, old: int) -> None:
        title = _("Replace “{code}” by…").format(code=self._desk.codebook.by_id[old].name)
        self._giving.ask_code(
            title, (mark.start, mark.end), without=frozenset({old}),
            then=lambda new: acts.replace_code(self._desk, passage_id=mark.id, old=old, new=new))


def _limit(reading: Reading, mark: Mark) -> int:
    """Up to where the passage to join with may begin."""
    turns, last = reading.transcript.turns, reading.transcript.turn_at(mark.end - 1)
    if last is None:
        return len(reading.transcript.text)
    return turns[min(turns.index(last) + TURNS_ON, len(turns) - 1)].end
