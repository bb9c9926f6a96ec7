# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours and pens of the chart."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QPen

from app.theme import Palette

_BAR = 0.36  # share of the accent laid on the page
_BAND = 34  # opacity, of 255


def band(colours: Palette) -> QColor:
    """The accent, through which the zones are seen."""
    made = QColor(colours.accent)
    made.setAlpha(_BAND)
    return made


def bar(colours: Palette) -> QColor:
    """The accent laid on the page, opaque: bars stand before the band."""
    page, accent = colours.page, colours.accent
    return QColor(*(round(under + (over - under) * _BAR) for under, over in (
        (page.red(), accent.red()), (page.green(), accent.green()), (page.blue(), accent.blue()))))


def brick(colours: Palette) -> QColor:
    """The thread itself: codes seen."""
    return QColor("#E07A62" if colours.dark else "#C2513A")


def dashed(colour: QColor) -> QPen:
    """A mean."""
    pen = QPen(colour, 1.5)
    pen.setDashPattern([3, 2.4])
    return pen


def dotted(colour: QColor, width: float = 1) -> QPen:
    """What was not observed."""
    pen = QPen(colour, width)
    pen.setDashPattern([1, 3] if width <= 1 else [0.1, 2.2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if width <= 1 else Qt.PenCapStyle.RoundCap)
    return pen
