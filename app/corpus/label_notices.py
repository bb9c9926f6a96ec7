# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file about to be imported asks about its labels: those that look mistyped, those corrected in earlier files,
and other files of the batch that could be corrected alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import parts
from coding.label_memory import told
from coding.language import _, ngettext, number
from coding.reviewing import FileReview


class LabelNotices(QWidget):
    """Hidden when there is nothing to ask. ``changed`` says that the review was corrected here; ``spread``, that other
    files are to be corrected alike."""

    changed = pyqtSignal()
    spread = pyqtSignal()

    def __init__(self, review: FileReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.buttons: list[QPushButton] = []
        self.refresh(alike=0)

    def refresh(self, *, alike: int) -> None:
        """Show what is left to ask; ``alike`` other files of the batch could be corrected in the same way."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        doubts, recalled = self._review.doubts, self._review.recalled
        if doubts:
            self._column.addWidget(self._odd(doubts))
        if recalled:
            words = _("As corrected in earlier files of this make: {corrections}.")
            self._add("notice-ok", words.format(corrections=told(recalled)), _("Take off"), self._take_off)
        if self._review.as_text is not None and self._review.as_text == self._review.compared.as_text:
            words = _("As earlier files in which nothing says who speaks, it is taken as a text without turns.")
            self._add("notice-ok", words, _("Leave it out"), self._leave_out)
        if alike and self._review.unturned:
            words = ngettext("{n} other file of this make can be taken likewise.",
                             "{n} other files of this make can be taken likewise.", alike)
            self._add("notice-ok", words.format(n=alike), _("Take them too"), self.spread.emit)
        elif alike:
            words = ngettext("{n} other file of this make has these labels.",
                             "{n} other files of this make have these labels.", alike)
            self._add("notice-ok", words.format(n=alike), _("Correct them too"), self.spread.emit)
        self.setVisible(bool(self.buttons))

    def _odd(self, doubts: dict[str, str]) -> QWidget:
        """The labels that look mistyped, all together, one click each."""
        panel = parts.Panel("notice-warn")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(2)
        turns = {seen.label: seen.turns for seen in self._review.read.speakers}
        for label, speaker in doubts.items():
            words = ngettext("“{label}” ({n} turn) looks like “{other}” mistyped.",
                             "“{label}” ({n} turns) looks like “{other}” mistyped.", turns[label])
            said = words.format(label=label, n=number(turns[label]), other=speaker)
            column.addLayout(self._line(said, _("Join to “{speaker}”").format(speaker=speaker),
                                        partial(self._join, label, speaker)))
        return panel

    def _add(self, role: str, words: str, verb: str, act: Callable[[], None]) -> None:
        panel = parts.Panel(role)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 6, 8, 6)
        column.addLayout(self._line(words, verb, act))
        self._column.addWidget(panel)

    def _line(self, words: str, verb: str, act: Callable[[], None]) -> QHBoxLayout:
        made = parts.button(verb, act)
        made.setAccessibleDescription(words)
        self.buttons.append(made)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(parts.label(words, wrap=True), 1)
        row.addWidget(made)
        return row

    def _join(self, label: str, speaker: str) -> None:
        self._review.join([label], speaker)
        self.changed.emit()

    def _leave_out(self) -> None:
        self._review.take_as_text(None)
        self.changed.emit()

    def _take_off(self) -> None:
        self._review.restore(list(self._review.recalled))
        self.changed.emit()
