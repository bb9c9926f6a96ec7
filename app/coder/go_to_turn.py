# SPDX-License-Identifier: GPL-3.0-or-later
"""Go to a turn by its number, or to a time by the clock of the recording."""

from __future__ import annotations

import re
from bisect import bisect_right

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from app import parts
from app.coder.page.page import Page
from coding.interview_words import clock
from coding.language import N_, _, number, say
from coding.transcripts import TranscriptText, TurnText
from models.errors import KnownError

_TIME = re.compile(r"(?:(\d+)\s*[:h]\s*)?(\d{1,3})\s*[:.'’m]\s*(\d{2})\s*s?")


class GoToTurn(QFrame):
    """A small window over the top of the page; Enter goes, Esc closes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Qt.WindowType.Popup)
        self._page = page
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setMinimumWidth(240)
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda _text: self._hint())
        self.said = parts.label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.said)

    def ask(self) -> None:
        """Ask for a number or a time."""
        read = self._page.reading
        if read is None or not read.transcript.turns:
            return
        timed = any(turn.time_ms is not None for turn in read.transcript.turns)
        self.field.clear()
        self.field.setPlaceholderText(_("Turn number or time") if timed else _("Turn number"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._hint()
        self.adjustSize()
        middle = (self._page.width() - self.width()) // 2
        self.move(self._page.mapToGlobal(QPoint(max(8, middle), 12)))
        self.show()
        self.field.setFocus()

    def _hint(self) -> None:
        read = self._page.reading
        parts.role(self.said, "muted")
        if read is not None:
            self.said.setText(span_of(read.transcript))

    def _go(self) -> None:
        read = self._page.reading
        if read is None:
            return
        try:
            turn = wanted(read.transcript, self.field.text())
        except KnownError as error:
            parts.role(self.said, "bad")
            self.said.setText(say(error))
            self.field.setAccessibleDescription(say(error))
            self.field.selectAll()
            self.adjustSize()
            return
        self.hide()
        show(self._page, turn)


def show(page: Page, turn: TurnText) -> None:
    """Read on from a turn: the caret goes to its first word."""
    page.choose(None)
    page.set_caret(turn.start)
    page.show_offset(turn.start, share=0.2)
    page.setFocus()


def span_of(read: TranscriptText) -> str:
    """«1 to 148», and the times when there are some: «1 to 148, or 0:00 to 52:10»."""
    numbers = _("{first} to {last}").format(first=number(read.turns[0].number), last=number(read.turns[-1].number))
    times = [turn.time_ms for turn in read.turns if turn.time_ms is not None]
    if not times:
        return numbers
    return _("{numbers}, or {first} to {last}").format(
        numbers=numbers, first=clock(min(times)), last=clock(max(times)))


def wanted(read: TranscriptText, text: str) -> TurnText:
    """The turn of that number, or the one being said at that time. Raises KnownError when there is none."""
    text = text.strip().replace("\u00a0", "").replace("\u202f", "")
    time = _TIME.fullmatch(text)
    if time is not None:
        return _at_time(read, *(int(part or 0) for part in time.groups()))
    if not text.isdecimal():
        raise KnownError(N_("Type the number of a turn, such as 42, or a time, such as 12:30."))
    turn = next((turn for turn in read.turns if turn.number == int(text)), None)
    if turn is None:
        raise KnownError(N_("There is no turn {n}: they go from {first} to {last}."), n=text,
                         first=read.turns[0].number, last=read.turns[-1].number)
    return turn


def _at_time(read: TranscriptText, hours: int, minutes: int, seconds: int) -> TurnText:
    timed = [turn for turn in read.turns if turn.time_ms is not None]
    if not timed:
        raise KnownError(N_("This transcript gives no times: type the number of a turn."))
    asked = (hours * 3600 + minutes * 60 + seconds) * 1000
    place = bisect_right(timed, asked, key=lambda turn: turn.time_ms or 0) - 1
    return timed[max(0, place)]
