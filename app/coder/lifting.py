# SPDX-License-Identifier: GPL-3.0-or-later
"""What is selected on the page, lifted to be let fall on a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, QRect, Qt
from PyQt6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap

from app import theme
from app.coder.codebook_model import SELECTION_MIME

if TYPE_CHECKING:
    from app.coder.page import Page

SHOWN = 40  # first characters of what is lifted
INSET = 8


def lift(page: Page) -> None:
    """Let the selection follow the pointer until it is let fall."""
    carried = QDrag(page)
    made = page.createMimeDataFromSelection()
    made.setData(SELECTION_MIME, b"")
    carried.setMimeData(made)
    carried.setPixmap(picture(page, made.text()))
    carried.setHotSpot(QPoint(-12, -8))
    carried.exec(Qt.DropAction.CopyAction)


def picture(page: Page, words: str) -> QPixmap:
    """The first words, on a slip of paper."""
    flat = " ".join(words.split())
    said = f"{flat[:SHOWN].rsplit(' ', 1)[0] or flat[:SHOWN]}…" if len(flat) > SHOWN else flat
    font, ratio, colours = theme.ui_font(13), page.devicePixelRatioF(), theme.palette()
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(said) + 3 * INSET, metrics.height() + INSET
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(colours.text_selection)
    painter = QPainter(made)
    painter.setFont(font)
    painter.setPen(colours.border)
    painter.drawRect(0, 0, width - 1, height - 1)
    painter.setPen(colours.ink)
    painter.drawText(QRect(INSET, 0, width, height), int(Qt.AlignmentFlag.AlignVCenter), said)
    painter.end()
    return made
