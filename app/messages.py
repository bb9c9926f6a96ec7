# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place where the program speaks up or asks: message boxes and file dialogs.

Tests replace ``run`` and ``run_files`` (fixture ``dialogs``), and so see every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PyQt6 import sip
from PyQt6.QtWidgets import QFileDialog, QWidget

from app.file_dialog import FileDialog
from app.message_box import MessageBox
from app.settings import Settings
from coding.language import N_, _, say
from models.errors import KnownError

Face = Literal["information", "question", "warning"]

PROJECTS = N_("Fil rouge projects (*.filrouge)")
REFI = N_("REFI-QDA projects (*.qdpx)")
TRANSCRIPTS = N_("Transcripts ({kinds})")
TABLES = N_("Tables (*.csv *.xlsx)")
WORD = N_("Word documents (*.docx)")
ANNEX = N_("Word documents (*.docx);;Spreadsheets (*.xlsx)")
CODEBOOK = N_("Tables (*.csv *.xlsx);;Word documents (*.docx);;REFI-QDA codebooks (*.qdc)")


@dataclass(frozen=True)
class Message:
    """What is said. ``choices`` are the buttons, the first being the one that Enter presses, the last the one that
    Escape presses; ``safe``: Enter presses that one too. ``detail`` is for who wants to know more."""

    text: str
    explained: str = ""
    detail: str = ""
    choices: tuple[str, ...] = ()
    face: Face = "information"
    safe: bool = False


def run(parent: QWidget | None, message: Message) -> int:
    """Show a message until it is answered; the index of the choice made."""
    box = MessageBox(message.text, message.explained, message.detail, message.choices,
                     warning=message.face == "warning", safe=message.safe, parent=parent)
    box.exec()
    box.deleteLater()
    return box.answer


def tell(parent: QWidget | None, text: str, explained: str = "", *, detail: str = "") -> None:
    """Say something that needs no answer."""
    run(parent, Message(text, explained, detail, (_("Close"),)))


def show_error(parent: QWidget | None, error: KnownError) -> None:
    """Say what went wrong and what to do, where the message bar would be missed."""
    run(parent, Message(say(error), choices=(_("Close"),), face="warning"))


def confirm(parent: QWidget | None, text: str, explained: str, *, yes: str, safe: bool = False) -> bool:
    """Ask before something large; ``yes`` is the verb of the button, such as «Delete». ``safe``: Enter cancels."""
    return run(parent, Message(text, explained, choices=(yes, _("Cancel")), face="question", safe=safe)) == 0


def run_files(dialog: QFileDialog) -> list[Path]:
    """Show a file dialog; the files chosen, none when it was cancelled."""
    return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []


def ask_files(parent: QWidget | None, settings: Settings, title: str, filters: str) -> list[Path]:
    """Which files to read."""
    dialog = _dialog(parent, settings, title, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(settings, dialog)


def ask_file(parent: QWidget | None, settings: Settings, title: str, filters: str) -> Path | None:
    """Which file to read."""
    dialog = _dialog(parent, settings, title, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(settings, dialog)), None)


def ask_folder(parent: QWidget | None, settings: Settings, title: str) -> Path | None:
    """Which folder to write to."""
    dialog = _dialog(parent, settings, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return next(iter(_chosen(settings, dialog)), None)


def ask_new_file(parent: QWidget | None, settings: Settings, title: str, filters: str, *, name: str,
                 confirm_overwrite: bool = True, folder: Path | None = None) -> Path | None:
    """Where to write, seen first in ``folder`` or where the last file was; ``name`` is proposed, and its ending added
    when the user gives none."""
    dialog = _dialog(parent, settings, title, filters)
    if folder is not None:
        dialog.setDirectory(str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not confirm_overwrite)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return next(iter(_chosen(settings, dialog)), None)


def _dialog(parent: QWidget | None, settings: Settings, title: str, filters: str) -> QFileDialog:
    return FileDialog(parent, title, Path(settings.last_folder or Path.home()), filters)


def _chosen(settings: Settings, dialog: QFileDialog) -> list[Path]:
    """What the dialog answers. It goes at once: one kept hidden would be told of the next change of language,
    which Qt's model of files does not survive."""
    paths = run_files(dialog)
    sip.delete(dialog)
    if paths:
        settings.last_folder = str(paths[0].parent)
    return paths
