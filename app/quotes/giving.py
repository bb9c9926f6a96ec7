# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving codes to the quotes selected, by the palette, as one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PyQt6.QtCore import QObject
from PyQt6.QtWidgets import QWidget

from app.acts import passages as acts
from app.coder.palette.palette import CodePalette, Question
from app.coder.palette.palette_lines import Create, Entry
from app.coder.palette.ranking import Found
from app.coder.palette.recent import RecentCodes
from app.desk import Desk
from app.quotes.quote_list import QuoteList
from app.settings import Settings
from app.widgets.words import quotes_counted
from coding.intervals import Span
from coding.quotes import Quote


class Giving(QObject):
    """``ask`` opens the palette beside the current quote; each quote keeps the codes it has."""

    def __init__(self, over: QWidget, desk: Desk, settings: Settings, quotes: QuoteList) -> None:
        super().__init__(over)
        self._desk, self._over, self._list = desk, over, quotes
        self.recent = RecentCodes(desk, settings)
        self.palette = CodePalette(over)
        self.palette.closed.connect(quotes.setFocus)

    def ask(self) -> None:
        """Ask which codes the quotes selected are to bear too."""
        chosen = self._list.quotes_chosen()
        viewport = self._list.viewport()
        if not chosen or self._desk.read_only or viewport is None:
            return
        near = self._list.visualRect(self._list.currentIndex())
        near.moveTopLeft(viewport.mapTo(self._over, near.topLeft()))
        borne = frozenset.intersection(*(frozenset(code.id for code in quote.codes) for quote in chosen))
        self.palette.ask(Question(quotes_counted(len(chosen)), chosen[0].printed, borne), near, self._desk.codebook,
                         lambda entries: self._give(chosen, entries), recent=self.recent.ids(),
                         uses=self._desk.counts.own)

    def _give(self, chosen: Sequence[Quote], entries: Sequence[Entry]) -> None:
        codes = [entry.node.id for entry in entries if isinstance(entry, Found)]
        new = [(entry.names, entry.parent_id) for entry in entries if isinstance(entry, Create)]
        spans: dict[int, list[Span]] = defaultdict(list)
        for quote in chosen:
            spans[quote.interview_id].append((quote.start, quote.end))
        if codes or new:
            self.recent.note(codes or self.recent.last())
            acts.code_spans(self._desk, spans=spans, code_ids=codes, new=new)
