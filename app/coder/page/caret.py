# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keyboard selects: the caret goes from words to words, past the labels; the selection grows and shrinks by
sentences, paragraphs and turns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QKeyEvent, QTextCursor

from app.coder.page.projection import Kind
from app.coder.page.stretches import STRETCHES, Stretch, step, stretch_at, stretched
from app.coder.passage.bounds import settled
from coding.passage_index import Span

if TYPE_CHECKING:
    from app.coder.page.page import Page

CONTEXT = 2  # lines that stay in sight above and below the caret
UP, DOWN = (Qt.Key.Key_Up, Qt.Key.Key_PageUp), (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
BACK = (*UP, Qt.Key.Key_Left, Qt.Key.Key_Home)
ARROWS = (*BACK, *DOWN, Qt.Key.Key_Right, Qt.Key.Key_End)
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
KEEP, GO = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor


class Caret:
    """The keyboard's part of selecting on a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._path: list[Span] = []  # what was selected before each growth, the caret's own place first

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {
            "grow": self._grow, "shrink": self._shrink,
            "sentence_on": partial(self._extend, "sentence", 1), "sentence_back": partial(self._extend, "sentence", -1),
            "turn_on": partial(self._extend, "turn", 1), "turn_back": partial(self._extend, "turn", -1),
            "next_turn": partial(self._go, 1), "previous_turn": partial(self._go, -1),
        }

    # -- Qt's own keys -------------------------------------------------------------------------------------------

    def page_on(self, event: QKeyEvent) -> bool:
        """Move by what is in sight, but for the lines of context; says whether it did."""
        page, bar, view = self._page, self._page.verticalScrollBar(), self._page.viewport()
        direction = PAGES.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not direction or held or bar is None or view is None:
            return False
        rect, height = page.cursorRect(), page.cursorRect().height()
        seen = min(max(rect.center().y(), 0), view.height() - 1)
        before = bar.value()
        bar.setValue(before + direction * (view.height() - CONTEXT * height))
        there = page.cursorForPosition(QPoint(rect.x(), seen))
        if bar.value() == before:
            there.movePosition(QTextCursor.MoveOperation.End if direction > 0 else QTextCursor.MoveOperation.Start)
        cursor = page.textCursor()
        was = QTextCursor(cursor)
        cursor.setPosition(there.position(), _mode(event))
        page.setTextCursor(cursor)
        self.settle(event, was)
        return True

    def settle(self, event: QKeyEvent, before: QTextCursor) -> None:
        """After a key that moved the caret: past a label, in the same direction, lines of context in sight."""
        page, cursor = self._page, self._page.textCursor()
        if event.key() not in ARROWS or page.reading is None or cursor.position() == before.position():
            return
        back = cursor.position() < before.position()
        if self._on_label(cursor):
            self._pass_label(cursor, event, back)
            if self._on_label(cursor):  # the first words stand below it
                cursor.movePosition(QTextCursor.MoveOperation.NextBlock, _mode(event))
            page.setTextCursor(cursor)
        self.keep_context()

    def keep_context(self) -> None:
        """Scroll until the caret has lines above and below it."""
        bar, view, rect = self._page.verticalScrollBar(), self._page.viewport(), self._page.cursorRect()
        if bar is not None and view is not None:
            room = CONTEXT * rect.height()
            bar.setValue(bar.value() + min(0, rect.top() - room) + max(0, rect.bottom() + room - view.height()))

    def _pass_label(self, cursor: QTextCursor, event: QKeyEvent, back: bool) -> None:
        upright = event.key() in (*UP, *DOWN)
        moves = QTextCursor.MoveOperation
        while self._on_label(cursor):
            if upright:
                moved = cursor.movePosition(moves.Up if back else moves.Down, _mode(event))
            elif back:
                moved = cursor.movePosition(moves.StartOfBlock, _mode(event)) | cursor.movePosition(
                    moves.PreviousCharacter, _mode(event))
            else:
                moved = cursor.movePosition(moves.NextBlock, _mode(event))
            if not moved:
                return

    def _on_label(self, cursor: QTextCursor) -> bool:
        reading = self._page.reading
        number = cursor.blockNumber()
        return reading is not None and number < len(reading.projection.paragraphs) and (
            reading.projection.paragraphs[number].kind is Kind.LABEL)

    # -- growing and shrinking -----------------------------------------------------------------------------------

    def _now(self) -> Span:
        caret = self._page.caret()
        return self._page.selected() or (caret, caret)

    def _grow(self) -> None:
        """The word at the caret, its sentence, its paragraph, its turn."""
        page, now = self._page, self._now()
        if page.reading is None:
            return
        if not self._path or self._grown(self._path[-1]) != now:
            self._path = []
        wider = self._grown(now)
        if wider != now:
            self._path.append(now)
            page.pick(*wider, still=True)

    def _grown(self, span: Span) -> Span:
        """The span stretched to the smallest stretch that is more than it."""
        if self._page.reading is None:
            return span
        read = self._page.reading.transcript
        every = (settled(read, *stretched(read, span, kind)) for kind in STRETCHES)
        said = (wider for wider in every if wider is not None and any(map(str.isalnum, read.text[slice(*wider)])))
        return next((wider for wider in said if wider != span), span)

    def _shrink(self) -> None:
        """Back along the way it grew; a selection made otherwise, to the largest stretch at its beginning that is
        less than it."""
        page, now = self._page, self._now()
        if page.reading is None:
            return
        if self._path and self._grown(self._path[-1]) == now:
            self._take(self._path.pop())
            return
        self._path = []
        for kind in reversed(STRETCHES):
            less = stretch_at(page.reading.transcript, now[0], kind)
            if now[0] <= less[0] and less[1] < now[1]:
                self._take(less)
                return
        self._take((now[0], now[0]))

    def _take(self, span: Span) -> None:
        if span[0] < span[1]:
            self._page.pick(*span, still=True)
        else:
            self._page.set_caret(span[0])

    # -- extending and going -------------------------------------------------------------------------------------

    def _extend(self, kind: Stretch, direction: int) -> None:
        """The sentence or turn at the caret, then one more; the end where the caret is moves."""
        page = self._page
        if page.reading is None:
            return
        read, span = page.reading.transcript, page.selected()
        if span is None:
            start, end = stretch_at(read, page.caret(), kind)
            if direction > 0 and page.caret() >= end:  # past its last word, one wants the next
                end = step(read, page.caret(), kind, 1)
                start = stretch_at(read, max(start, end - 1), kind)[0]
            fixed, caret = (start, end) if direction > 0 else (end, start)
        else:
            back = page.caret() < page.anchor()
            fixed, caret = (span[1], span[0]) if back else span
            caret = step(read, caret, kind, direction)
        if fixed == caret:
            page.set_caret(caret)
        else:
            page.pick(min(fixed, caret), max(fixed, caret), backwards=caret < fixed)
        self.keep_context()

    def _go(self, direction: int) -> None:
        """To where the next turn begins; to where this one does, then the one before."""
        page = self._page
        if page.reading is None:
            return
        caret = page.caret()
        turns = [turn for turn in page.reading.transcript.turns
                 if (turn.start > caret if direction > 0 else turn.start < caret)]
        if turns:
            turn = turns[0 if direction > 0 else -1]
            page.set_caret(turn.start)
            if not self._in_sight(turn.start, turn.end):
                page.show_offset(turn.start)
            self.keep_context()

    def _in_sight(self, start: int, end: int) -> bool:
        view, sight = self._page.viewport(), self._page.sight
        return (view is not None and sight is not None
                and sight.line_at(start)[0] >= 0 and sight.line_at(max(start, end - 1))[1] <= view.height())


def _mode(event: QKeyEvent) -> QTextCursor.MoveMode:
    return KEEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else GO
