# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a day, typed or picked in a calendar."""

from __future__ import annotations

from datetime import date

from PyQt6.QtCore import QDate
from PyQt6.QtWidgets import QDateEdit, QWidget

from coding.language import current_language


class DayField(QDateEdit):
    """``name`` is for screen readers; never later than today."""

    def __init__(self, day: date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy" if current_language() == "fr" else "yyyy-MM-dd")
        self.setMaximumDate(QDate.currentDate())
        self.setAccessibleName(name)
        self.setMinimumWidth(130)

    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())
