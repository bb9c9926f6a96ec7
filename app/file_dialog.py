# SPDX-License-Identifier: GPL-3.0-or-later
"""The file dialog, where the system has none of its own: it opens no file, and speaks one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PyQt6.QtCore import QFileInfo
from PyQt6.QtGui import QAbstractFileIconProvider, QIcon
from PyQt6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from coding.language import _

Kind = QAbstractFileIconProvider.IconType


class FileDialog(QFileDialog):
    """Begins in ``folder``; ``filters`` as Qt writes them, «Tables (*.csv *.xlsx)»."""

    def __init__(self, parent: QWidget | None, title: str, folder: Path, filters: str) -> None:
        super().__init__(parent, title, filter=filters)
        self.setIconProvider(_icons())
        self.setDirectory(str(folder))
        self.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))  # the two that Qt leaves in English
        self.setLabelText(QFileDialog.DialogLabel.FileType, _("File type:"))


class FileIcons(QFileIconProvider):
    """A sheet or a folder, by the name alone.

    Qt's own provider reads the first bytes of each file to guess its kind. On POSIX, closing any handle on a file
    drops every lock that this process has on it: a dialog that shows the folder of the open project would leave
    it without SQLite's locks, and the next process to close it would take its log away.

    Asked from a thread of Qt's: the icons are made beforehand.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder, self._file = super().icon(Kind.Folder), super().icon(Kind.File)

    def icon(self, what: Kind | QFileInfo) -> QIcon:
        """The icon of a kind, or of what stands at a path."""
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        """What the column of types says: the ending of the name."""
        return _("Folder") if info.isDir() else info.suffix()


@cache
def _icons() -> FileIcons:
    """One for all dialogs: Qt keeps none, and a dialog that closes may still ask for icons."""
    return FileIcons()
