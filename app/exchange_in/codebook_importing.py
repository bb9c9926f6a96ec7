# SPDX-License-Identifier: GPL-3.0-or-later
"""A codebook, from the file chosen to one act."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PyQt6.QtWidgets import QWidget

from app import messages
from app.acts import exchange as acts
from app.desk import Desk
from app.exchange_in.codebook_dialog import CodebookDialog
from app.settings import Settings
from coding.codebook_differences import Kind
from coding.exchange import codebooks
from coding.language import N_, _, number
from models.errors import KnownError

FILES = N_("Codebooks (*.csv *.xlsx *.qdc *.txt)")
DONE: dict[Kind, str] = {"new": N_("new: {n}"), "changed": N_("changed: {n}"), "moved": N_("placed elsewhere: {n}"),
                         "gone": N_("deleted: {n}")}


def ask(desk: Desk, settings: Settings, parent: QWidget) -> None:
    """Ask for a codebook and show how it differs from the project's."""
    path = messages.ask_file(parent, settings, _("Import a codebook"), _(FILES))
    if path is not None:
        show(desk, path, parent)


def show(desk: Desk, path: Path, parent: QWidget) -> CodebookDialog | None:
    """Show how a codebook differs from the project's; what is ticked is taken in one act."""
    try:
        book = codebooks.read(path)
    except KnownError as error:
        messages.show_error(parent, error)
        return None
    dialog = CodebookDialog(desk, book, path.name, parent)
    dialog.accepted.connect(lambda: acts.take_codes(
        desk, file=path.name, chosen=dialog.chosen, then=lambda done: _tell(parent, path, done)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog


def _tell(parent: QWidget, path: Path, done: Counter[Kind]) -> None:
    said = ", ".join(_(words).format(n=number(done[kind])) for kind, words in DONE.items() if done[kind])
    said = f"{said[:1].upper()}{said[1:]}." if said else _("Nothing was taken.")
    messages.tell(parent, _("“{name}” is imported.").format(name=path.name), said)
