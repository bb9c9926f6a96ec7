# SPDX-License-Identifier: GPL-3.0-or-later
"""How quotes are laid out when they leave, and how each is attributed, seen on one of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app import messages, parts
from app.acts import quotes as acts
from app.desk import Desk
from app.quotes import layout_kept
from app.quotes.layout_kept import Kept
from app.settings import Settings
from coding import citation_pattern
from coding import project as projects
from coding.citation_pattern import ATTRIBUTE, FIELDS, USUAL
from coding.language import N_, _, say
from coding.quotes import Quote
from models.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

GROUPINGS = {"page": N_("As on the page"), "theme": N_("Theme and code"), "interview": N_("Interview"),
             "query": N_("Saved query")}
FORMS = {"paragraphs": N_("Paragraphs"), "table": N_("Table: quote, attribution, place")}
NAMED = {
    "quote": N_("Words quoted"), "pseudonym": N_("Pseudonym"), "role": N_("Role"), "interview": N_("Interview"),
    "turn": N_("Turn"), "time": N_("Time"), "date": N_("Date of the interview"), "mode": N_("Mode of the interview"),
    "group": N_("Group"), "code": N_("Code"),
}
WIDTH = 620  # pixels
PREVIEW = 260  # characters of the quote shown


class LayoutDialog(QDialog):
    """The layout is remembered on this machine, the pattern in the project. ``quote`` is the one shown attributed.
    ``word_asked``: it is kept, and the quotes are to go to Word now."""

    word_asked = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, quote: Quote | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._settings = desk, settings
        self._kept = layout_kept.read(settings)
        self._before, self._language, self._attributes, self._quote = desk.read_now(partial(_read, quote=quote))
        self.setWindowTitle(_("Page layout of the quotes"))
        self.setMinimumWidth(WIDTH)
        self.grouping, self.form = _choices(GROUPINGS, self._kept.grouping), _choices(FORMS, self._kept.form)
        self.definitions = QCheckBox(_("What each code means, under its heading"))
        self.contents = QCheckBox(_("Table of contents"))
        self.continued = QCheckBox(_("After what the template already holds"))
        for box, on in ((self.definitions, self._kept.definitions), (self.contents, self._kept.contents),
                        (self.continued, self._kept.continued)):
            box.setChecked(on)
        self._template = self._kept.template
        self.template = parts.Elided("", "muted")
        self.choose = parts.button(_("Choose…"), self._choose)
        self.clear = parts.button(_("None"), lambda: self._show_template(""))
        self.choose.setAccessibleName(_("Choose a Word template"))
        self.clear.setAccessibleName(_("No template"))
        self.pattern = QLineEdit(self._before or USUAL)
        self.pattern.setReadOnly(desk.read_only)
        self.pattern.setAccessibleName(_("How quotes are attributed"))
        self.insert = parts.button(_("Insert"), menu=self._fields())
        self.usual = parts.button(_("Usual"), lambda: self.pattern.setText(USUAL))
        for button in (self.insert, self.usual):
            button.setEnabled(not desk.read_only)
        self.preview = parts.label("", "", wrap=True)
        self.preview.setAccessibleName(_("A quote so attributed"))
        self.take = parts.button(_("Keep"), self.accept, name="primary")
        self.take.setDefault(True)
        self.to_word = parts.button(_("Word document (.docx)…"), self._go_on)
        self.to_word.setToolTip(_("Keep this layout and write the document"))
        self._lay_out()
        self.pattern.textChanged.connect(self._show_preview)
        self._show_template(self._template)
        self._show_preview()

    def accept(self) -> None:
        """Keep the layout, and the pattern when it is another."""
        pattern = self.pattern.text().strip()
        if self._fault(pattern):
            return
        super().accept()
        layout_kept.write(self._settings, Kept(
            self.grouping.currentData(), self.form.currentData(), self.definitions.isChecked(),
            self.contents.isChecked(), self._template, self.continued.isChecked()))
        if pattern != (self._before or USUAL):
            acts.write_pattern(self._desk, pattern=pattern)

    def _go_on(self) -> None:
        self.accept()
        if self.result() == self.DialogCode.Accepted.value:
            self.word_asked.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(_("Page layout of the quotes"), "title"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(_("Grouped by"), self.grouping)
        form.addRow(_("Form"), self.form)
        form.addRow("", self.definitions)
        form.addRow("", self.contents)
        form.addRow(_("Word template"), _row(self.template, self.choose, self.clear))
        form.addRow("", self.continued)
        form.addRow(_("Attribution"), _row(self.pattern, self.insert, self.usual))
        form.addRow("", self.preview)
        column.addLayout(form)
        column.addSpacing(4)
        foot = parts.dialog_foot(self, parts.label("", "muted"), self.take)
        foot.insertWidget(0, self.to_word)
        column.addLayout(foot)

    def _fields(self) -> QMenu:
        menu = QMenu(self)
        for name in FIELDS:
            text = _("turn {number}").replace("{number}", "{turn}") if name == "turn" else f"{{{name}}}"
            menu.addAction(_(NAMED[name]), partial(self._insert, text))
        if self._attributes:
            menu.addSeparator()
        for name in self._attributes:
            menu.addAction(name, partial(self._insert, f"{{{ATTRIBUTE}{name}}}"))
        return menu

    def _insert(self, text: str) -> None:
        """Where the caret stands; at the very end, within the brackets of the attribution."""
        written = self.pattern.text()
        if written.endswith(")") and self.pattern.cursorPosition() == len(written):
            self.pattern.cursorBackward(False)
        before = self.pattern.text()[: self.pattern.cursorPosition()]
        alone = self.pattern.hasSelectedText() or not before.endswith("}")
        self.pattern.insert(text if alone else f", {text}")
        self.pattern.setFocus()

    def _choose(self) -> None:
        path = messages.ask_file(self, self._settings, _("Choose a Word template"), _("Word documents (*.docx *.dotx)"))
        if path is not None:
            self._show_template(str(path))

    def _show_template(self, template: str) -> None:
        self._template = template
        self.template.show_text(Path(template).name if template else _("The program’s own"))
        self.clear.setEnabled(bool(template))
        self.continued.setEnabled(bool(template))

    def _fault(self, pattern: str) -> str:
        try:
            citation_pattern.check(pattern, self._attributes)
        except KnownError as error:
            return say(error)
        return ""

    def _show_preview(self) -> None:
        pattern = self.pattern.text()
        fault = self._fault(pattern)
        parts.role(self.preview, "warn" if fault else "")
        quote = self._quote
        if not fault and quote is not None:
            self.preview.setText(self._desk.read_now(lambda session: citation_pattern.manner(session, pattern)).cited(
                quote, self._language))
        else:
            self.preview.setText(fault)
        for button in (self.take, self.to_word):
            button.setEnabled(not fault)


def _read(session: Session, quote: Quote | None) -> tuple[str, str, list[str], Quote | None]:
    """The project's pattern, its language, the attributes there are, a quote to show (cut where it is long)."""
    shown = quote or citation_pattern.example(session)
    if shown is not None and len(shown.printed) > PREVIEW:
        shown = replace(shown, printed=shown.printed[:PREVIEW].rsplit(" ", 1)[0] + " […]")
    return citation_pattern.read(session), projects.language(session), citation_pattern.attribute_names(session), shown


def _choices(named: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for key, words in named.items():
        box.addItem(_(words), key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return row


def ask_layout(desk: Desk, settings: Settings, quote: Quote | None, parent: QWidget) -> LayoutDialog:
    """Open the dialog; it closes by itself."""
    dialog = LayoutDialog(desk, settings, quote, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
