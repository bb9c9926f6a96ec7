# SPDX-License-Identifier: GPL-3.0-or-later
"""An editor without a save button: what is in it is kept when it is left, or after a pause."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QTimer, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
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
        """Show what is recorded. What is being written stays: to show the text of something else, ``keep`` first."""
        pending, self._shown = self.pending, text
        if pending:
            return
        if self.written() != text:
            self.blockSignals(True)
            self.fill(text)
            self.blockSignals(False)
        self._pause.stop()

    def written(self) -> str:
        """What is in the editor."""
        return parts.written(self)

    def fill(self, text: str) -> None:
        """Put a text in the editor."""
        self.setPlainText(text)

    @property
    def pending(self) -> bool:
        """Whether something written is not kept yet."""
        return not self.isReadOnly() and self.written() != self._shown

    def keep(self) -> None:
        """Say now what is to be recorded, if it changed."""
        self._pause.stop()
        if self.pending:
            self._shown = self.written()
            self.kept.emit(self._shown)

    def event(self, event: QEvent | None) -> bool:
        """Where nothing was typed yet, undo and redo are the project's; else they never go past what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not self._typed() and (
                event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            event.ignore()
            return False
        return super().event(event)

    def _typed(self) -> bool:
        document = self.document()
        return document is not None and (document.isUndoAvailable() or document.isRedoAvailable())

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.keep()
