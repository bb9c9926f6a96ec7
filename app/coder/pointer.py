# SPDX-License-Identifier: GPL-3.0-or-later
"""What the mouse does on the page: selects words, sentences, paragraphs; chooses passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, QPoint, Qt, QTimer
from PyQt6.QtGui import QMouseEvent, QTextCursor
from PyQt6.QtWidgets import QApplication

from coding.passage_bounds import whole_words

if TYPE_CHECKING:
    from app.coder.page import Page


class Pointer(QObject):
    """Told of the page's mouse events; ``press`` and ``move`` say whether they took the event from Qt."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._clicks = 0
        self._recent = QTimer(self)
        self._recent.setSingleShot(True)
        self._recent.setInterval(QApplication.doubleClickInterval())

    def press(self, event: QMouseEvent) -> bool:
        """Count the clicks that follow one another: two select a word, three a sentence, four a paragraph."""
        follows = self._clicks >= 2 and self._recent.isActive() and event.button() == Qt.MouseButton.LeftButton
        self._clicks = self._clicks + 1 if follows else 1
        if not follows or self._page.reading is None:
            return False
        offset, read = self._page.offset_at(event.position().toPoint()), self._page.reading.transcript
        self._page.pick(*(read.sentence_at(offset) if self._clicks == 3 else read.paragraph_at(offset)))
        self._recent.start()
        return True

    def double(self, _event: QMouseEvent) -> None:
        """Qt has selected a word."""
        self._clicks = 2
        self._recent.start()

    def move(self, _event: QMouseEvent) -> bool:
        """Qt selects."""
        return False

    def release(self, event: QMouseEvent) -> None:
        """A click that selected nothing chooses the passage under it; again, the next of those there. Words that
        were dragged over are taken whole, unless Alt is held."""
        if event.button() != Qt.MouseButton.LeftButton or self._page.reading is None or self._clicks > 1:
            return
        if not self._page.textCursor().hasSelection():
            self._choose_at(event.position().toPoint())
        elif not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._take_whole_words()

    def _choose_at(self, point: QPoint) -> None:
        """The innermost passage under the pointer, or the one around it when that one is chosen already."""
        page = self._page
        if page.reading is None:
            return
        marks = list(reversed(page.reading.index.at(page.offset_at(point)))) if page.on_words(point) else []
        ids = [mark.id for mark in marks]
        place = ids.index(page.chosen) + 1 if page.chosen in ids else 0
        page.choose(ids[place % len(ids)] if ids else None)

    def _take_whole_words(self) -> None:
        """Stretch the selection over the words that it cuts; the caret stays at the end where it is."""
        page = self._page
        span, cursor = page.selected(), page.textCursor()
        if span is None or page.reading is None:
            return
        low, high = page.reading.projection.span(*whole_words(page.reading.transcript.text, *span))
        if (low, high) != (cursor.selectionStart(), cursor.selectionEnd()):
            backwards = cursor.position() < cursor.anchor()
            cursor.setPosition(high if backwards else low)
            cursor.setPosition(low if backwards else high, QTextCursor.MoveMode.KeepAnchor)
            page.setTextCursor(cursor)
