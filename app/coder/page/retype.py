# SPDX-License-Identifier: GPL-3.0-or-later
"""A small field over words of the page, in which they are typed again."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PyQt6.QtWidgets import QLineEdit, QVBoxLayout

from app import parts, theme
from app.coder.page.page import Page
from coding.language import _

ROOM = 40  # pixels that it has more than the words


class Retype(parts.Panel):
    """``given`` carries the span and what it is to say; nothing when it is left by Escape or by a click elsewhere."""

    given = pyqtSignal(int, int, str)

    def __init__(self, page: Page) -> None:
        super().__init__("card", page)
        self._page = page
        self._span = (0, 0)
        self._before = ""
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Correct these words"))
        self.field.installEventFilter(self)
        hint = parts.label(_("Enter corrects · Esc leaves"), "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(hint)
        self.hide()

    def ask(self, start: int, end: int, words: str) -> None:
        """Open over a span of the page, its words ready to be typed over."""
        self._span, self._before = (start, end), words
        self.field.setFont(theme.reading_font(self._page.look.size))
        self.field.setText(words)
        self.field.selectAll()
        wanted = QFontMetricsF(self.field.font()).horizontalAdvance(words) + ROOM
        self.ensurePolished()  # the stylesheet sets the letters of the hint
        least = self.sizeHint()
        self.resize(min(self._page.width() - 24, max(least.width(), round(wanted))), least.height())
        self._place(start)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Enter gives, Escape leaves, and so does going elsewhere."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._give()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if left and isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hide()
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        words = self.field.text().strip()
        self._leave()
        if words != self._before:
            self.given.emit(*self._span, words)

    def _leave(self) -> None:
        self._page.setFocus()
        self.hide()

    def _place(self, start: int) -> None:
        """Over the first of the words, within what is seen."""
        view, reading = self._page.viewport(), self._page.reading
        if view is None or reading is None:
            return
        cursor = self._page.textCursor()
        cursor.setPosition(reading.projection.position(start))
        at = self._page.cursorRect(cursor).topLeft()
        left = min(max(8, view.x() + at.x() - 14), self._page.width() - self.width() - 16)
        top = min(max(8, view.y() + at.y() - 12), self._page.height() - self.height() - 8)
        self.move(left, top)
