# SPDX-License-Identifier: GPL-3.0-or-later
"""What a code means: its definition, what it takes in and leaves out, an example, where it comes from."""

from __future__ import annotations

from typing import Any

from PyQt6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from app import parts
from app.acts import codes
from app.desk import Desk
from coding import codebook, examples
from coding.language import N_, _

ORIGINS = (("guide", N_("Interview guide")), ("a_priori", N_("A priori")), ("emergent", N_("Emergent")),
           ("unknown", N_("Not recorded")))
TEXTS = (("definition", N_("Definition"), 90), ("include", N_("Include"), 56), ("exclude", N_("Exclude"), 56),
         ("example", N_("Example"), 56))
RESERVATION = ("reservation", N_("Reservation on its saturation"), 56)


class DefinitionDialog(QDialog):
    """Everything is written as one act when it is accepted; nothing when it is not."""

    def __init__(self, desk: Desk, code_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code_id = code_id
        row = desk.read_now(lambda session: codebook.get(session, code_id))
        self.setWindowTitle(_("Definition of “{name}”").format(name=row.name))
        self.resize(560, 520)
        form = QFormLayout(self)
        form.setVerticalSpacing(10)
        self.name = QLineEdit(row.name)
        form.addRow(_("Name"), self.name)
        self._texts: dict[str, QPlainTextEdit] = {}
        for key, title, height in (*TEXTS, *([RESERVATION] if row.parent_id is None else [])):
            editor = QPlainTextEdit(examples.written(row.example) if key == "example" else getattr(row, key))
            editor.setTabChangesFocus(True)
            editor.setMinimumHeight(height)
            form.addRow(_(title), editor)
            self._texts[key] = editor
        self.origin = QComboBox()
        for key, title in ORIGINS:
            self.origin.addItem(_(title), key)
        self.origin.setCurrentIndex(self.origin.findData(row.origin))
        form.addRow(_("Origin"), self.origin)
        self._before = self.values()
        self._passages = examples.guids(row.example)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.finished.connect(self.deleteLater)

    def values(self) -> dict[str, str]:
        """The fields as they stand."""
        texts = {key: parts.written(editor).strip() for key, editor in self._texts.items()}
        return {"name": self.name.text().strip(), "origin": str(self.origin.currentData()), **texts}

    def accept(self) -> None:
        """Write what changed."""
        changed: dict[str, Any] = {key: value for key, value in self.values().items() if value != self._before[key]}
        if "example" in changed:
            changed["example"] = examples.composed(changed["example"], self._passages)
        if changed:
            codes.edit(self._desk, self._code_id, **changed)
        super().accept()
