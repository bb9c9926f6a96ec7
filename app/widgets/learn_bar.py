# SPDX-License-Identifier: GPL-3.0-or-later
"""How far what is read in the background has come, and the way to have it read."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app import parts
from app.widgets.learning import Learning
from coding.language import _, say


class _Bar(QWidget):
    """``reading`` names what is under way; it can be stopped, or it says why it failed. Hidden otherwise."""

    def __init__(self, learning: Learning, reading: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._learning = learning
        self._reading = reading
        self.text = parts.label("", "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = parts.button(_("Stop"), learning.stop, name="flat")
        learning.turned.connect(self._follow)
        learning.told.connect(self._tell)
        self.hide()

    def _follow(self) -> None:
        busy, said = self._learning.busy, self._said()
        self.text.setText(said)
        self.progress.setRange(0, 0)
        self._turn(busy, shown=bool(said))

    def _said(self) -> str:
        error = self._learning.error
        return f"{self._reading}…" if self._learning.busy else say(error) if error is not None else ""

    def _turn(self, busy: bool, *, shown: bool) -> None:
        for part in (self.progress, self.stop):
            part.setVisible(busy)
        self.setVisible(shown)

    def _tell(self, done: int, total: int, what: str) -> None:
        if self._learning.busy:
            self.text.setText(f"{what}…")
            self.progress.setRange(0, total)
            self.progress.setValue(done)


class LearnBar(_Bar):
    """One line above what will be shown."""

    def __init__(self, learning: Learning, reading: str, parent: QWidget | None = None) -> None:
        super().__init__(learning, reading, parent)
        self.progress.setFixedWidth(160)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 6, 12, 6)
        for part in (self.text, self.progress, self.stop):
            line.addWidget(part)
        line.addStretch(1)


class LearnOffer(_Bar):
    """Also there while texts are to be read: ``title`` is what the button that begins says, ``waiting`` tells how many
    texts, of how many, are to be read. ``asked`` when reading is to begin; ``left`` when it held the keys and goes."""

    asked = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, learning: Learning, title: str, waiting: Callable[[int, int], str],
                 parent: QWidget | None = None) -> None:
        super().__init__(learning, _("Reading the passages"), parent)
        self._waiting = waiting
        self._pending = self._total = 0
        self.look = parts.button(title, self.asked.emit, name="primary")
        self.look.setToolTip(_("Reads the passages with the French language model, on this machine"))
        self.text.setWordWrap(True)
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

    def show_pending(self, pending: int, total: int) -> None:
        """So many texts are still to be read."""
        self._pending, self._total = pending, total
        self._follow()

    def _said(self) -> str:
        if not self._learning.busy and not self._pending:
            return ""
        return super()._said() or self._waiting(self._pending, self._total)

    def _turn(self, busy: bool, *, shown: bool) -> None:
        """Show what can be done, and hand the keys on: a button that goes would leave them to the window's first."""
        here, gone = (self.stop, self.look) if busy else (self.look, self.stop)
        held = here.hasFocus() or gone.hasFocus()
        here.show()
        self.progress.setVisible(busy)
        if held and shown:
            here.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.left.emit()
        gone.hide()
        self.setVisible(shown)
