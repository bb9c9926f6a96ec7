# SPDX-License-Identifier: GPL-3.0-or-later
"""Two codes to be held contradictory, and why."""

from __future__ import annotations

from PyQt6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app import parts
from app.acts import relations as acts
from app.desk import Desk
from app.guide.code_field import CodeField
from coding.language import _


class MarkDialog(QDialog):
    """``pair`` are the codes proposed, by id."""

    def __init__(self, desk: Desk, pair: tuple[int, int] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(_("Contradictory codes"))
        self.setMinimumWidth(520)
        self.one, self.other = CodeField(desk.codebook, makes=False), CodeField(desk.codebook, makes=False)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.note.setAccessibleName(_("Note on the pair"))
        self.note.setPlaceholderText(_("What opposes them, and where you would look (may wait)"))
        self.said = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Mark the pair"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        for field, code_id in zip((self.one, self.other), pair or (None, None), strict=True):
            field.show_code(code_id)
            field.changed.connect(self._follow)
        self._follow()
        (self.note if pair is not None else self.one).setFocus()

    @property
    def pair(self) -> tuple[int, int] | None:
        """The two codes named; None while they are not two codes apart."""
        ids = [field.choice.code_id if field.choice is not None else None for field in (self.one, self.other)]
        one, other = ids
        if one is None or other is None or self._one_line(one, other):
            return None
        return one, other

    def accept(self) -> None:
        """Mark the pair, once there is one."""
        pair = self.pair
        if pair is not None:
            super().accept()
            acts.mark(self._desk, one_id=pair[0], other_id=pair[1], note=parts.written(self.note))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(parts.label(_("Contradictory codes"), "title"))
        column.addWidget(parts.label(
            _("Two codes that say opposite things. You will see which interviews hold each, both or neither: an "
              "interview that holds both is the one to read again."), "muted", wrap=True))
        for caption, field in ((_("One code"), self.one), (_("The other"), self.other)):
            named = parts.label(caption)
            named.setBuddy(field.box)
            field.box.setAccessibleName(caption)
            column.addSpacing(2)
            column.addWidget(named)
            column.addWidget(field)
        column.addWidget(parts.label(_("Note")))
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addLayout(parts.dialog_foot(self, self.said, self.take))

    def _follow(self) -> None:
        self.take.setEnabled(self.pair is not None)
        one, other = (field.choice.code_id if field.choice is not None else None for field in (self.one, self.other))
        close = one is not None and other is not None and self._one_line(one, other)
        self.said.setText(_("One of these stands below the other: choose two codes apart.") if close else "")

    def _one_line(self, one: int, other: int) -> bool:
        book = self._desk.codebook
        return one in book.below(other) or other in book.below(one)


def ask_pair(desk: Desk, parent: QWidget, pair: tuple[int, int] | None = None) -> MarkDialog:
    """Open the dialog; it closes by itself."""
    dialog = MarkDialog(desk, pair, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
