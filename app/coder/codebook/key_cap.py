# SPDX-License-Identifier: GPL-3.0-or-later
"""A small key, drawn at the right of a row."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter

from app import theme


def paint_key_cap(painter: QPainter, right: float, middle: float, words: str) -> float:
    """Draw a key that ends at ``right``, centred on ``middle``; returns its left edge."""
    colours, font = theme.palette(), theme.ui_font(10)
    width = max(15.0, QFontMetricsF(font).horizontalAdvance(words) + 9)
    box = QRectF(right - width, middle - 7.5, width, 15)
    painter.save()
    painter.setFont(font)
    painter.setPen(colours.border)
    painter.setBrush(colours.page)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colours.muted)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
    return box.left()
