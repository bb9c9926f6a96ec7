# SPDX-License-Identifier: GPL-3.0-or-later
"""Where memos are written: kept after a pause and when one leaves, never at each key."""

from __future__ import annotations

from PyQt6.QtCore import QTimer, pyqtSignal
from PyQt6.QtGui import QFocusEvent
from PyQt6.QtWidgets import QPlainTextEdit, QWidget

from app import parts

PAUSE_MS = 1000


class MemoEditor(QPlainTextEdit):
    """``written`` carries a passage's id and its new text, once for each stretch of typing."""

    written = pyqtSignal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage_id: int | None = None
        self._kept = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._pause.start)

    def show_memo(self, passage_id: int | None, text: str) -> None:
        """Show the memo of a passage, after keeping what was typed for the one before. What is being typed for the
        same passage is left alone."""
        if passage_id != self._passage_id:
            self.keep()
        elif self.pending or text == parts.written(self):
            self._kept = text
            return
        self._passage_id, self._kept = passage_id, text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._pause.stop()

    @property
    def pending(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._passage_id is not None and parts.written(self) != self._kept

    def keep(self) -> None:
        """Keep what was typed."""
        self._pause.stop()
        if self.pending and self._passage_id is not None:
            self._kept = parts.written(self)
            self.written.emit(self._passage_id, self._kept)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.keep()
