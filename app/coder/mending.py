# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending the transcript being read: its words, where its turns begin and end, who speaks in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.acts import mending as acts
from app.coder.mend_dialog import MendDialog
from app.coder.page.page import Page
from app.coder.page.reading import Reading
from app.coder.page.retype import Retype
from app.coder.replace_dialog import ReplaceDialog
from app.desk import Desk
from coding.changes import Change
from coding.language import _, say
from coding.passage_bounds import whole_words
from coding.passage_index import Span
from coding.transcripts import TurnText
from models.errors import KnownError

FEW = 120  # characters selected at most to be retyped in place


class Mending(QObject):
    """Acts on the turn at the caret. ``told`` carries a sentence: why nothing was done."""

    told = pyqtSignal(str)

    def __init__(self, over: QWidget, desk: Desk, page: Page) -> None:
        super().__init__(over)
        self._over = over
        self._desk = desk
        self._page = page
        self.field = Retype(page)
        self.field.given.connect(self._retype)
        self.dialog: MendDialog | None = None
        self.everywhere: ReplaceDialog | None = None

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"mend": self.mend, "split_turn": self._split, "join_turns": self._join, "replace_words": self._replace}

    def mend(self) -> None:
        """Retype the words selected in place when they are few; else correct the turn in a window."""
        reading, span = self._page.reading, self._page.selected()
        if reading is None:
            return
        if span is not None and self._few(reading, span):
            start, end = whole_words(reading.transcript.text, *span)
            self._page.pick(start, end, still=True)
            self.field.ask(start, end, reading.transcript.text[start:end])
            return
        turn = self._turn(reading)
        if turn is not None:
            self.dialog = MendDialog(self._desk, reading, turn, self._show, self._over)
            self.dialog.finished.connect(self._page.setFocus)
            self.dialog.open()

    def _few(self, reading: Reading, span: Span) -> bool:
        """Whether words stand on one line of one turn, and are few."""
        turn = reading.transcript.turn_at(span[0])
        return (turn is not None and turn.start <= span[0] and span[1] <= turn.end and span[1] - span[0] <= FEW
                and "\n" not in reading.transcript.text[slice(*span)])

    def _turn(self, reading: Reading) -> TurnText | None:
        """The turn at the caret, or that of the passage chosen; says so when there is none."""
        span = self._page.selected()
        turn = reading.transcript.turn_at(span[0] if span is not None else self._page.caret())
        if turn is None:
            self.told.emit(_("Put the caret in a turn first."))
        return turn

    def _split(self) -> None:
        """Cut the turn before the word at the caret."""
        reading = self._page.reading
        turn = self._turn(reading) if reading is not None else None
        if reading is not None and turn is not None:
            acts.split_turn(self._desk, interview_id=reading.transcript.interview_id, number=turn.number,
                            at=self._page.caret(), otherwise=self._refuse)

    def _join(self) -> None:
        """Make one turn of this one and the next."""
        reading = self._page.reading
        turn = self._turn(reading) if reading is not None else None
        if reading is not None and turn is not None:
            acts.join_turns(self._desk, interview_id=reading.transcript.interview_id, number=turn.number,
                            otherwise=self._refuse)

    def _replace(self) -> None:
        """Replace words wherever they stand, those selected to begin with."""
        reading, span = self._page.reading, self._page.selected()
        if reading is not None:
            words = reading.transcript.text[slice(*span)] if span is not None and self._few(reading, span) else ""
            self.everywhere = ReplaceDialog(self._desk, reading.transcript, words, self._over)
            self.everywhere.finished.connect(self._page.setFocus)
            self.everywhere.open()

    def _retype(self, start: int, end: int, words: str) -> None:
        reading = self._page.reading
        if reading is not None:
            acts.retype(self._desk, interview_id=reading.transcript.interview_id, start=start, end=end, words=words,
                        then=self._show_change, otherwise=self._refuse)

    def _show_change(self, change: Change) -> None:
        self._show(change.result)

    def _show(self, spans: Sequence[Span]) -> None:
        """Light the first words that were put in."""
        self._page.clear_selection()
        start, end = next(((start, end) for start, end in spans if start < end), (0, 0))
        if start < end:
            self._page.flash(start, end, still=True)

    def _refuse(self, error: KnownError) -> None:
        self.told.emit(say(error))
