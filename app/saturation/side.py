# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside the table of verdicts: what was found, the choices it rests on, nuances, what next, the path."""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app import parts
from app.corpus.sheet_keys import TURN
from app.desk import Desk
from app.saturation.lines import Line
from app.saturation.trial_bar import TrialBar
from app.widgets.exporting import Format
from coding.language import N_, _

if TYPE_CHECKING:
    from app.saturation.reading import Reading

PAGES = (
    ("finding", N_("Finding"), "app.saturation.finding_page:FindingPage"),
    ("choices", N_("Choices"), "app.saturation.choices_page:ChoicesPage"),
    ("nuances", N_("Nuances"), "app.saturation.nuances_page:NuancesPage"),
    ("next", N_("Next"), "app.saturation.next_page:NextPage"),
    ("path", N_("Path"), "app.saturation.path_page:PathPage"),
)


class SidePanel(parts.Panel):
    """Tabs over pages that are made when they are first shown, each a QWidget built ``Page(desk)`` with
    ``show_line(line, reading)`` and ``settle()``.

    The workspace hears: ``tried`` (Parameters: show what they give, write nothing), ``chosen`` (Parameters to keep
    with the project) and ``asked`` (an Asked: read the group again with another order, seed, group or interviews
    out). It calls ``show_line`` whenever the line or the reading changes, ``show_page`` to open a tab by its key, and
    ``settle`` when the project is left.
    """

    tried = pyqtSignal(object)
    chosen = pyqtSignal(object)
    asked = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._shown: tuple[Line, Reading] | None = None
        self._made: dict[str, Any] = {}
        self.tabs = QTabBar()
        self.tabs.setObjectName("side")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(_("What the verdict rests on"))
        self._stack = QStackedWidget()
        self.trial = TrialBar()
        self.trial.ended.connect(self._end_trial)
        for _key, title, _factory in PAGES:
            self.tabs.addTab(_(title))
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QVBoxLayout(head)
        line.setContentsMargins(6, 0, 0, 0)
        line.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.trial)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        for keys, step in zip(TURN, (-1, 1), strict=True):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn_by, step))
        self._turn(0)

    def page(self, key: str) -> Any:
        """The page of a tab, made now if it was not."""
        if key not in self._made:
            module, name = next(entry[2] for entry in PAGES if entry[0] == key).split(":")
            page = getattr(importlib.import_module(module), name)(self._desk)
            for signal in ("tried", "chosen", "asked"):
                if hasattr(page, signal):
                    getattr(page, signal).connect(getattr(self, signal))
            if hasattr(page, "place_asked"):
                page.place_asked.connect(self._desk.place_asked)
            self._made[key] = page
            self._stack.addWidget(page)
        return self._made[key]

    def show_page(self, key: str) -> None:
        """Open a tab and give it the keys."""
        self.tabs.setCurrentIndex([entry[0] for entry in PAGES].index(key))
        self.page(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show a theme, or the whole group, on the page that is seen; the others hear of it when they are."""
        self._shown = (line, reading)
        self.trial.show_reading(reading)
        self._current().show_line(line, reading)

    def formats(self, stem: str) -> list[Format]:
        """The ways out of the page that is seen; ``stem`` begins the names proposed."""
        page = self._current()
        return list(page.formats(stem)) if hasattr(page, "formats") else []

    def settle(self) -> None:
        """Keep what is being written on any page."""
        for page in self._made.values():
            page.settle()

    def _end_trial(self) -> None:
        if self._shown is not None:
            self.asked.emit(replace(self._shown[1].asked, order="recorded", out=None))

    def _current(self) -> Any:
        return self.page(PAGES[self.tabs.currentIndex()][0])

    def _turn_by(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _turn(self, _index: int) -> None:
        page = self._current()
        self._stack.setCurrentWidget(page)
        if self._shown is not None:
            page.show_line(*self._shown)
