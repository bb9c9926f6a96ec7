# SPDX-License-Identifier: GPL-3.0-or-later
"""Below the list: the question about the current passage, its answer in a word, and ways to judge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import parts
from app.saturation.keys import no_key, yes_key
from coding.language import _

if TYPE_CHECKING:
    from coding.nuance_candidates import Candidate

SEGMENT = 96  # pixels: with less than its margins a title still reads, and the panel keeps its width
LONGEST = 500  # characters of a word, as the project keeps them


class NuanceFoot(parts.Panel):
    """``answered`` carries whether the passage is new (a bool), or None to leave the question open again; ``worded``
    says that the word of an answer given changed; ``finished`` that Enter was pressed in it; ``closest_asked`` and
    ``place_asked`` that what came closest before, or the transcript, is to be shown."""

    answered = pyqtSignal(object)
    worded = pyqtSignal()
    finished = pyqtSignal()
    closest_asked = pyqtSignal()
    place_asked = pyqtSignal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._one: Candidate | None = None
        self.new = _choice(_("New nuance"), yes_key())
        self.known = _choice(_("Nothing new"), no_key())
        self.back = parts.button("", lambda: self.answered.emit(None), name="flat", icon="undo")
        self.back.setToolTip(_("Take the answer back (Delete)"))
        self.back.setAccessibleName(_("Take the answer back"))
        self.word = QLineEdit()
        self.word.setPlaceholderText(_("In a word…"))
        self.word.setAccessibleName(_("The answer in a word"))
        self.word.setToolTip(_("What is new, or where it was said before; Enter goes to the next passage"))
        self.word.setMaxLength(LONGEST)
        self.closest = parts.button(_("Closest before"), self.closest_asked.emit, name="flat")
        self.closest.setToolTip(_("The earlier passage of another interview that resembles it the most (Space)"))
        self.closest.setCheckable(True)
        self.place = parts.button(_("See in the transcript"), self.place_asked.emit, name="flat")
        self.place.setToolTip(_("See in the transcript (Enter)"))
        self.new.clicked.connect(lambda _checked: self._say(True))
        self.known.clicked.connect(lambda _checked: self._say(False))
        self.word.editingFinished.connect(self.keep)
        self.word.returnPressed.connect(self.finished)
        self._answer = QWidget()
        self._build()
        self._answer.setVisible(not read_only)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        question, ways = QHBoxLayout(), QHBoxLayout()
        question.setSpacing(0)
        self.known.setProperty("last", "true")
        question.addWidget(self.new, 1)
        question.addWidget(self.known, 1)
        question.addSpacing(6)
        question.addWidget(self.back)
        ways.setSpacing(6)
        ways.addWidget(self.closest)
        ways.addWidget(self.place)
        ways.addStretch(1)
        inside = QVBoxLayout(self._answer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(question)
        inside.addWidget(self.word)
        column.addWidget(self._answer)
        column.addLayout(ways)

    def show_candidate(self, one: Candidate | None, *, opened: bool) -> None:
        """Ask about a passage; ``opened``: what came closest before is shown."""
        same = one is not None and self._one is not None and one.quote.passage_id == self._one.quote.passage_id
        self._one = one
        answer = one.answer if one is not None else None
        self._check()
        self.back.setEnabled(answer is not None)
        if not (same and self.word.isModified()):  # or what is being typed would go
            self.word.setText(answer.word if answer is not None else "")
        self.closest.setChecked(opened)
        self.setVisible(one is not None)

    def _check(self) -> None:
        answer = self._one.answer if self._one is not None else None
        self.new.setChecked(answer is not None and answer.is_new)
        self.known.setChecked(answer is not None and not answer.is_new)

    def _say(self, is_new: bool) -> None:
        self._check()  # what is answered is shown once it is
        self.answered.emit(is_new)

    def keep(self) -> None:
        """Keep the word of an answer given, if it was changed; of another it goes with the answer."""
        if self._one is not None and self._one.answer is not None and self.word.isModified():
            self.word.setModified(False)
            self.worded.emit()


def _choice(title: str, key: str) -> QPushButton:
    made = parts.button(title, name="segment")
    made.setCheckable(True)
    made.setMinimumWidth(SEGMENT)
    made.setToolTip(_("{title} ({key}, in the list)").format(title=title, key=key))
    return made
