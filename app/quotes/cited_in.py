# SPDX-License-Identifier: GPL-3.0-or-later
"""The chapters that cite a quote, written with a semicolon between them; those used elsewhere are proposed."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QLineEdit, QWidget

from app.widgets.part_completer import PartCompleter
from coding.citations import SEPARATOR, chapters
from coding.language import _

BETWEEN = f"{SEPARATOR} "


class CitedIn(QLineEdit):
    """``kept`` carries the chapters (a tuple) when they are others than those shown."""

    kept = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self.setPlaceholderText(_("Chapter 2; Conclusion…"))
        self.setAccessibleName(_("Cited in"))
        self.setToolTip(_("The chapters that cite this quote, a semicolon between them"))
        self.editingFinished.connect(self.keep)

    def show_chapters(self, named: Sequence[str], known: Sequence[str]) -> None:
        """Show what is recorded; ``known`` are proposed."""
        pending, self._shown = self._pending(), tuple(named)
        if not pending:
            self.setText(BETWEEN.join(named))
            self.setCursorPosition(0)  # it begins in sight
        self.setCompleter(PartCompleter(list(known), SEPARATOR, self))

    def keep(self) -> None:
        """Say now what is to be recorded, if it changed."""
        if self._pending():
            self._shown = chapters(self.text())
            self.kept.emit(self._shown)

    def _pending(self) -> bool:
        return not self.isReadOnly() and chapters(self.text()) != self._shown
