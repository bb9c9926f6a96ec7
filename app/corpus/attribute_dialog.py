# SPDX-License-Identifier: GPL-3.0-or-later
"""The name, the type and the choices of an attribute, asked for in a small window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from app import parts
from coding.attributes import AttributeRow
from coding.language import N_, _

TYPES = {"text": N_("Text"), "number": N_("Number"), "date": N_("Date"), "yes_no": N_("Yes or no"),
         "choice": N_("Choice in a list")}
Take = Callable[[str, str, Sequence[str]], None]


class AttributeDialog(QDialog):
    """``take`` is called with name, type and choices. ``values``, already written, are proposed as choices."""

    def __init__(self, title: str, take: Take, parent: QWidget | None = None, *, row: AttributeRow | None = None,
                 values: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._take = take
        self._values = list(values)
        self.setWindowTitle(title)
        self.name = QLineEdit(row.name if row is not None else "")
        self.name.setMinimumWidth(320)
        self.type = QComboBox()
        for key, words in TYPES.items():
            self.type.addItem(_(words), key)
        self.choices = QPlainTextEdit("\n".join(row.choices) if row is not None else "")
        self.choices.setFixedHeight(110)
        self.choices.setTabChangesFocus(True)
        self.choices.setPlaceholderText(_("One value a line"))
        self._choices_label = parts.label(_("Values"))
        self._choices_label.setBuddy(self.choices)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        form = QFormLayout(self)
        form.setContentsMargins(22, 20, 22, 16)
        form.setVerticalSpacing(12)
        form.addRow(_("Name"), self.name)
        form.addRow(_("Type"), self.type)
        form.addRow(self._choices_label, self.choices)
        form.addRow(buttons)
        self.name.textChanged.connect(lambda _text: self._show())
        self.choices.textChanged.connect(self._show)
        self.type.currentIndexChanged.connect(self._propose)
        self.type.setCurrentIndex(self.type.findData(row.type if row is not None else "text"))
        self._show()

    def accept(self) -> None:
        """Hand over what was written."""
        super().accept()
        self._take(self.name.text().strip(), self.type.currentData(), self._listed())

    def _listed(self) -> list[str]:
        if self.type.currentData() != "choice":
            return []
        return [line.strip() for line in parts.written(self.choices).splitlines() if line.strip()]

    def _propose(self, _index: int) -> None:
        if self.type.currentData() == "choice" and not self._listed():
            self.choices.setPlainText("\n".join(self._values))
        self._show()

    def _show(self) -> None:
        choice = self.type.currentData() == "choice"
        self._choices_label.setVisible(choice)
        self.choices.setVisible(choice)
        if self._ok is not None:
            self._ok.setEnabled(bool(self.name.text().strip()) and (not choice or bool(self._listed())))
        self.adjustSize()
