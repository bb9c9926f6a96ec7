# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside the grid: the quotes of a cell, and what the researcher writes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import parts
from app.acts import memos
from app.desk import Desk
from app.quotes.sections import Section
from app.quotes.view import QuoteView
from app.widgets.kept_text import KeptText
from app.widgets.words import quotes_counted
from coding.language import _


@dataclass(frozen=True)
class Place:
    """What a cell is: a code, and an interview (None where the column gathers several)."""

    title: str
    code_id: int
    interview_id: int | None


class CellPanel(parts.Panel):
    """Quotes above, the summary below; a summary is kept when its editor is left, or after a pause."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self.place: Place | None = None
        self._title = parts.Elided("", "heading")
        self._count = parts.label("", "muted")
        self.list = QuoteView(flat=True, margin=12, size=15)
        self.list.setProperty("role", "panel")
        self.list.place_asked.connect(self.place_asked)
        self.list.measured.connect(self._fit)
        self.summary = KeptText(_("Cell summary"), _("What this interview says of it, in a few sentences"))
        self.summary.setReadOnly(desk.read_only)
        self.summary.setFixedHeight(128)
        self.summary.kept.connect(self._keep)
        self._hint = parts.label(_("Choose a cell: its quotes stand here, and below them what you write of it."),
                                 "hint", wrap=True)
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        self._written = QWidget()
        self._written.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below = QVBoxLayout(self._written)
        below.setContentsMargins(12, 12, 12, 12)
        below.setSpacing(8)
        below.addWidget(parts.label(_("Cell summary"), "heading"))
        below.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._hint)
        self._hint.setContentsMargins(12, 14, 12, 0)
        column.addSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self._written)
        column.addStretch(0)

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self.summary.keep()
        self.place = None
        self._title.show_text(_("Cell"))
        self._count.setText("")
        for part, shown in ((self._hint, True), (self.list, False), (self._written, False)):
            part.setVisible(shown)

    def show_cell(self, place: Place, sections: Sequence[Section], language: str, summary: str) -> None:
        """Show a cell, once what was being written of another is kept."""
        if place != self.place:
            self.summary.keep()
        self.place = place
        found = sum(len(section.quotes) for section in sections)
        self._title.show_text(place.title)
        self._count.setText(quotes_counted(found))
        self.list.show_sections(sections, self._desk.codebook, language)
        self._hint.hide()
        self.list.setVisible(found > 0)
        self._written.setVisible(place.interview_id is not None)
        self.summary.show_text(summary)
        self._fit()

    def _keep(self, text: str) -> None:
        place = self.place
        if place is not None and place.interview_id is not None:
            memos.write_summary(self._desk, code_id=place.code_id, interview_id=place.interview_id, text=text)

    def _fit(self) -> None:
        """The list is as tall as its cards when they are few, so that the summary stands right below them."""
        few = self.list.quotes.rowCount() <= 12
        self.list.setMaximumHeight(self.list.content_height() + 4 if few else 16_777_215)
