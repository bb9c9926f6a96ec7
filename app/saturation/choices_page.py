# SPDX-License-Identifier: GPL-3.0-or-later
"""The choices that a verdict rests on, and what it would be under others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.desk import Desk
from app.saturation.guest_grid import GuestGrid
from app.saturation.lines import Line
from app.saturation.parameters_form import ParametersForm
from app.saturation.side_page import SidePage, titled
from coding.language import _

if TYPE_CHECKING:
    from app.saturation.reading import Reading


class ChoicesPage(SidePage):
    """Signals: see ``app.saturation.side.SidePanel``, which hands them on."""

    tried = pyqtSignal(object)
    chosen = pyqtSignal(object)
    asked = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ParametersForm(read_only=desk.read_only)
        self.form.tried.connect(self.tried)
        self.form.chosen.connect(self.chosen)
        self.guest = GuestGrid()
        self._guest = titled(_("Guest, Namey & Chen (2020)"), self.guest)
        for part in (titled(_("Thresholds"), self.form), self._guest):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Show the choices made, and what others would give of this line."""
        self.form.show_parameters(reading.kept)
        self.guest.show_block(line.block)
        self._guest.setVisible(bool(line.block.curve))

    def settle(self) -> None:
        """Keep the values being tried."""
        self.form.keep()
