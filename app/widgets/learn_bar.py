# SPDX-License-Identifier: GPL-3.0-or-later
"""What the language model is still to read, the way to have it read, and how far that is."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app import parts
from app.widgets.learning import Learning
from coding.language import _, say


class LearnBar(QWidget):
    """``title`` is what the button that begins says, ``waiting`` tells how many texts, of how many, are to be read.
    ``asked`` when reading is to begin. Hidden while nothing is to be read; ``left`` when it held the keys then."""

    asked = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, learning: Learning, title: str, waiting: Callable[[int, int], str],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning = learning
        self._waiting = waiting
        self.text = parts.label("", "muted", wrap=True)
        self.look = parts.button(title, self.asked.emit, name="primary")
        self.look.setToolTip(_("Reads the passages with the French language model, on this machine"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = parts.button(_("Stop"), learning.stop, name="flat")
        for part in (self.progress, self.stop):
            part.hide()  # or the panel would be as wide as all of them
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop)
        line.addWidget(self.look)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 6)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(line)
        learning.told.connect(self._tell)

    def follow(self, pending: int, total: int) -> None:
        """Say what is to be read, or that it is being read."""
        reading, error = self._learning.reading, self._learning.error
        if reading:
            self.text.setText(_("Reading the passages…"))
            self.progress.setRange(0, 0)
        elif error is not None:
            self.text.setText(say(error))
        else:
            self.text.setText(self._waiting(pending, total))
        self._turn(reading, shown=reading or pending > 0)

    def _turn(self, reading: bool, *, shown: bool) -> None:
        """Show what can be done, and hand the keys on: a button that goes would leave them to the window's first."""
        here, gone = (self.stop, self.look) if reading else (self.look, self.stop)
        held = here.hasFocus() or gone.hasFocus()
        here.show()
        self.progress.setVisible(reading)
        if held and shown:
            here.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.left.emit()
        gone.hide()
        self.setVisible(shown)

    def _tell(self, done: int, total: int, what: str) -> None:
        if self._learning.reading:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.text.setText(what)
