# SPDX-License-Identifier: GPL-3.0-or-later
"""Number boxes for a page that scrolls: the wheel moves the page, never a value, unless the box has the keys.

A click into a box takes its whole number, so that what is typed replaces it.
"""

from __future__ import annotations

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QFocusEvent, QWheelEvent
from PyQt6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox


class _Steady:
    """Before a Qt class that has a wheel."""

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Leave the wheel to the page."""
        assert isinstance(self, QAbstractSpinBox | QComboBox)
        if self.hasFocus() or event is None:
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Take the number, once the click that came here has put its cursor."""
        super().focusInEvent(event)  # type: ignore[misc]
        if isinstance(self, QAbstractSpinBox) and event is not None \
                and event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self.selectAll)


class WholeBox(_Steady, QSpinBox):
    """A whole number from ``least`` to ``most``, such as «4» or «5 %»."""

    def __init__(self, least: int, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setSuffix(suffix)


class TenthBox(_Steady, QDoubleSpinBox):
    """A number with one decimal."""

    def __init__(self, least: float, most: float) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.1)


class SteadyCombo(_Steady, QComboBox):
    """A list to pick from."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
