# SPDX-License-Identifier: GPL-3.0-or-later
"""A quote as it stands in the transcript, the words that its citation leaves out struck."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PyQt6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app import theme
from app.widgets import units
from coding.citing import Span
from coding.language import _

MARGIN = 8  # pixels, as in the field below


class SourceText(QPlainTextEdit):
    """Read-only; words are selected by mouse or keyboard. ``cut_asked``: Delete was pressed on a selection."""

    cut_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._struck: Sequence[Span] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                     | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setProperty("role", "page")
        self.setFont(theme.reading_font(16))
        self.setAccessibleName(_("In the transcript"))
        self.setToolTip(_("Select words, then press Delete: […] stands in their place below"))
        document = self.document()
        if document is not None:
            document.setDocumentMargin(MARGIN)

    def show_text(self, text: str) -> None:
        """Show another source."""
        self._text = text
        self.setPlainText(text)
        self.strike(())

    def strike(self, spans: Sequence[Span]) -> None:
        """Strike the words at these places."""
        self._struck = spans
        marks = []
        document = self.document()
        for start, end in _runs(self._text, spans):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(document)
            mark.cursor.setPosition(units.unit(self._text, start))
            mark.cursor.setPosition(units.unit(self._text, end), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setFontStrikeOut(True)
            look.setForeground(theme.palette().faint)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)
        words = ", ".join(self._text[start:end] for start, end in _runs(self._text, spans))
        self.setAccessibleDescription(_("Left out: {words}").format(words=words) if words else "")

    def struck(self) -> Sequence[Span]:
        """The places struck."""
        return self._struck

    def picked(self) -> Span | None:
        """What is selected, in code points."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return units.offset(self._text, cursor.selectionStart()), units.offset(self._text, cursor.selectionEnd())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Delete cuts."""
        if event is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.picked():
            self.cut_asked.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent | None) -> None:
        """Strike again in the colours of another theme."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.strike(self._struck)


def _runs(text: str, spans: Sequence[Span]) -> list[Span]:
    """Words that follow one another, struck in one go."""
    found: list[Span] = []
    for start, end in spans:
        if found and not any(sign.isalnum() for sign in text[found[-1][1] : start]):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found
