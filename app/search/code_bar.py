# SPDX-License-Identifier: GPL-3.0-or-later
"""Coding what was found: how much of it, what around each word, with which codes; in one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QRect, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QWidget

from app import parts
from app.acts import found as acts
from app.coder.palette.palette import WIDTH, CodePalette, Question
from app.coder.palette.palette_lines import Create, Entry
from app.coder.palette.ranking import Found
from app.coder.palette.recent import RecentCodes
from app.desk import Desk
from app.settings import Settings
from app.widgets.freshness import Latest
from app.widgets.pill import Choice, Pill
from coding.changes import Change
from coding.language import _, ngettext, number
from coding.searching import giving
from coding.searching.giving import Foreseen, Given, Spans
from coding.searching.places import Place


class CodeBar(parts.Panel):
    """Opened by ``open``. ``told`` says in a sentence what was coded."""

    told = pyqtSignal(str)

    def __init__(self, desk: Desk, settings: Settings, over: QWidget, places: Callable[[], Sequence[Place]],
                 words: Callable[[], str]) -> None:
        super().__init__("panel", over)
        self._desk, self._over, self._places, self._words = desk, over, places, words
        self._latest = Latest(desk)
        self._spans: Spans = {}
        self._opened = False  # and the keys are still to be given
        self.recent = RecentCodes(desk, settings)
        self.palette_of_codes = CodePalette(over)
        self.what = Pill(_("Code: {choice}"))
        self.what.offer([Choice("words", _("the words")), Choice("sentence", _("the sentence")),
                         Choice("turn", _("the turn"))], "sentence")
        self.what.chosen.connect(lambda _key: self.reckon())
        self.said = parts.label("", "muted")
        self.choose = parts.button(_("Choose the codes…"), self.ask, name="primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 6, 12, 6)
        line.setSpacing(10)
        line.addWidget(self.what)
        line.addWidget(self.said)
        line.addStretch(1)
        line.addWidget(parts.button(_("Close"), self.hide, name="flat"))
        line.addWidget(self.choose)
        self.hide()

    def open(self) -> None:
        """Show it, and reckon what it would make."""
        self.show()
        self._opened = True
        self.reckon()

    def reckon(self) -> None:
        """Say how many passages it would make."""
        if self.isHidden():
            return
        places, what = list(self._places()), self.what.current
        self.choose.setEnabled(False)

        def look(session: object) -> tuple[Spans, Foreseen]:
            spans = giving.spans(session, places, what)  # type: ignore[arg-type]
            return spans, giving.foresee(session, spans)  # type: ignore[arg-type]

        self._latest.read(look, lambda answer: self._say(*answer))

    def ask(self) -> None:
        """Open the palette of codes."""
        corner = self.choose.mapTo(self._over, self.choose.rect().topLeft())
        near = QRect(self._over.width() - WIDTH - 12, corner.y(), 1, self.choose.height())
        count = sum(map(len, self._spans.values()))
        title = ngettext("{n} passage", "{n} passages", count).format(n=number(count))
        self.palette_of_codes.ask(Question(title, self._words()), near, self._desk.codebook, self._give,
                                  recent=self.recent.ids(), uses=self._desk.counts.own)

    def _say(self, spans: Spans, seen: Foreseen) -> None:
        self._spans = spans
        said = ngettext("{n} passage", "{n} passages", seen.passages).format(n=number(seen.passages))
        of = ngettext("{n} interview", "{n} interviews", seen.interviews).format(n=number(seen.interviews))
        text = _("{passages} in {interviews}").format(passages=said, interviews=of)
        if seen.there:
            text += " · " + ngettext("{n} of them already has a code", "{n} of them already have a code",
                                     seen.there).format(n=number(seen.there))
        self.said.setText(text)
        self.choose.setEnabled(seen.passages > 0 and not self._desk.read_only)
        if self._opened:
            self._opened = False
            self.choose.setFocus()

    def _give(self, entries: Sequence[Entry]) -> None:
        codes = [entry.node.id for entry in entries if isinstance(entry, Found)]
        new = [(entry.names, entry.parent_id) for entry in entries if isinstance(entry, Create)]
        if codes or new:
            self.recent.note(codes or self.recent.last())
            acts.code(self._desk, self._spans, codes, new, self._done)

    def _done(self, change: Change) -> None:
        given: Given = change.result
        said = ngettext("{n} passage coded.", "{n} passages coded.", given.passages).format(n=number(given.passages))
        if given.already:
            said += " " + ngettext("{n} bore these codes already.", "{n} bore these codes already.",
                                   given.already).format(n=number(given.already))
        self.hide()
        self.told.emit(_("{said} Undo takes them back at once.").format(said=said))
