# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of the codes first seen in an interview, by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.quotes.sections import Section, sections
from app.quotes.view import QuoteView
from app.saturation.drawn import Drawn
from app.widgets.freshness import Latest
from coding import project as projects
from coding import quotes
from coding.codebook import Codebook
from coding.language import _, ngettext
from coding.quotes import Query

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class NewPassages(parts.Panel):
    """Hidden until an interview is opened. ``closed`` says that it was put away."""

    closed = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._latest = Latest(desk)
        self.interview_id: int | None = None
        self._title = parts.Elided("", "heading")
        self._count = parts.label("", "muted")
        self.list = QuoteView(margin=12, size=15)
        self.list.setProperty("role", "panel")
        self.list.setAccessibleName(_("Passages that were new"))
        self.list.place_asked.connect(desk.place_asked)
        self._build()
        self.hide()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(40)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 6, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        line.addWidget(parts.button(_("Close"), self.put_away, name="flat"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)

    def show_place(self, drawn: Drawn, place: int) -> None:
        """List what was new in the interview at ``place`` (0-based)."""
        interview_id = drawn.interview_ids[place]
        names = dict(zip(drawn.code_ids[place], drawn.codes[place], strict=True))
        self.interview_id = interview_id
        self._title.show_text(_("New in {interview}").format(interview=drawn.block.names[place]))
        self._count.setText(ngettext("{n} new code", "{n} new codes", len(names)).format(n=len(names)))
        self._latest.read(lambda session: _read(session, self._desk.codebook, interview_id, names), self._fill)
        self.show()

    def put_away(self) -> None:
        """Hide the list."""
        if self.interview_id is not None:
            self.interview_id = None
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Escape puts the list away."""
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _fill(self, found: tuple[list[Section], str]) -> None:
        self.list.show_sections(found[0], self._desk.codebook, found[1])


def _read(session: Session, book: Codebook, interview_id: int, names: Mapping[int, str]
          ) -> tuple[list[Section], str]:
    """The quotes of these very codes, those below them aside, under their ``names``, as the chart has them; and the
    language they are cited in."""
    found = quotes.find(session, Query(code_ids=tuple(names), interview_ids=(interview_id,)))
    return ([replace(part, title=names[part.under]) for part in sections(found, book, order="theme")
             if part.under is not None and part.under in names],
            projects.language(session))
