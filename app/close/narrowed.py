# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words are sought for a code: a group or one interview, and whether what bears another code is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.search.choices import Offered, places
from app.widgets.pill import Pill
from coding.language import _
from coding.order import ordered_interviews

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Where:
    """``within`` is a group's id, an interview's (id, title), or None for everywhere; ``bare``: only what bears no code
    at all."""

    within: int | tuple[int, str] | None = None
    bare: bool = False

    def interviews(self, session: Session) -> tuple[int, ...] | None:
        """Those to look in, None for all."""
        if isinstance(self.within, int):
            return tuple(ordered_interviews(session, self.within).ids)
        return self.within[:1] if self.within is not None else None


class Narrowed(QWidget):
    """``changed`` when words are to be sought elsewhere."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.within = Pill(_("In: {choice}"))
        self.bare = QCheckBox(_("Only what bears no code"))
        self.bare.setToolTip(_("Leave out the words that bear another code already"))
        self.within.chosen.connect(lambda _key: self.changed.emit())
        self.bare.toggled.connect(lambda _on: self.changed.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 10, 12, 0)
        line.setSpacing(12)
        line.addWidget(self.within)
        line.addWidget(self.bare)
        line.addStretch(1)
        self.offer(Offered((), (), ()))

    def offer(self, there: Offered) -> None:
        """List what there is; what was chosen stays chosen while it is there."""
        choices = places(there)
        kept = self.within.current if self.within.current in {choice.key for choice in choices} else None
        self.within.offer(choices, kept)

    def asked(self) -> Where:
        """What is chosen."""
        key = self.within.current
        return Where(key if isinstance(key, int | tuple) else None, self.bare.isChecked())
