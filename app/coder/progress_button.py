# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the interview is read and coded: two thin bars, which open the places to come back to."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QRectF, QSize
from PyQt6.QtGui import QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QMenu, QToolButton, QWidget

from app import parts, theme
from app.coder import keys
from coding.language import _, ngettext, percent
from coding.reading_progress import Progress
from coding.transcripts import TranscriptText

SIZE = QSize(84, 26)
BAR = 4
FIRST_WORDS = 60  # letters of a turn in the list


class ProgressButton(QToolButton):
    """The upper bar is what is read, the lower one what is coded of what participants say."""

    def __init__(self, go: Callable[[int], None], run: Callable[[str], None], parent: QWidget | None = None) -> None:
        """``go`` shows a turn by its number, ``run`` does a verb of ``app.coder.keys``."""
        super().__init__(parent)
        self._go = go
        self._run = run
        self._progress: Progress | None = None
        self._read: TranscriptText | None = None
        self._places = QMenu(self)
        self._places.aboutToShow.connect(self._list)
        parts.opens(self, self._places)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedSize(SIZE)

    def show_progress(self, read: TranscriptText | None, progress: Progress | None) -> None:
        """Of the interview being read; none without one."""
        self._read, self._progress = read, progress
        self.setEnabled(progress is not None)
        said = in_words(progress) if progress is not None else ""
        self.setToolTip(said)
        self.setAccessibleName(_("Progress"))
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Two bars, in the colours of the palette; a frame when the keyboard is here."""
        progress = self._progress
        if progress is None:
            return
        colours, painter = theme.palette(), QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(colours.accent if self.hasFocus() else colours.hover))
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left, width = 8, self.width() - 16
        top = self.height() / 2 - BAR - 1
        for share, colour in ((progress.read_share, colours.faint), (progress.coded_share, colours.accent)):
            painter.fillRect(QRectF(left, top, width, BAR), colours.rule)
            shown = max(1.5, width * share) if share else 0
            painter.fillRect(QRectF(left, top, shown, BAR), colour)
            top += BAR + 2
        painter.end()

    def _list(self) -> None:
        menu, progress, read = self._places, self._progress, self._read
        menu.clear()
        if progress is None or read is None:
            return
        for verb in ("read_to_here", "to_revisit"):
            title = _(keys.BY_VERB[verb].title).replace("…", "")
            menu.addAction(f"{title}\t{keys.native(verb)}", lambda wanted=verb: self._run(wanted))
        menu.addSeparator()
        if progress.read_turn is not None:
            number = progress.read_turn
            menu.addAction(_("Go to turn {n}, read up to there").format(n=number), lambda: self._go(number))
        for number in progress.to_revisit:
            menu.addAction(self._named(read, number), lambda wanted=number: self._go(wanted))

    def _named(self, read: TranscriptText, number: int) -> str:
        turn = next((turn for turn in read.turns if turn.number == number), None)
        words = " ".join(read.text[turn.start : turn.end].split()) if turn is not None else ""
        short = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + "…"
        return _("To revisit: {n}. {words}").format(n=number, words=short).replace("&", "&&")


def in_words(progress: Progress) -> str:
    """What the bars say."""
    if progress.ended:
        read = _("Read to the end")
    elif progress.read_turn is not None:
        read = _("Read up to turn {n} of {turns} ({share})").format(
            n=progress.read_turn, turns=progress.turns, share=percent(progress.read_share))
    else:
        read = _("Read: {share}").format(share=percent(progress.read_share))
    said = [read, _("Coded: {share} of what participants say").format(share=percent(progress.coded_share))]
    if progress.coded_turn is not None:
        said[1] += _(", as far as turn {n}").format(n=progress.coded_turn)
    revisit = len(progress.to_revisit)
    if revisit:
        said.append(ngettext("{n} turn to revisit", "{n} turns to revisit", revisit).format(n=revisit))
    return "\n".join(said)
