# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart, and under it what is said of the interview pointed at, and what is drawn beyond the interviews held."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.saturation.chart_view import ChartView
from app.saturation.drawn import Drawn
from app.settings import Settings
from coding.language import _


class ChartPane(QWidget):
    """``extrapolated`` says that what lies beyond the interviews held is to be drawn, or no longer."""

    extrapolated = pyqtSignal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.view = ChartView()
        self.words = parts.Elided("", "muted")
        self.beyond = QCheckBox(_("Extrapolation"))
        self.beyond.setChecked(settings.extrapolated)
        self.beyond.toggled.connect(self._toggle)
        self.view.told.connect(self._tell)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 6)
        foot.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.beyond)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self._tell("")

    def show_drawn(self, drawn: Drawn) -> None:
        """Show a theme; there may be nothing to extrapolate."""
        there = drawn.block.extrapolation is not None
        self.beyond.setEnabled(there)
        self.beyond.setToolTip(
            _("The codes expected in as many interviews again, drawn beyond those held") if there else
            _("Nothing to extrapolate: Chao2 estimates no more than the codes already seen"))
        self.view.show_drawn(drawn)

    def _tell(self, words: str) -> None:
        self.words.show_text(words or _("A click on a bar shows the passages that were new; ← → walk the interviews"))

    def _toggle(self, wanted: bool) -> None:
        self._settings.extrapolated = wanted
        self.extrapolated.emit(wanted)
