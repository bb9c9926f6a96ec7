# SPDX-License-Identifier: GPL-3.0-or-later
"""A day, asked for in a small window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app import parts
from app.widgets.day_field import DayField
from coding.language import _


class SinceDialog(QDialog):
    """``take`` gets the day when it is accepted."""

    def __init__(self, day: date, take: Callable[[date], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(_("Codes made since…"))
        self.field = DayField(day, _("Codes made since"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (parts.label(_("Codes made since")), self.field, buttons):
            column.addWidget(widget)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Hand over the day."""
        super().accept()
        self._take(self.field.day())
