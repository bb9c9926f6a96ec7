# SPDX-License-Identifier: GPL-3.0-or-later
"""A line above the identities: the search under way, or that the texts changed since."""

from __future__ import annotations

from PyQt6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app import parts
from app.pseudonyms.sitting import Sitting
from coding.language import _, say


class LookBar(parts.Panel):
    """Hidden while there is nothing to say."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__("notice-warn", parent)
        self._sitting = sitting
        self.text = parts.Elided()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(_("Progress of the search"))
        self.stop = parts.button(_("Stop"), sitting.stop, name="flat")
        self.again = parts.button(_("Look again"), sitting.look, name="flat")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 4, 8, 4)
        line.setSpacing(10)
        line.addWidget(self.text, 1)
        for part in (self.progress, self.stop, self.again):
            line.addWidget(part)
        sitting.told.connect(self._tell)
        self.hide()

    def follow(self, *, shown: bool) -> None:
        """The search began, ended or was overtaken; ``shown``: there is something that this line stands above."""
        sitting = self._sitting
        if sitting.looking:
            self.progress.setRange(0, 0)
            self.text.show_text(_("Looking for identifiers…"))
        elif sitting.error is not None:
            self.text.show_text(say(sitting.error))
        else:
            self.text.show_text(_("The texts have changed since the search: places may have moved."))
        parts.role(self, "notice-ok" if sitting.looking else "notice-warn")
        self.progress.setVisible(sitting.looking)
        self.stop.setVisible(sitting.looking)
        self.again.setVisible(not sitting.looking)
        self.setVisible(shown and (sitting.looking or not sitting.fresh))

    def _tell(self, done: int, total: int, what: str) -> None:
        if self._sitting.looking:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.text.show_text(_("Looking for identifiers: {what}").format(what=what) if what
                                else _("Looking for identifiers…"))
