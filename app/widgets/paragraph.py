# SPDX-License-Identifier: GPL-3.0-or-later
"""A wrapped paragraph for painters: measured and drawn with the line height of a page, not of a button."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QPointF
from PyQt6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


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

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor, marked: Sequence[tuple[int, int]] = (),
             mark: QColor | None = None) -> None:
        """Draw it with its top left corner there, the words between ``marked`` places (in code points) on ``mark``."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y), [self._range(start, end, mark) for start, end in marked if mark])

    def _range(self, start: int, end: int, mark: QColor) -> QTextLayout.FormatRange:
        text, made = self._layout.text(), QTextLayout.FormatRange()
        made.start, made.length = _units(text[:start]), _units(text[start:end])
        looks = QTextCharFormat()
        looks.setBackground(mark)
        made.format = looks
        return made


def _units(text: str) -> int:
    """Of UTF-16, in which Qt counts."""
    return len(text.encode("utf-16-le")) // 2
