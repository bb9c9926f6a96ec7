# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the interviews that a verdict rests on, and the others, to be tried."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker, pyqtSignal
from PyQt6.QtGui import QStandardItemModel
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.widgets.steady_boxes import SteadyCombo, WholeBox
from coding.language import N_, _
from coding.order import Basis

BASES: dict[Basis, str] = {"date": N_("by date"), "manual": N_("by hand"), "import": N_("as imported")}


class OrderPart(QWidget):
    """``asked`` carries an order of ``coding.verdicts.Order`` and a seed to try; ``recorded`` a Basis to put on
    record."""

    asked = pyqtSignal(str, int)
    recorded = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._offered: tuple[Basis, bool] | None = None
        self.combo = SteadyCombo()
        self.combo.setAccessibleName(_("Order of the interviews"))
        self.seed = WholeBox(1, 9_999)
        self.seed.setKeyboardTracking(False)
        self.seed.setAccessibleName(_("Seed of the draw: the same seed gives the same order"))
        self.seed.setToolTip(self.seed.accessibleName())
        self._again = parts.button(_("Another draw"), self._draw, name="flat")
        self.record = parts.button(_("Make it the recorded order"), self._record, name="flat")
        self._drawn = QWidget()
        row = QHBoxLayout(self._drawn)
        row.setContentsMargins(0, 0, 0, 0)
        caption = parts.label(_("Seed"))
        caption.setBuddy(self.seed)
        for widget in (caption, self.seed, self._again):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.combo, self._drawn, self.record):
            column.addWidget(part)
        self.combo.activated.connect(lambda _index: self._ask())
        self.seed.valueChanged.connect(lambda _value: self._ask())

    def show_order(self, basis: Basis, order: str, seed: int, *, dated: bool) -> None:
        """Show what is on record, and what is being tried."""
        if (basis, dated) != self._offered:
            self._offered = basis, dated
            self._offer(basis, dated)
        self.combo.setCurrentIndex(max(self.combo.findData(order), 0))
        with QSignalBlocker(self.seed):
            self.seed.setValue(seed)
        shown = self.combo.currentData()
        self._drawn.setVisible(shown == "random")
        self.record.setVisible(shown in BASES and not self._read_only)

    def _offer(self, basis: Basis, dated: bool) -> None:
        self.combo.clear()
        self.combo.addItem(_("On record: {order}").format(order=_(BASES[basis])), "recorded")
        for other, title in BASES.items():
            if other != basis:
                self.combo.addItem(_("To try: {order}").format(order=_(title)), other)
        self.combo.addItem(_("To try: at random"), "random")
        model = self.combo.model()
        date = model.item(self.combo.findData("date")) if isinstance(model, QStandardItemModel) else None
        if date is not None and not dated and basis != "date":
            date.setEnabled(False)
            date.setToolTip(_("Some interview has no date."))

    def _ask(self) -> None:
        self.asked.emit(self.combo.currentData(), self.seed.value())

    def _draw(self) -> None:
        self.seed.setValue(self.seed.value() % self.seed.maximum() + 1)

    def _record(self) -> None:
        self.recorded.emit(self.combo.currentData())
