# SPDX-License-Identifier: GPL-3.0-or-later
"""The line that tells whether a quote as cited is still the source's words, and leads to where it is not."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QWidget

from app import parts
from coding.citing import Fault
from coding.language import _

LONGEST = 60  # letters of the words that a fault names


class CheckLine(QWidget):
    """``asked`` carries the fault to be shown: the first, then each of the others in turn."""

    asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faults: Sequence[Fault] = ()
        self._next = 0
        self.said = parts.label("", "muted", wrap=True)
        self.go = parts.button(_("Show"), self._go, name="flat")
        self.go.setToolTip(_("Select what does not hold, then the next one"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.said, 1)
        row.addWidget(self.go)

    def show_faults(self, faults: Sequence[Fault], *, as_it_stands: bool) -> None:
        """Tell what does not hold; ``as_it_stands``: nothing but the transcript is printed."""
        if faults != self.faults:
            self._next = 0
        self.faults = faults
        self.go.setVisible(bool(faults))
        if faults:
            more = f" (1/{len(faults)})" if len(faults) > 1 else ""
            self._say(told(faults[0]) + more, "bad")
        elif as_it_stands:
            self._say(_("Printed as it stands in the transcript."), "muted")
        else:
            self._say(_("It holds: the transcript’s words, apart from the marks."), "ok")

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        parts.role(self.said, role)

    def _go(self) -> None:
        if self.faults:
            at = self._next % len(self.faults)
            self._next = at + 1
            more = f" ({at + 1}/{len(self.faults)})" if len(self.faults) > 1 else ""
            self._say(told(self.faults[at]) + more, "bad")
            self.asked.emit(self.faults[at])


def told(fault: Fault) -> str:
    """A fault in a sentence."""
    words = fault.words if len(fault.words) <= LONGEST else fault.words[:LONGEST].rsplit(" ", 1)[0] + " …"
    if fault.what == "not_in_source":
        return _("“{words}” is not in the transcript: put it in [ ].").format(words=words)
    if fault.what == "left_out":
        return _("“{words}” is left out without […].").format(words=words)
    return _("The dash of another voice is missing.")
