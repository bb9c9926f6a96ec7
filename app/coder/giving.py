# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving codes to words: by palette, by digit, from the tree, in vivo, again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.acts import passages as acts
from app.coder.page import Page
from app.coder.palette import CodePalette, Create, Entry, InVivo
from app.coder.ranking import Found
from app.desk import Desk
from coding import code_path
from coding.changes import Change
from coding.passage_index import Span

RECENT_KEPT = 30


class Giving(QObject):
    """What is coded is the selection or, without one, the chosen passage. ``nothing_selected`` says that there is
    neither. New codes go under ``parent_id``, which the codebook panel sets."""

    nothing_selected = pyqtSignal()

    def __init__(self, over: QWidget, desk: Desk, page: Page) -> None:
        super().__init__(over)
        self._desk = desk
        self._page = page
        self.parent_id: int | None = None
        self.recent: list[int] = []
        self.palette = CodePalette(over)
        self.palette.picked.connect(self._take)
        self.palette.closed.connect(page.setFocus)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"in_vivo": self.in_vivo, "repeat": self.repeat}

    def target(self) -> Span | None:
        """The span that would be coded."""
        mark = self._page.chosen_mark
        return self._page.selected() or ((mark.start, mark.end) if mark is not None else None)

    def ask(self, typed: str = "") -> None:
        """Open the palette near what is selected."""
        span = self._wanted()
        if span is None or self._page.reading is None:
            return
        over = self.palette.parentWidget()
        near = self._page.span_rect(*span)
        if over is not None:
            near.moveTopLeft(self._page.mapTo(over, near.topLeft()))
        self.palette.ask(
            near, self._desk.codebook, recent=self.recent, uses=self._desk.counts.own, parent_id=self._parent(),
            in_vivo=self._in_vivo_name(span), typed=typed)

    def give(self, code_id: int) -> None:
        """Give a code."""
        span = self._wanted()
        if span is not None and self._page.reading is not None and code_id in self._desk.codebook.by_id:
            self._note(code_id)
            acts.code_span(self._desk, interview_id=self._page.reading.transcript.interview_id, start=span[0],
                           end=span[1], code_ids=[code_id], then=self._show)

    def give_new(self, names: Sequence[str], parent_id: int | None) -> None:
        """Make the code at a path of names below a code (themes when None) and give it; one that is there already
        is just given."""
        span = self._wanted()
        if span is not None and names and self._page.reading is not None:
            acts.code_with_path(self._desk, interview_id=self._page.reading.transcript.interview_id, start=span[0],
                                end=span[1], names=names, parent_id=parent_id,
                                then=lambda change: self._show_new(change, names, parent_id))

    def in_vivo(self) -> None:
        """Give a code named by the words themselves."""
        span = self._wanted()
        name = self._in_vivo_name(span) if span is not None else ""
        if name:
            self.give_new([name], self._parent())

    def pinned(self, digit: int) -> None:
        """Give the code that has a digit."""
        node = next((node for node in self._desk.codebook if node.pin == digit), None)
        if node is not None:
            self.give(node.id)

    def repeat(self) -> None:
        """Give the last code again."""
        known = next((code_id for code_id in self.recent if code_id in self._desk.codebook.by_id), None)
        if known is not None:
            self.give(known)

    def _take(self, entry: Entry) -> None:
        if isinstance(entry, Found):
            self.give(entry.node.id)
        elif isinstance(entry, Create):
            self.give_new(entry.names, entry.parent_id)
        elif isinstance(entry, InVivo):
            self.in_vivo()

    def _wanted(self) -> Span | None:
        """The target, when it may be coded."""
        if self._desk.read_only:
            return None
        span = self.target()
        if span is None:
            self.nothing_selected.emit()
        return span

    def _in_vivo_name(self, span: Span) -> str:
        return code_path.in_vivo(self._page.reading.transcript.text[slice(*span)]) if self._page.reading else ""

    def _parent(self) -> int | None:
        """The theme of the current code, or of the last one given."""
        book = self._desk.codebook
        near = [self.parent_id, *self.recent]
        known = next((key for key in near if key is not None and key in book.by_id), None)
        return book.theme_of(known).id if known is not None else None

    def _note(self, code_id: int) -> None:
        self.recent = [code_id, *(key for key in self.recent if key != code_id)][:RECENT_KEPT]

    def _show(self, change: Change) -> None:
        """What was coded is now the chosen passage."""
        self._page.clear_selection()
        self._page.choose(int(change.result))

    def _show_new(self, change: Change, names: Sequence[str], parent_id: int | None) -> None:
        """The code just made is the latest used."""
        self._show(change)
        node = code_path.at(self._desk.codebook, names, parent_id=parent_id)
        if node is not None:
            self._note(node.id)
