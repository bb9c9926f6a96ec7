# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the search missed: typed, with what kind they are; looked for everywhere."""

from __future__ import annotations

from PyQt6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import parts
from app.pseudonyms import words
from coding.identifiers.span import Label
from coding.language import _


class AddDialog(QDialog):
    """``words`` and ``label`` once accepted."""

    def __init__(self, typed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add words to replace"))
        self.setFixedWidth(440)
        self._words = QLineEdit(typed)
        self._words.selectAll()
        self._kind = QComboBox()
        for label in words.KINDS:
            self._kind.addItem(words.kind(label), label)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(_("Words"), self._words)
        form.addRow(_("Kind"), self._kind)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(parts.button(_("Cancel"), self.reject))
        self._ok = parts.button(_("Look for them"), self.accept)
        self._ok.setDefault(True)
        row.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(parts.label(_("Looked for in every interview, memo and title, capitals or not."), "muted",
                                     wrap=True))
        column.addLayout(row)
        self._words.textChanged.connect(lambda _text: self._enable())
        self._enable()

    @property
    def words(self) -> str:
        """What was typed."""
        return " ".join(self._words.text().split())

    @property
    def label(self) -> Label:
        """The kind chosen."""
        return Label(self._kind.currentData())

    def _enable(self) -> None:
        self._ok.setEnabled(bool(self.words))
