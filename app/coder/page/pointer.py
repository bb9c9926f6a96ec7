# SPDX-License-Identifier: GPL-3.0-or-later
"""What the mouse does on the page: selects words, sentences, turns; chooses passages; lifts what is selected.

Qt's own selecting is left aside: what is highlighted is at any moment what would be coded, whole words without the
white space and the labels at their ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, QPoint, Qt, QTimer
from PyQt6.QtGui import QClipboard, QMouseEvent
from PyQt6.QtWidgets import QApplication

from app.coder.page import lifting
from app.coder.page.edge_scroll import EdgeScroll
from app.coder.page.stretches import Stretch, stretch_at, stretched
from app.coder.passage.bounds import settled
from coding import words
from coding.passage_index import Span

if TYPE_CHECKING:
    from app.coder.page.page import Page

KINDS: dict[int, Stretch] = {2: "word", 3: "sentence", 4: "turn"}  # by number of clicks
STIR = 4  # pixels: a hand that clicks moves less
LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Pointer(QObject):
    """Told of the page's mouse events; each says whether it took the event from Qt. Points are the viewport's."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._clicks = 0
        self._down: QPoint | None = None  # where the button was pressed; None while it is not
        self._at = QPoint()
        self._held = Qt.KeyboardModifier.NoModifier
        self._anchor: Span = (0, 0)
        self._lifted = False  # pressed on what is selected
        self._dragged = False
        self._recent = QTimer(self)
        self._recent.setSingleShot(True)
        self._recent.setInterval(QApplication.doubleClickInterval())
        self._edge = EdgeScroll(page, self._scrolled)

    # -- events --------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent, *, double: bool = False) -> bool:
        """Count the clicks that follow one another: two select a word, three a sentence, four the turn."""
        point = event.position().toPoint()
        if event.button() != LEFT or self._page.reading is None:
            return False
        follows = self._recent.isActive() and (point - self._at).manhattanLength() <= QApplication.startDragDistance()
        more = follows and self._clicks >= (3 if double else 2)  # Qt takes the fourth for the second of a new pair
        clicks = min(4, self._clicks + 1) if more else 2 if double else 1
        if clicks > 1 or not self._page.handles.press(point):
            self.begin(point, clicks, event.modifiers())
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Select on, or show what could be seized."""
        point = event.position().toPoint()
        if not event.buttons() & LEFT:
            self._page.handles.hover(point)
            return False
        if self._page.handles.move(self._within_view(point), event.modifiers()):
            self._at, self._held = point, event.modifiers()
            self._edge.follow(point)
        else:
            self.drag(point, event.modifiers())
        return True

    def release(self, event: QMouseEvent) -> bool:
        """A click that selected nothing chooses the passage under it; again, the next of those there."""
        if event.button() != LEFT or self._page.reading is None:
            return False
        self._edge.stop()
        if not self._page.handles.release():
            self.end(event.position().toPoint(), event.modifiers())
        return True

    def aim(self, point: QPoint) -> None:
        """A menu is asked for there: it is about the words selected when they are there, else about that place and
        the passage under the pointer."""
        page, span = self._page, self._page.selected()
        if span is not None and span[0] <= page.gap_at(point) <= span[1]:
            return
        ids = [mark.id for mark in page.marks_at(point)]
        page.set_caret(page.gap_at(point))
        page.choose(page.chosen if page.chosen in ids else next(iter(ids), None))

    # -- what they come to ---------------------------------------------------------------------------------------

    def begin(self, point: QPoint, clicks: int, held: Qt.KeyboardModifier) -> None:
        """The button went down, for the ``clicks``-th time."""
        page = self._page
        if page.reading is None:
            return
        self._clicks, self._down, self._at, self._held = clicks, point, point, held
        self._dragged = self._lifted = False
        self._recent.start()
        if clicks > 1:
            self._anchor = stretch_at(page.reading.transcript, page.offset_at(point), KINDS[clicks])
            page.pick(*self._anchor, still=True)
        elif held & SHIFT:
            self._anchor, self._dragged = (page.anchor(), page.anchor()), True
            self._extend()
        elif page.is_selected(point):
            self._lifted = True
        else:
            self._put_caret(point)

    def drag(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """It moves with the button down."""
        if self._down is None:
            return
        self._at, self._held = point, held
        if self._lifted:
            if (point - self._down).manhattanLength() >= QApplication.startDragDistance():
                self._down, self._lifted = None, False  # Qt keeps the release to itself
                lifting.lift(self._page)
        elif self._dragged or (point - self._down).manhattanLength() >= STIR:
            self._dragged = True
            self._extend()
            self._edge.follow(point)

    def end(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """The button went up."""
        if self._down is None:
            return
        if self._dragged:
            self.drag(point, held)
        elif self._clicks == 1:
            if self._lifted:
                self._put_caret(point)
            self._choose_at(point)
        self._down, self._lifted = None, False
        self._edge.stop()
        clipboard = QApplication.clipboard()
        if clipboard is not None and clipboard.supportsSelection() and self._page.selected() is not None:
            clipboard.setMimeData(self._page.createMimeDataFromSelection(), QClipboard.Mode.Selection)

    def _put_caret(self, point: QPoint) -> None:
        at = self._page.gap_at(point)
        self._anchor = (at, at)
        self._page.set_caret(at)

    def _choose_at(self, point: QPoint) -> None:
        """The innermost passage under the pointer, or the one around it when that one is chosen already."""
        ids = [mark.id for mark in self._page.marks_at(point)]
        place = ids.index(self._page.chosen) + 1 if self._page.chosen in ids else 0
        self._page.choose(ids[place % len(ids)] if ids else None)

    def _extend(self) -> None:
        """Select from where the button went down to where it is, in the same kind of stretch; of letters, the whole
        words unless Alt is held."""
        page = self._page
        if page.reading is None:
            return
        read, point = page.reading.transcript, self._within_view(self._at)
        kind = KINDS.get(self._clicks)
        at = page.gap_at(point) if kind is None else page.offset_at(point)
        low, high = min(self._anchor[0], at), max(self._anchor[1], at)
        if kind is not None:
            low, high = stretched(read, (low, max(high, at + 1)), kind)
        elif not self._held & ALT:
            low, high = words.whole(read.text, low, high)
        span = settled(read, low, high)
        if span is None:
            page.set_caret(at)
        else:
            page.pick(*span, backwards=at < self._anchor[0], still=True)

    def _within_view(self, point: QPoint) -> QPoint:
        view = self._page.viewport()
        return QPoint(point.x(), min(max(0, point.y()), view.height() - 1)) if view is not None else point

    def _scrolled(self) -> None:
        if self._page.handles.move(self._within_view(self._at), self._held):
            return
        if self._down is None:  # a grip was let go by Esc
            self._edge.stop()
        else:
            self._extend()
