# SPDX-License-Identifier: GPL-3.0-or-later
"""One name, or a few words, asked for in a small window."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app import parts
from coding.language import _


class NameDialog(QDialog):
    """``take`` is called with the name when there is one and it is accepted."""

    def __init__(self, title: str, take: Callable[[str], None], parent: QWidget | None = None, *,
                 caption: str = "") -> None:
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(title)
        self.field = QLineEdit()
        self.field.setMinimumWidth(320)
        named = parts.label(caption or _("Name"))
        named.setBuddy(self.field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.field.textChanged.connect(self._enable)
        self._enable("")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (named, self.field, buttons):
            column.addWidget(widget)

    def accept(self) -> None:
        """Hand over the name."""
        name = self.field.text().strip()
        if name:
            super().accept()
            self._take(name)

    def _enable(self, text: str) -> None:
        if self._ok is not None:
            self._ok.setEnabled(bool(text.strip()))


def ask_name(parent: QWidget, title: str, take: Callable[[str], None]) -> NameDialog:
    """Open the window; it closes by itself."""
    dialog = NameDialog(title, take, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
