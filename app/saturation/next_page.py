# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do next: which interviews to read again, and what more interviews may bring.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.desk import Desk
from app.saturation.lines import Line
from app.saturation.plan_part import PlanPart
from app.saturation.reading import Reading
from app.saturation.rereading_part import RereadingPart
from app.saturation.side_page import SidePage, titled
from app.widgets.freshness import Latest
from coding import rereading
from coding.language import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.rereading import Due


class NextPage(SidePage):
    """``place_asked`` carries interview id, start and end: what is to be shown in the Coder."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest = Latest(desk)
        self.rereading, self.plan = RereadingPart(desk), PlanPart()
        self.column.addWidget(titled(_("To read again"), self.rereading))
        self.column.addWidget(titled(_("How many more interviews?"), self.plan))
        self.column.addStretch(1)
        self.setFocusProxy(self.rereading.list)
        self.rereading.place_asked.connect(self.place_asked)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show what is left to do for a theme, or for the whole group."""
        group = reading.group
        self.plan.show_block(line.block, line.name if line.theme_id is not None or group is None else group.name,
                             reading.analysis.parameters)
        counted = frozenset(reading.material.counted.interview_ids)
        self._latest.read(lambda session: _followed(session, line, None if group is None else group.id, counted),
                          lambda found: self.rereading.show_due(found, line.theme_id))

    def settle(self) -> None:
        """Nothing is written here."""


def _followed(session: Session, line: Line, group_id: int | None, counted: frozenset[int]) -> tuple[Due, ...]:
    """What is to be read again, and what was, among the interviews that the verdict counts."""
    return tuple(one for one in rereading.followed(session, group_id)
                 if one.interview_id in counted and line.theme_id in (None, one.theme_id))
