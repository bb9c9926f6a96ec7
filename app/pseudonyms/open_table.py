# SPDX-License-Identifier: GPL-3.0-or-later
"""Which correspondence table to open, and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import messages, parts
from app.pseudonyms.table_choice import FILES, TableWish, secret
from app.settings import Settings
from coding.language import _
from coding.pseudonyms.correspondence import SUFFIX


class OpenTable(QDialog):
    """``wish`` once accepted; ``why`` says what the table is opened for, ``path`` the one chosen before."""

    def __init__(self, settings: Settings, why: str, parent: QWidget | None = None, *,
                 path: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open the correspondence table"))
        self.setFixedWidth(460)
        self._settings = settings
        self._path = path
        self._file = parts.Elided(str(path) if path is not None else _("No file chosen"), "muted")
        self.passphrase: QLineEdit = secret(_("Passphrase"))
        self.ok = parts.button(_("Open"), self.accept)
        self.ok.setDefault(True)
        file = QHBoxLayout()
        file.addWidget(parts.button(_("File…"), self.choose))
        file.addWidget(self._file, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(parts.button(_("Cancel"), self.reject))
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(parts.label(why, wrap=True))
        column.addLayout(file)
        column.addWidget(self.passphrase)
        column.addLayout(row)
        self.passphrase.textChanged.connect(lambda _text: self._enable())
        self._enable()
        if path is not None:
            self.passphrase.setFocus()

    @property
    def wish(self) -> TableWish:
        """The table asked for."""
        return TableWish("existing", self._path, self.passphrase.text())

    def choose(self) -> None:
        """Ask which file."""
        path = messages.ask_file(self, self._settings, _("Correspondence table"), _(FILES).format(ending=SUFFIX))
        if path is not None:
            self._path = path
            self._file.show_text(str(path))
            self._enable()
            self.passphrase.setFocus()

    def _enable(self) -> None:
        self.ok.setEnabled(self._path is not None and bool(self.passphrase.text()))
