# SPDX-License-Identifier: GPL-3.0-or-later
"""An editor without a save button: what is in it is kept when it is left, or after a pause."""

from __future__ import annotations

from PyQt6.QtCore import QTimer, pyqtSignal
from PyQt6.QtGui import QFocusEvent
from PyQt6.QtWidgets import QPlainTextEdit, QWidget

from app import parts

PAUSE_MS = 1_000


class KeptText(QPlainTextEdit):
    """``kept`` carries a text that differs from what was shown; whoever hears it writes it down."""

    kept = pyqtSignal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show what is recorded; what is being written stays when nothing else was recorded meanwhile."""
        if text == self._shown and parts.written(self) != self._shown:
            return
        self._shown = text
        if parts.written(self) != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._pause.stop()

    def keep(self) -> None:
        """Say now what is to be recorded, if it changed."""
        self._pause.stop()
        text = parts.written(self)
        if text != self._shown and not self.isReadOnly():
            self._shown = text
            self.kept.emit(text)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.keep()
