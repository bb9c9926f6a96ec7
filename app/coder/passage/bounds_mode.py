# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving both bounds of a passage by keys: seen as one goes, done as one act at the end, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.acts import passages as acts
from app.coder.page.page import Page
from app.coder.passage.bounds import Bound, Unit, stepped
from app.desk import Desk
from coding.changes import Change
from coding.intervals import Mark, Span
from coding.language import _

WIDTH, EDGE = 430, 14
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UNITS: dict[Qt.KeyboardModifier, Unit] = {
    Qt.KeyboardModifier.NoModifier: "character", Qt.KeyboardModifier.ControlModifier: "word",
    Qt.KeyboardModifier.ShiftModifier: "sentence",
}


class BoundsMode(QObject):
    """While it lasts the arrows move a bound of ``mark()``, whose words are selected as they would be coded. Enter, a
    click or leaving the page keeps the new bounds; Esc leaves the passage as it was."""

    def __init__(self, desk: Desk, page: Page, mark: Callable[[], Mark | None]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._wanted = mark
        self._mark: Mark | None = None
        self._span: Span = (0, 0)
        self._bound: Bound = "end"
        self.strip = Strip(page)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"bounds": self.begin}

    @property
    def lasts(self) -> bool:
        """Whether bounds are being moved."""
        return self._mark is not None

    def begin(self) -> None:
        """Take the bounds of the passage in hand, its end first."""
        mark = self._wanted()
        if mark is None or self.lasts:
            return
        self._mark, self._span, self._bound = mark, (mark.start, mark.end), "end"
        for watched in (self._page, self._page.viewport()):
            if watched is not None:
                watched.installEventFilter(self)
        self._page.setFocus()
        self._show()

    def follow(self) -> None:
        """Stop when the passage is no longer the chosen one, or no longer what it was."""
        if self.lasts and self._page.chosen_mark != self._mark:
            self._stop()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Every key is ours; a click, or the focus that goes, ends."""
        if event is None or self._mark is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._key(event)
            return True
        left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and (
            event.reason() != Qt.FocusReason.ActiveWindowFocusReason)
        if left or event.type() == QEvent.Type.MouseButtonPress:
            self._finish()
        return False

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        unit = UNITS.get(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            self._stop()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._bound = "start" if self._bound == "end" else "end"
            self._show()
        elif key in STEPS and unit is not None:
            self._step(STEPS[key], unit)

    def _step(self, direction: int, unit: Unit) -> None:
        reading = self._page.reading
        span = stepped(reading.transcript, self._span, self._bound, direction, unit) if reading is not None else None
        if span is not None:
            self._span = span
            self._show()

    def _show(self) -> None:
        """Select the words that the passage would hold, the caret at the bound that moves."""
        self._page.pick(*self._span, backwards=self._bound == "start")
        self._page.show_offset(self._span[0] if self._bound == "start" else self._span[1] - 1, only_if_hidden=True)
        self.strip.say(self._bound)

    def _finish(self) -> None:
        mark, span = self._mark, self._span
        self._stop()
        if mark is not None and span != (mark.start, mark.end):
            acts.resize(self._desk, passage_id=mark.id, start=span[0], end=span[1], then=self._choose)

    def _choose(self, change: Change) -> None:
        self._page.choose(int(change.result))

    def _stop(self) -> None:
        self._mark = None
        for watched in (self._page, self._page.viewport()):
            if watched is not None:
                watched.removeEventFilter(self)
        self._page.clear_selection()
        self.strip.hide()


class Strip(parts.Panel):
    """What the keys do meanwhile, at the foot of the page."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("card", over)
        self.title = parts.label("", "heading")
        self.keys = parts.label(
            _("← → by character, with Ctrl by word, with Shift by sentence. Tab: the other bound. Enter: done. "
              "Esc: as it was."), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.title)
        column.addWidget(self.keys)
        self.hide()

    def say(self, bound: Bound) -> None:
        """Name the bound that moves."""
        self.title.setText(_("Moving the start of the passage") if bound == "start" else
                           _("Moving the end of the passage"))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.keys.text())
        over = self.parentWidget()
        if over is not None:
            width = min(WIDTH, over.width() - 2 * EDGE)
            height = self.heightForWidth(width)
            self.setGeometry((over.width() - width) // 2, over.height() - height - EDGE, width, height)
        self.show()
        self.raise_()
