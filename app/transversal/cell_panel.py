# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside the grid: the quotes of a cell, and what the researcher writes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import parts
from app.acts import memos
from app.desk import Desk
from app.quotes.sections import Card, Section
from app.quotes.view import QuoteView
from app.transversal.keys import OPEN, WALK, told
from app.widgets.kept_text import KeptText
from app.widgets.words import quotes_counted
from coding.language import _, ngettext, number


@dataclass(frozen=True)
class Place:
    """What a cell is: a code, and an interview (None where the column gathers several). ``note`` is what is to be
    known of it beside its quotes."""

    title: str
    code_id: int
    interview_id: int | None
    note: str = ""


class CellPanel(parts.Panel):
    """Quotes above, the summary below; a summary is kept when its editor is left, or after a pause. ``step_asked``
    carries how many rows down and columns right the next cell is."""

    place_asked = pyqtSignal(int, int, int)
    step_asked = pyqtSignal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self.place: Place | None = None
        self._read: Place | None = None  # whose quotes are listed
        self._title = parts.Elided("", "heading")
        self._count = parts.label("", "muted")
        self.read = parts.button("", self.open_quote, name="flat", icon="book")
        self.read.setToolTip(told(_("Read in the transcript, from the quote chosen or the first one"), OPEN))
        self.read.setAccessibleName(_("Read in the transcript"))
        self._note = parts.label("", "muted", wrap=True)
        self._note.setContentsMargins(12, 12, 12, 0)
        self.list = QuoteView(flat=True, margin=12, size=15)
        self.list.setProperty("role", "panel")
        self.list.place_asked.connect(self.place_asked)
        self.list.measured.connect(self._fit)
        self.summary = KeptText(_("Cell summary"), _("What this interview says of it, in a few sentences"))
        self.summary.setReadOnly(desk.read_only)
        self.summary.setFixedHeight(128)
        self.summary.kept.connect(self._keep)
        self.summary.textChanged.connect(self._count_words)
        self._words = parts.label("", "faint")
        self._hint = parts.label(_("Choose a cell: its quotes stand here, and below them what you write of it."),
                                 "hint", wrap=True)
        self._build()
        for keys, step in WALK:
            walk = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            walk.activated.connect(partial(self.step_asked.emit, *step))
        self.show_nothing()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 6, 0)
        line.setSpacing(6)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        self._count.setContentsMargins(0, 0, 6, 0)
        line.addWidget(self.read)
        self._written = QWidget()
        self._written.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below = QVBoxLayout(self._written)
        below.setContentsMargins(12, 12, 12, 12)
        below.setSpacing(8)
        title = QHBoxLayout()
        title.addWidget(parts.label(_("Cell summary"), "heading"), 1)
        title.addWidget(self._words)
        below.addLayout(title)
        below.addWidget(self.summary)
        below.addWidget(parts.label(_("Alt+arrows: write on in the cell beside"), "faint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._hint)
        self._hint.setContentsMargins(12, 14, 12, 0)
        column.addWidget(self._note)
        column.addSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self._written)
        column.addStretch(0)

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self.summary.keep()
        self.place = self._read = None
        self._title.show_text(_("Cell"))
        self._count.setText("")
        for part, shown in ((self._hint, True), (self.list, False), (self._written, False), (self.read, False),
                            (self._note, False)):
            part.setVisible(shown)

    def show_place(self, place: Place, summary: str) -> None:
        """Show whose cell it is and its summary, at once, what was being written of another being kept first: its
        quotes come when they are read."""
        if place == self.place:
            self.summary.show_text(summary)
            return
        self.summary.keep()
        self.place = place
        self._title.show_text(place.title)
        self._count.setText("")
        self._note.setText(place.note)
        self._hint.hide()
        self._note.setVisible(bool(place.note))
        self._written.setVisible(place.interview_id is not None)
        self.summary.show_text(summary)
        self._count_words()

    def show_quotes(self, place: Place, sections: Sequence[Section], language: str) -> None:
        """Show the quotes of the cell, if it is still the one looked at."""
        if place != self.place:
            return
        self._read = place
        found = sum(len(section.quotes) for section in sections)
        self._count.setText(quotes_counted(found))
        self.list.show_sections(sections, self._desk.codebook, language)
        self.list.setVisible(found > 0)
        self.read.setVisible(found > 0)
        self._fit()

    def enter_quotes(self) -> None:
        """Go to the quote chosen, or to the first one."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.quotes.index(0, 0))
        self.list.setFocus()

    def open_quote(self) -> None:
        """Show in its transcript the quote chosen, or the first one, its code being the current one there."""
        if self.place is None or self._read != self.place or not self.list.quotes.rowCount():
            return
        index = self.list.currentIndex()
        entry = self.list.quotes.entry(index if index.isValid() else self.list.quotes.index(0, 0))
        if isinstance(entry, Card):
            self._desk.code_asked.emit(self.place.code_id)
            self.place_asked.emit(entry.quote.interview_id, entry.quote.start, entry.quote.end)

    def _keep(self, text: str) -> None:
        place = self.place
        if place is not None and place.interview_id is not None:
            memos.write_summary(self._desk, code_id=place.code_id, interview_id=place.interview_id, text=text)

    def _count_words(self) -> None:
        count = len(self.summary.written().split())
        self._words.setText(ngettext("{n} word", "{n} words", count).format(n=number(count)) if count else "")

    def _fit(self) -> None:
        """The list is as tall as its cards when they are few, so that the summary stands right below them."""
        few = self.list.quotes.rowCount() <= 12
        self.list.setMaximumHeight(self.list.content_height() + 4 if few else 16_777_215)
