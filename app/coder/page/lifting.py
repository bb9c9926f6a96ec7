# SPDX-License-Identifier: GPL-3.0-or-later
"""What is selected on the page, lifted to be let fall on a code; and a code, to be let fall on words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QMimeData, QPoint, QRect, Qt
from PyQt6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PyQt6.QtWidgets import QWidget

from app import theme
from app.coder.codebook.codebook_model import SELECTION_MIME

if TYPE_CHECKING:
    from app.coder.page.page import Page

SHOWN = 40  # first characters of what is lifted
INSET = 8


def lift(page: Page) -> None:
    """Let the selection follow the pointer until it is let fall."""
    made = page.createMimeDataFromSelection()
    made.setData(SELECTION_MIME, b"")
    carry(page, made, made.text(), Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)


def carry(source: QWidget, made: QMimeData, words: str, actions: Qt.DropAction, usual: Qt.DropAction) -> None:
    """Let something follow the pointer under a few words, which hide nothing of what it points at."""
    carried = QDrag(source)
    carried.setMimeData(made)
    carried.setPixmap(picture(source, words))
    carried.setHotSpot(QPoint(-12, -8))
    carried.exec(actions, usual)


def picture(source: QWidget, words: str) -> QPixmap:
    """The first words, on a slip of paper."""
    flat = " ".join(words.split())
    said = f"{flat[:SHOWN].rsplit(' ', 1)[0] or flat[:SHOWN]}…" if len(flat) > SHOWN else flat
    font, ratio, colours = theme.ui_font(13), source.devicePixelRatioF(), theme.palette()
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
