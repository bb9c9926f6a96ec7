# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keys of the list do most often, as buttons beside what is known of an identity."""

from __future__ import annotations

from PyQt6.QtCore import QPoint, QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QWidget

from app import icons, parts
from app.pseudonyms import keys
from app.pseudonyms.review import Line
from coding.language import _, number

ROOM = 124  # pixels of what will be written


class DecideBar(QWidget):
    """``asked`` carries a verb of app.pseudonyms.keys; ``menu_asked``, where everything else is to open. ``more``, the
    button that asks it, is for a header."""

    asked = pyqtSignal(str)
    menu_asked = pyqtSignal(QPoint)

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accept = parts.button("", lambda: self.asked.emit(self._verb), icon="check")
        self.keep = parts.button(_("Keep as it is"), lambda: self.asked.emit("keep"))
        self.keep.setToolTip(f"{_('Keep as it is, go to the next to decide')} ({keys.native('keep')})")
        self.join = parts.button(_("The same person or thing"), lambda: self.asked.emit("join"))
        self.join.setToolTip(f"{_('Make one identity of those selected')} ({keys.native('join')})")
        self.more = parts.button("", self._open_menu, name="flat", icon="more")
        self.more.setToolTip(f"{_('Everything that can be done')} ({keys.native('menu')})")
        self.more.setAccessibleName(_("Everything that can be done"))
        self._verb = "accept"
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 10)
        row.setSpacing(8)
        for one in (self.accept, self.keep, self.join, self.more):
            one.setEnabled(not read_only)
        for one in (self.accept, self.keep, self.join):
            row.addWidget(one)
        row.addStretch(1)
        self.accept.setIconSize(QSize(16, 16))

    def show_line(self, line: Line, chosen: int) -> None:
        """The buttons for a line; ``chosen`` is how many are selected."""
        again = chosen == 1 and line.decided
        words = number(chosen) if chosen > 1 else "" if line.stays else line.decision.words
        does = _("Back to undecided") if again else _("Do as proposed")
        self._verb = "reopen" if again else "accept"
        shown = self.accept.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, ROOM)
        self.accept.setText((does if again else shown or does).replace("&", "&&"))
        self.accept.setIcon(icons.icon("undo" if again else "check", "muted" if again else "ok"))
        self.accept.setToolTip(f"{does} ({keys.native(self._verb)})")
        self.accept.setAccessibleName(does)
        self.keep.setVisible(chosen == 1 and not again and not line.stays)
        self.join.setVisible(chosen > 1)

    def _open_menu(self) -> None:
        self.menu_asked.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
