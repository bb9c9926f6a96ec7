# SPDX-License-Identifier: GPL-3.0-or-later
"""Pill: a small button that says what is chosen and opens the choices, such as «Groupe : Pairs aidants (12) ▾»."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup, QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from app import parts

MARK = 38  # pixels for the padding and the mark of the menu
LEAST = 80
SPACING = 8


@dataclass(frozen=True)
class Choice:
    """One line of a pill's menu. ``short`` replaces ``label`` in the pill itself; ``apart`` puts a line before it."""

    key: Hashable
    label: str
    short: str = ""
    apart: bool = False


class TextPill(QPushButton):
    """A pill whose text gives way to a shorter one when ``compact``, cut if it must be; the tooltip has the whole."""

    def __init__(self, parent: QWidget | None = None, *, accent: bool = False) -> None:
        super().__init__(parent)
        self._whole = self._short = ""
        self._compact = False
        self.setProperty("role", "chip-accent" if accent else "chip")
        self.setProperty("opens", "menu")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, short: str = "") -> None:
        """Set the whole text, and what may stand for it."""
        self._whole, self._short = text, short or text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def compact(self, compact: bool) -> int:
        """Show the shorter text, or the whole one; returns the room it takes, in pixels."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self._fit()
        return self._wide()

    def whole_width(self) -> int:
        """The room that the whole text takes, in pixels."""
        return self._measured(self._whole)

    def compact_width(self) -> int:
        """The room that the shorter text takes, in pixels."""
        return self._measured(self._short)

    def sizeHint(self) -> QSize:
        """Room for the text."""
        return QSize(self._wide(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for its first words."""
        return QSize(min(self._wide(), LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _text(self) -> str:
        return self._short if self._compact else self._whole

    def _wide(self) -> int:
        return self._measured(self._text())

    def _measured(self, text: str) -> int:
        self.ensurePolished()  # the stylesheet sets the font that measures it
        return self.fontMetrics().horizontalAdvance(text) + MARK

    def _fit(self) -> None:
        self.ensurePolished()
        room = max(self.width() - MARK + 2, 40)
        shown = self.fontMetrics().elidedText(self._text(), Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._whole if shown != self._whole else "")


class PillRow(QWidget):
    """Pills side by side. Where there is too little room, the first ones are made compact first."""

    def __init__(self, pills: Sequence[TextPill], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills = list(pills)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING)
        for pill in pills:
            line.addWidget(pill)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Choose anew what is compact; for when texts changed."""
        self.updateGeometry()
        over = self.sizeHint().width() - self.width()
        for pill in self._pills:
            if not pill.isHidden():
                taken = pill.compact(over > 0)
                over -= pill.whole_width() - taken

    def sizeHint(self) -> QSize:
        """Room for every text whole."""
        whole = sum(pill.whole_width() + SPACING for pill in self._pills if not pill.isHidden())
        return QSize(whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """What the pills need at the very least."""
        return QSize(80 * len(self._pills), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Room came or went."""
        super().resizeEvent(event)
        self.fit()


class Pill(TextPill):
    """``frame`` is the whole text with a place for the choice: «Group: {choice}». ``chosen`` carries the key."""

    chosen = pyqtSignal(object)

    def __init__(self, frame: str, parent: QWidget | None = None, *, accent: bool = False) -> None:
        super().__init__(parent, accent=accent)
        self._frame = frame
        self._choices: list[Choice] = []
        self.current: Hashable = None
        self._menu = QMenu(self)
        parts.opens(self, self._menu)

    def offer(self, choices: Sequence[Choice], current: Hashable) -> None:
        """Show these choices, ``current`` being chosen; the first one when it is not among them."""
        self._choices = list(choices)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for choice in choices:
            if choice.apart:
                self._menu.addSeparator()
            action = QAction(choice.label.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setData(choice.key)
            group.addAction(action)
            self._menu.addAction(action)
            action.triggered.connect(lambda _checked, key=choice.key: self.pick(key))
        keys = [choice.key for choice in choices]
        self.choose(current if current in keys else keys[0] if keys else None)

    def choose(self, key: Hashable) -> None:
        """Show a choice as made, without saying so."""
        self.current = key
        found = next((choice for choice in self._choices if choice.key == key), None)
        label = (found.short or found.label) if found else "–"
        self.say(self._frame.format(choice=label), label)
        for action in self._menu.actions():
            if not action.isSeparator():
                action.setChecked(action.data() == key)

    def pick(self, key: Hashable) -> None:
        """Make a choice, as a click in the menu does."""
        if key != self.current:
            self.choose(key)
            self.chosen.emit(key)
