# SPDX-License-Identifier: GPL-3.0-or-later
"""A wrapped paragraph for painters: measured and drawn with the line height of a page, not of a button."""

from __future__ import annotations

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption


class Paragraph:
    """``text`` laid out in ``width`` pixels; ``height`` is what it takes."""

    def __init__(self, text: str, font: QFont, width: float, *, leading: float = 1.4) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        step = font.pixelSize() * leading
        self.height = 0.0
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 20.0))
            line.setPosition(QPointF(0, self.height + max((step - line.height()) / 2, 0)))
            self.height += max(step, line.height())
        self._layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw it with its top left corner there."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))
