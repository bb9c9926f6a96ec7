# SPDX-License-Identifier: GPL-3.0-or-later
"""How a transcript begins, as it will read once it is in."""

from __future__ import annotations

from PyQt6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PyQt6.QtWidgets import QTextEdit, QWidget

from app import fonts, theme
from coding.intake.transcript import Transcript, TurnSpan
from coding.interview_words import clock
from coding.language import _, ngettext
from coding.typography import one_line

SHOWN = 14  # turns
LONGEST = 700  # characters of one
TITLE_LINES = 5


class FirstTurns(QTextEdit):
    """Read only: what stands before the first turn, then the first turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(_("How the interview begins"))
        self.setTabChangesFocus(True)

    def show_transcript(self, read: Transcript) -> None:
        """Show another transcript, or the same corrected."""
        bar = self.verticalScrollBar()
        place = bar.value() if bar is not None else 0
        self.clear()
        asking = {seen.label for seen in read.speakers if seen.interviewer}
        self._title_block(read)
        for turn in read.turns[:SHOWN]:
            self._turn(read, turn, asking)
        left = len(read.turns) - SHOWN
        if left > 0:
            self._line(ngettext("… and {n} more turn", "… and {n} more turns", left).format(n=left), faint=True)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # it followed what was inserted
        if bar is not None:
            bar.setValue(place)

    def _title_block(self, read: Transcript) -> None:
        lines = [line for line in read.title_block.split("\n") if line.strip()]
        for line in lines[:TITLE_LINES]:
            self._line(one_line(line), faint=True)
        if lines:
            n = len(lines)
            self._line(ngettext("({n} line before the first turn: kept, and nobody’s)",
                                "({n} lines before the first turn: kept, and nobody’s)", n).format(n=n), faint=True)

    def _turn(self, read: Transcript, turn: TurnSpan, asking: set[str]) -> None:
        colours = theme.palette()
        cursor = self._block()
        name = QTextCharFormat()
        name.setFont(fonts.ui_font(13, QFont.Weight.DemiBold))
        name.setForeground(colours.muted if turn.speaker in asking else colours.accent)
        if turn.speaker or turn.time_ms is not None:
            cursor.insertText((turn.speaker or _("Nobody named")) + "  ", name)
        if turn.time_ms is not None:
            cursor.insertText(f"{clock(turn.time_ms)}  ", _format(faint=True))
        words = one_line(read.text[turn.start : turn.end])
        cursor.insertText(words if len(words) <= LONGEST else words[:LONGEST] + "…", _format(faint=False))

    def _line(self, words: str, *, faint: bool) -> None:
        self._block().insertText(words, _format(faint=faint))

    def _block(self) -> QTextCursor:
        """A new paragraph at the end."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(5)
        document = self.document()
        if document is not None and document.isEmpty():
            cursor.setBlockFormat(spaced)
        else:
            cursor.insertBlock(spaced)
        return cursor


def _format(*, faint: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(fonts.ui_font(12) if faint else fonts.reading_font(15))
    made.setForeground(theme.palette().faint if faint else theme.palette().ink)
    return made
