# SPDX-License-Identifier: GPL-3.0-or-later
"""Which correspondence table: the one open, a new one, one there is already, or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PyQt6.QtCore import QStandardPaths, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app import messages, parts
from app.settings import Settings
from coding.language import N_, _
from coding.pseudonyms.correspondence import SHORTEST, SUFFIX, Correspondence, too_short

FILES = N_("Correspondence tables (*{ending})")
Kind = Literal["opened", "new", "existing", "none"]


@dataclass(frozen=True)
class TableWish:
    """``path`` and ``passphrase`` of a table to make or to open; neither for the one open, or none."""

    kind: Kind
    path: Path | None = None
    passphrase: str = ""


class TableChoice(QWidget):
    """``changed`` says that what is chosen, or whether it is ``complete``, may be another."""

    changed = pyqtSignal()

    def __init__(self, opened: Correspondence | None, settings: Settings, project: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project = project
        self._path: Path | None = None
        self._group = QButtonGroup(self)
        self.radios: dict[Kind, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        titles: dict[Kind, str] = {
            "new": _("A new table, in a file of its own, encrypted"), "existing": _("A table I have already"),
            "none": _("No table: there will be no way back")}
        if opened is not None:
            titles = {"opened": _("The table “{name}”, open now").format(name=opened.path.name), **titles}
        for kind, title in titles.items():
            radio = self.radios[kind] = QRadioButton(title)
            radio.toggled.connect(self._turn)
            self._group.addButton(radio)
        self._fields = self._make_fields()
        for radio in self.radios.values():
            column.addWidget(radio)
        self._column = column
        next(iter(self.radios.values())).setChecked(True)

    def _make_fields(self) -> QWidget:
        fields = QWidget()
        self._file = parts.Elided("", "muted")
        self._choose = parts.button(_("File…"), self.choose)
        self.passphrase, self.again = secret(_("Passphrase")), secret(_("The same passphrase again"))
        self.told = parts.label("", "muted", wrap=True)
        file = QHBoxLayout()
        file.addWidget(self._choose)
        file.addWidget(self._file, 1)
        secrets = QHBoxLayout()
        secrets.addWidget(self.passphrase, 1)
        secrets.addWidget(self.again, 1)
        column = QVBoxLayout(fields)
        column.setContentsMargins(24, 0, 0, 4)
        column.setSpacing(8)
        column.addLayout(file)
        column.addLayout(secrets)
        column.addWidget(self.told)
        for field in (self.passphrase, self.again):
            field.textChanged.connect(lambda _text: self._follow())
        return fields

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return next(kind for kind, radio in self.radios.items() if radio.isChecked())

    @property
    def wish(self) -> TableWish:
        """What is asked for."""
        if self.kind in ("opened", "none"):
            return TableWish(self.kind)
        return TableWish(self.kind, self._path, self.passphrase.text())

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        if self.kind in ("opened", "none"):
            return True
        if self._path is None or not self.passphrase.text():
            return False
        return self.kind == "existing" or (
            not too_short(self.passphrase.text()) and self.passphrase.text() == self.again.text())

    def choose(self) -> None:
        """Ask which file."""
        files = _(FILES).format(ending=SUFFIX)
        if self.kind == "new":
            path = messages.ask_new_file(self, self._settings, _("New correspondence table"), files,
                                         name=f"{self._project}{SUFFIX}", folder=_apart())
        else:
            path = messages.ask_file(self, self._settings, _("Correspondence table"), files)
        if path is not None:
            self._path = path
            self._follow()

    def _turn(self, on: bool) -> None:
        if on:
            self._path = None
            self._column.removeWidget(self._fields)  # they stand below the table they are about
            self._column.insertWidget(self._column.indexOf(self.radios[self.kind]) + 1, self._fields)
            self._follow()

    def _follow(self) -> None:
        new = self.kind == "new"
        self._fields.setVisible(self.kind in ("new", "existing"))
        self.again.setVisible(new)
        self._file.show_text(str(self._path) if self._path is not None else _(
            "Not beside the project: on a key or a disk kept apart") if new else _("No file chosen"))
        parts.role(self.told, "muted")
        typed, repeated = self.passphrase.text(), self.again.text()
        if not new:
            self.told.setText("")
        elif typed and repeated and typed != repeated and not typed.startswith(repeated):
            parts.role(self.told, "bad")
            self.told.setText(_("The two passphrases differ."))
        elif typed and too_short(typed):
            self.told.setText(_("{n} characters at least.").format(n=SHORTEST))
        else:
            self.told.setText(_("Four or five words that no one would put together. Write them down: without them, "
                                "nobody can open the table, not even us."))
        self.told.setVisible(bool(self.told.text()))
        self.changed.emit()


def _apart() -> Path:
    """The user's documents: a table is not proposed beside the project, where the last file was."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def secret(name: str) -> QLineEdit:
    """A field whose letters are not shown."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field
