# SPDX-License-Identifier: GPL-3.0-or-later
"""The line above the page: which interview this is, and the way to the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QComboBox, QSizePolicy, QToolButton, QWidget

from app import icons, parts
from app.coder import keys
from coding.language import _
from coding.order import InterviewRef
from coding.transcripts import TranscriptText


class InterviewHeader(parts.Header):
    """``asked`` carries the id of the interview to read."""

    asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.rows: list[InterviewRef] = []
        self._current: int | None = None
        self._details = ""
        self._progress: QWidget | None = None
        self.title.hide()
        self.choice = QComboBox()
        self.choice.setProperty("role", "title")
        self.choice.setAccessibleName(_("Interview"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMaxVisibleItems(24)
        self.choice.setMinimumWidth(90)  # a long title gives way
        self.choice.activated.connect(lambda place: self.asked.emit(self.rows[place].id))
        self.details = parts.Elided("", "muted")
        self.details.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.details.setMinimumWidth(1)  # it gives way before the pill of what is shown
        self.place = parts.label("", "muted")
        self.back = self._arrow("chevron-left", _("Previous interview"), "previous_interview", -1)
        self.on = self._arrow("chevron-right", _("Next interview"), "next_interview", 1)
        row = self.layout()
        if row is not None:
            row.removeItem(row.itemAt(2))  # the stretch: the details take its place
        self.add_left(self.choice)
        self._left.addWidget(self.details, 1)
        for widget in (self.back, self.place, self.on):
            self.add_right(widget)

    def add_filter(self, pill: QWidget) -> None:
        """Put the pill of what is shown before the way to the other interviews."""
        self._right.insertWidget(0, pill)

    def add_reading(self, progress: QWidget, letters: QWidget) -> None:
        """Put how far one has come, and how the page looks, before the way to the other interviews."""
        self._progress = progress
        self._right.insertWidget(self._right.indexOf(self.back), progress)
        self._right.insertWidget(self._right.indexOf(self.back), letters)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Where there is little room, what matters least gives way."""
        super().resizeEvent(event)
        self._show_details()
        self.place.setVisible(self.width() >= 500)
        if self._progress is not None:
            self._progress.setVisible(self.width() >= 450)

    def add_ends(self, left: QWidget, *right: QWidget) -> None:
        """Put what folds the panels at both ends."""
        self._left.insertWidget(0, left)
        for widget in right:
            self._right.addWidget(widget)

    def list_interviews(self, rows: Sequence[InterviewRef]) -> None:
        """The interviews, in order."""
        self.rows = list(rows)
        self.choice.setVisible(bool(rows))
        self.choice.clear()
        for row in rows:
            self.choice.addItem(row.title)
        self._show_place()

    def show_interview(self, read: TranscriptText | None) -> None:
        """Which one is read."""
        self._current = read.interview_id if read is not None else None
        self._details = details(read) if read is not None else ""
        self.details.show_text(self._details)
        self._show_details()
        self._show_place()

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"next_interview": partial(self.step, 1), "previous_interview": partial(self.step, -1)}

    def step(self, direction: int) -> None:
        """Ask for the interview after, or before."""
        place = self._place()
        if place is not None and 0 <= place + direction < len(self.rows):
            self.asked.emit(self.rows[place + direction].id)

    def _place(self) -> int | None:
        return next((n for n, row in enumerate(self.rows) if row.id == self._current), None)

    def _show_place(self) -> None:
        place = self._place()
        self.choice.setCurrentIndex(-1 if place is None else place)
        self.place.setText("" if place is None else f"{place + 1} / {len(self.rows)}")
        self.back.setEnabled(bool(place))
        self.on.setEnabled(place is not None and place + 1 < len(self.rows))

    def _show_details(self) -> None:
        self.details.setVisible(bool(self._details) and self.width() >= 600)

    def _arrow(self, icon: str, tip: str, verb: str, direction: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(f"{tip} ({keys.native(verb)})")
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.step(direction))
        return button


def details(read: TranscriptText) -> str:
    """Roles, mode and duration: «pair aidante dans une structure sanitaire · visioconférence · 1 h 12»."""
    several = len(read.people) > 1
    people = "\u00a0; ".join(
        (f"{name}, {role}" if several and role else name if several else role) for name, role in read.people)
    return " · ".join(part for part in (people, read.mode, duration(read.duration_min)) if part)


def duration(minutes: int | None) -> str:
    """«1 h 12», «48 min»; empty when it is not known."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if hours else f"{rest}\u00a0min"
