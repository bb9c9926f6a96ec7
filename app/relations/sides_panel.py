# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside contradictions: who holds which code of a pair, what is made of it, what those who hold both say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.acts import relations as acts
from app.desk import Desk
from app.memos import links
from app.quotes.sections import Section
from app.quotes.view import QuoteView
from app.widgets.kept_text import KeptText
from coding.contradictions import Reading
from coding.language import _
from coding.order import InterviewRef


class SidesPanel(parts.Panel):
    """Names first, then the note, then the quotes; a note is kept when its editor is left, or after a pause."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self.reading: Reading | None = None
        self._title = parts.Elided("", "heading")
        self.sides = [parts.label("", wrap=True) for _n in range(4)]
        self.note = KeptText(_("Note on the pair"), _("What opposes them, and what you make of it"))
        self.note.setReadOnly(desk.read_only)
        self.note.setFixedHeight(84)
        self.note.kept.connect(self._keep)
        self.remove = parts.button(_("Not contradictory any more"), self._remove, name="flat")
        self.remove.setEnabled(not desk.read_only)
        self.list = QuoteView(margin=12, size=14)
        self.list.setProperty("role", "panel")
        self.list.place_asked.connect(desk.place_asked)
        self.list.link_asked.connect(partial(links.copy_passage, desk))
        self._said = parts.label("", "hint", wrap=True)
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self._title, 1)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(12, 12, 12, 6)
        body.setSpacing(6)
        for side in self.sides:
            body.addWidget(side)
        body.addSpacing(4)
        foot = QHBoxLayout()
        foot.addWidget(parts.label(_("Note"), "heading"))
        foot.addStretch(1)
        foot.addWidget(self.remove)
        body.addLayout(foot)
        body.addWidget(self.note)
        self._said.setContentsMargins(12, 12, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._body)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def show_nothing(self) -> None:
        """No pair is chosen."""
        self.note.keep()
        self.reading = None
        self._title.show_text(_("Pair"))
        self._said.setText(_("Choose a pair: who holds which code stands here, and what those who hold both say."))
        self._body.hide()
        self.list.hide()

    def show_reading(self, reading: Reading, sections: Sequence[Section], language: str) -> None:
        """Show a pair, once what was being written of another is kept."""
        book = self._desk.codebook
        if not self._there(reading):  # a code went while this was read
            return
        if self.reading is None or self.reading.id != reading.id:
            self.note.keep()
        self.reading = reading
        one, other = book.by_id[reading.one_id].name, book.by_id[reading.other_id].name
        self._title.show_text(_("{one} ≠ {other}").format(one=one, other=other))
        titles = (_("Only “{code}”").format(code=one), _("Only “{code}”").format(code=other), _("Both"),
                  _("Neither code"))
        for label, title, found in zip(
                self.sides, titles, (reading.only_one, reading.only_other, reading.both, reading.neither), strict=True):
            label.setText(_("{title} ({n}): {interviews}").format(title=title, n=len(found), interviews=_named(found)))
        self.note.show_text(reading.note)
        self._said.setText("" if reading.both else _("No interview holds both codes."))
        self._said.setVisible(not reading.both)
        self._body.show()
        self.list.setVisible(bool(reading.both))
        self.list.show_sections(sections, book, language)

    def _there(self, reading: Reading) -> bool:
        """Whether both codes are still there; a pair goes with either."""
        return {reading.one_id, reading.other_id} <= self._desk.codebook.by_id.keys()

    def _keep(self, text: str) -> None:
        reading = self.reading
        if reading is not None and self._there(reading):
            acts.write_note(self._desk, contradiction_id=reading.id, one_id=reading.one_id,
                            other_id=reading.other_id, text=text)

    def _remove(self) -> None:
        reading = self.reading
        if reading is not None and self._there(reading):
            self.note.keep()
            acts.unmark(self._desk, contradiction_id=reading.id, one_id=reading.one_id, other_id=reading.other_id)


def _named(found: Sequence[InterviewRef]) -> str:
    return ", ".join(ref.title for ref in found) or "–"
