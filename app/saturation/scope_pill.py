# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the interviews and how many count, at the head of the page; a click opens the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QSize
from PyQt6.QtWidgets import QWidget

from app.widgets.pill import TextPill
from app.widgets.words import joined
from coding.language import N_, _, ngettext

if TYPE_CHECKING:
    from app.saturation.reading import Reading

ORDERS = {"date": N_("By date"), "manual": N_("Order by hand"), "import": N_("Order of import")}


class ScopePill(TextPill):
    """«Par date · 11/12 entretiens»."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("opens", None)

    def minimumSizeHint(self) -> QSize:
        """The count of interviews is never cut."""
        return QSize(self.compact_width(), super().minimumSizeHint().height())

    def show_reading(self, reading: Reading) -> None:
        """Show what is read: the order in force, the interviews counted of those there are."""
        counted = reading.analysis.overall.interviews
        there = reading.group.interviews if reading.group is not None else len(reading.scope.interviews)
        basis = reading.analysis.order_basis
        order = _("Random order {seed}").format(seed=reading.asked.seed) if basis == "random" else _(ORDERS[basis])
        share = f"{counted}/{there}"
        self.say(joined(order, ngettext("{share} interview", "{share} interviews", there).format(share=share)), share)
