# SPDX-License-Identifier: GPL-3.0-or-later
"""Pill: a small button that says what is chosen and opens the choices, such as «Groupe : Pairs aidants (12) ▾»."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from app.widgets.words import elided


@dataclass(frozen=True)
class Choice:
    """One line of a pill's menu. ``short`` replaces ``label`` in the pill itself; ``apart`` puts a line before it."""

    key: Hashable
    label: str
    short: str = ""
    apart: bool = False


class Pill(QPushButton):
    """``frame`` is the whole text with a place for the choice: «Group: {choice}». ``chosen`` carries the key."""

    chosen = pyqtSignal(object)

    def __init__(self, frame: str, parent: QWidget | None = None, *, accent: bool = False) -> None:
        super().__init__(parent)
        self._frame = frame
        self._choices: list[Choice] = []
        self.current: Hashable = None
        self.setProperty("role", "chip-accent" if accent else "chip")
        self.setProperty("opens", "menu")
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def offer(self, choices: Sequence[Choice], current: Hashable) -> None:
        """Show these choices, ``current`` being chosen; the first one when it is not among them."""
        self._choices = list(choices)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for choice in choices:
            if choice.apart:
                self._menu.addSeparator()
            action = QAction(choice.label, self._menu)
            action.setCheckable(True)
            action.setData(choice.key)
            group.addAction(action)
            self._menu.addAction(action)
            action.triggered.connect(lambda _checked, key=choice.key: self._pick(key))
        keys = [choice.key for choice in choices]
        self.choose(current if current in keys else keys[0] if keys else None)

    def choose(self, key: Hashable) -> None:
        """Show a choice as made, without saying so."""
        self.current = key
        found = next((choice for choice in self._choices if choice.key == key), None)
        label = (found.short or found.label) if found else "–"
        self.setText(elided(self._frame.format(choice=label)))
        self.setToolTip(self._frame.format(choice=found.label) if found else "")
        for action in self._menu.actions():
            action.setChecked(not action.isSeparator() and action.data() == key)

    def _pick(self, key: Hashable) -> None:
        if key != self.current:
            self.choose(key)
            self.chosen.emit(key)
