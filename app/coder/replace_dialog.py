# SPDX-License-Identifier: GPL-3.0-or-later
"""Words replaced wherever they stand: a name misheard throughout, in this interview or in all of them."""

from __future__ import annotations

from collections import defaultdict

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.acts import mending as acts
from app.desk import Desk
from coding import replacing
from coding.anchors import Edit
from coding.changes import Change
from coding.language import _, ngettext, say
from coding.transcripts import TranscriptText
from models.errors import KnownError

PAUSE_MS = 250
PLACE = Qt.ItemDataRole.UserRole


class ReplaceDialog(QDialog):
    """Every place is listed with the words around it, ticked; those ticked are replaced as one act."""

    def __init__(self, desk: Desk, read: TranscriptText, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self.setWindowTitle(_("Replace words in the transcripts"))
        self.resize(720, 560)
        self.sought, self.put = QLineEdit(words), QLineEdit()
        self.scope = QComboBox()
        self.scope.addItem(_("In “{title}”").format(title=read.title), read.interview_id)
        self.scope.addItem(_("In all interviews"), None)
        self.any_case = QCheckBox(_("Capitals or not"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Where the words stand"))
        self.list.setWordWrap(False)
        self.told = parts.label("", "muted", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.replace = buttons.addButton(_("Replace"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.seek)
        self.sought.textChanged.connect(lambda _text: self._pause.start())
        self.put.textChanged.connect(lambda _text: self._count())
        self.scope.currentIndexChanged.connect(lambda _place: self.seek())
        self.any_case.toggled.connect(lambda _on: self.seek())
        self.list.itemChanged.connect(lambda _item: self._count())
        self.seek()
        (self.put if words else self.sought).setFocus()
        self.finished.connect(self.deleteLater)

    def seek(self) -> None:
        """List the places."""
        self._pause.stop()
        words, scope, any_case = self.sought.text(), self.scope.currentData(), self.any_case.isChecked()
        found = self._desk.read_now(
            lambda session: replacing.places(session, words, interview_id=scope, any_case=any_case))
        self.list.blockSignals(True)
        self.list.clear()
        for place in found:
            where = _("turn {n}").format(n=place.turn)
            where = where if scope is not None else f"{place.interview}, {where}"
            item = QListWidgetItem(f"{where}   {place.before}[{place.found}]{place.after}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(PLACE, place)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._count()

    def edits(self) -> dict[int, list[Edit]]:
        """What would be replaced, by interview."""
        found: dict[int, list[Edit]] = defaultdict(list)
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item is not None and item.checkState() is Qt.CheckState.Checked:
                place = item.data(PLACE)
                found[place.interview_id].append(Edit(place.start, place.end, self.put.text().strip()))
        return found

    def accept(self) -> None:
        """Replace; a refusal leaves the window open."""
        if self._pause.isActive():
            self.seek()
        edits = self.edits()
        if edits and self.put.text().strip():
            acts.replace_everywhere(self._desk, edits=edits, then=self._done, otherwise=self._refuse)

    def _done(self, _change: Change) -> None:
        super().accept()

    def _refuse(self, error: KnownError) -> None:
        parts.role(self.told, "bad")
        self.told.setText(say(error))

    def _count(self) -> None:
        edits = self.edits()
        ticked, interviews = sum(map(len, edits.values())), len(edits)
        parts.role(self.told, "muted")
        if not self.sought.text().strip():
            self.told.setText(_("Write the words as they stand in the transcript."))
        elif not self.list.count():
            self.told.setText(_("These words are said nowhere here."))
        else:
            places = ngettext("{n} place", "{n} places", ticked).format(n=ticked)
            self.told.setText(ngettext("{places} in {n} interview. Every passage stays on its words.",
                                       "{places} in {n} interviews. Every passage stays on its words.",
                                       interviews).format(places=places, n=interviews))
        if self.replace is not None:
            self.replace.setEnabled(bool(ticked) and bool(self.put.text().strip()))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(_("Words"), self.sought)
        form.addRow(_("Replace by"), self.put)
        form.addRow(_("Where"), self.scope)
        form.addRow("", self.any_case)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
