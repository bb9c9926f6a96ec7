# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of the identity at which one stands: its forms, and every place with the words around it."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.pseudonyms import words
from app.pseudonyms.decide_bar import DecideBar
from app.pseudonyms.forms import FormsModel, FormsTable
from app.pseudonyms.places import NO_MEMO, PlacesList, PlacesModel
from app.pseudonyms.review import Line, Review
from app.widgets.words import joined
from coding.language import _
from coding.memos import MemoPlace
from coding.pseudonyms.identity import Place


class IdentityPanel(parts.Panel):
    """``opened`` carries a place to show in its transcript, memo or codebook; ``parted`` the key of a form that was
    made an identity of its own."""

    opened = pyqtSignal(object)
    parted = pyqtSignal(str)

    def __init__(self, review: Review, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._review = review
        self._read_only = read_only
        self._line: Line | None = None
        self._head = parts.Panel("header")
        self._title = parts.Elided("", "heading")
        self._told = parts.label("", "muted", wrap=True)
        self.decide = DecideBar(read_only=read_only)
        self.form_rows = FormsModel(read_only=read_only, parent=self)
        self.forms = FormsTable(self.form_rows)
        self.place_rows = PlacesModel(read_only=read_only, parent=self)
        self.places = PlacesList(self.place_rows)
        self._part = parts.button(_("Its own identity"), self.part, name="flat")
        self._part.setToolTip(_("Takes the form selected out of this identity: somebody or something else"))
        self._count = parts.Elided("", "heading")
        self._lay_out()
        self.forms.part_asked.connect(self.part)
        self.places.opened.connect(self.opened)
        self.place_rows.toggled.connect(self._leave_out)
        self.form_rows.written.connect(self._write_form)
        selection = self.forms.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self._enable())
        self.setMinimumWidth(260)

    def _lay_out(self) -> None:
        self._head.setFixedHeight(40)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(14, 0, 10, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self.decide.more)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 8, 4)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._part)
        told = QVBoxLayout()
        told.setContentsMargins(14, 8, 14, 6)
        told.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(told)
        column.addWidget(self.decide)
        column.addWidget(self.forms)
        column.addLayout(foot)
        column.addWidget(self.places, 1)

    def show_line(self, line: Line | None, titles: Mapping[int, str], chosen: int = 1,
                  memos: Mapping[int, MemoPlace] = NO_MEMO) -> None:
        """Show a line; ``chosen`` is how many are selected, ``memos`` where memos stand, by id."""
        for widget in (self._head, self.decide, self.forms, self.places, self._count, self._part, self._told):
            widget.setVisible(line is not None)
        self._title.show_text("")
        same = self._line is not None and line is not None and self._line.key == line.key
        form = self.forms.currentIndex().row() if same else -1
        self._line = line
        if line is not None:
            self._title.show_text(line.identity.name)
            self.decide.show_line(line, chosen)
            others = _("{n} lines selected").format(n=chosen) if chosen > 1 else ""
            out = _("{n} left out").format(n=len(line.left_out)) if line.left_out else ""
            self._told.setText(joined(words.kind(line.identity.label), others, _suggested(line)))
            self._count.show_text(joined(words.occurrences(len(line.identity.places)), out))
        self.form_rows.show_line(line)
        if form >= 0:
            self.forms.selectRow(form)
        self.place_rows.show_line(line, titles, memos)
        if not same:
            self.places.scrollToTop()
        self._enable()

    def part(self) -> None:
        """Make an identity of its own of the form selected."""
        form = self.forms.picked()
        if self._line is not None and form is not None and not self._read_only:
            key = self._review.split(self._line.key, form)
            if key is not None:
                self.parted.emit(key)

    def _enable(self) -> None:
        self._part.setVisible(self._line is not None and len(self._line.identity.forms) > 1)
        self._part.setEnabled(not self._read_only and self.forms.picked() is not None)

    def _leave_out(self, places: list[Place], out: bool) -> None:
        if self._line is not None:
            self._review.leave_out(self._line.key, places, out)

    def _write_form(self, form: str, written: str) -> None:
        if self._line is not None:
            self._review.write_form(self._line.key, form, written)


def _suggested(line: Line) -> str:
    """What the first name suggests: «a woman, born in the 1950s»."""
    gender = {"f": _("a woman"), "m": _("a man")}.get(line.identity.gender, "")
    decade = _("a name of the {decade}s").format(decade=line.identity.generation) if line.identity.generation else ""
    return joined(gender, decade)
