# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that says how many new nuances were noted in the last interviews: beside a verdict, never in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QLabel, QWidget

from app.desk import Desk
from app.saturation.lines import Line
from app.widgets.freshness import Latest
from coding import nuances
from coding.changes import Change
from coding.language import _, ngettext

if TYPE_CHECKING:
    from app.saturation.reading import Reading


class NuancesLately(QLabel):
    """Hidden where there is none. Show it wherever ``show_line`` is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk)
        self._asked: tuple[int | None, tuple[int, ...], int] | None = None
        self.setWordWrap(True)
        self.setToolTip(_("Noted under Nuances; the status does not depend on them"))
        self.hide()
        desk.changed.connect(self._follow)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Count those of a theme, or of all of them, in the last interviews that the verdict looks at."""
        self._asked = (line.theme_id, reading.material.counted.interview_ids, reading.analysis.parameters.tail)
        self._reload()

    def _reload(self) -> None:
        if self._asked is not None:
            theme_id, interviews, last = self._asked
            self._latest.read(lambda s: nuances.new_lately(s, theme_id, interviews, last), self._say)

    def _say(self, count: int) -> None:
        last = self._asked[2] if self._asked is not None else 0
        told = ngettext("{n} new nuance noted in the last interviews ({last}).",
                        "{n} new nuances noted in the last interviews ({last}).", count)
        self.setText(told.format(n=count, last=last))
        self.setVisible(count > 0)

    def _follow(self, change: Change) -> None:
        if change.touches("nuance"):
            self._reload()
