# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a quote as it will be printed, written on one line; what does not hold is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QMimeData, Qt
from PyQt6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PyQt6.QtWidgets import QTextEdit, QWidget

from app import theme
from app.widgets import units
from app.widgets.kept_text import KeptText
from coding.citing import Fault, Span
from coding.language import _
from coding.typography import one_line


class CitedText(KeptText):
    """An edit by a button can be undone by Ctrl+Z here, as typing can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("As it will be printed"), "", parent)
        self._faults: Sequence[Fault] = ()
        self.setFont(theme.reading_font(16))

    def put(self, text: str) -> None:
        """Replace what is written by ``text``, touching only what differs."""
        before = self.written()
        start = next((at for at, (one, other) in enumerate(zip(before, text, strict=False)) if one != other),
                     min(len(before), len(text)))
        tail = 0
        while tail < min(len(before), len(text)) - start and before[-1 - tail] == text[-1 - tail]:
            tail += 1
        cursor = self._at(start, len(before) - tail)
        cursor.insertText(text[start : len(text) - tail])
        self.setTextCursor(cursor)

    def picked(self) -> Span | None:
        """What is selected, in code points."""
        cursor, text = self.textCursor(), self.written()
        if not cursor.hasSelection():
            return None
        return units.offset(text, cursor.selectionStart()), units.offset(text, cursor.selectionEnd())

    def caret(self) -> int:
        """Where the caret is, in code points; the end of a selection."""
        return units.offset(self.written(), self.textCursor().selectionEnd())

    def go(self, start: int, end: int) -> None:
        """Select a place."""
        self.setTextCursor(self._at(start, end))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, faults: Sequence[Fault]) -> None:
        """Underline what does not hold."""
        self._faults = faults
        marks = []
        for fault in faults:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._at(*_seen(fault, len(self.written())))
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.palette().bad)
            look.setBackground(theme.palette().bad_paper)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter keeps: a quote is on one line."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData | None) -> None:
        """Paste on one line."""
        if source is not None and source.hasText():
            self.textCursor().insertText(one_line(source.text()))

    def changeEvent(self, event: QEvent | None) -> None:
        """Underline again in the colours of another theme."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.mark(self._faults)

    def _at(self, start: int, end: int) -> QTextCursor:
        text, cursor = self.written(), QTextCursor(self.document())
        cursor.setPosition(units.unit(text, start))
        cursor.setPosition(units.unit(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _seen(fault: Fault, length: int) -> Span:
    """The place of a fault, widened until it shows: words are left out between two letters."""
    if fault.end - fault.start > 1 or length == 0:
        return fault.start, fault.end
    return max(fault.start - 1, 0), min(fault.end + 1, length)
