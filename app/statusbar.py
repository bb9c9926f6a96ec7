# SPDX-License-Identifier: GPL-3.0-or-later
"""The line at the bottom: whether everything is saved, what is on the page, and keys worth knowing."""

from __future__ import annotations

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QStatusBar, QWidget

from app import parts
from coding.language import _

PATIENCE = 400  # ms: shorter work is not worth a word


class StatusBar(QStatusBar):
    """``show_saved``, ``show_text`` and ``show_hints`` fill its three parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(27)
        self.setContentsMargins(4, 0, 4, 0)
        self._saved = parts.label()
        self._text = parts.label()
        self._hints = parts.label()
        self.addWidget(self._saved)
        self.addWidget(self._text)
        self.addPermanentWidget(self._hints)
        self._read_only = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._show_busy)

    def show_project(self, *, read_only: bool) -> None:
        """A project is open."""
        self._read_only = read_only
        self._rest()

    def show_busy(self, busy: bool) -> None:
        """Something is under way, or no longer; only said when it lasts."""
        if busy:
            self._late.start()
        else:
            self._late.stop()
            self._rest()

    def show_text(self, text: str, hints: str) -> None:
        """What the page says."""
        self._text.setText(text)
        self._hints.setText(hints)

    def clear_all(self) -> None:
        """No project is open."""
        self._late.stop()
        for part in (self._saved, self._text, self._hints):
            part.clear()

    def _rest(self) -> None:
        parts.role(self._saved, "locked" if self._read_only else "saved")
        self._saved.setText("● " + (_("Read only") if self._read_only else _("Saved")))

    def _show_busy(self) -> None:
        parts.role(self._saved, "busy")
        self._saved.setText("● " + _("Working…"))
