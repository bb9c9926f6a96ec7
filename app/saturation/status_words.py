# SPDX-License-Identifier: GPL-3.0-or-later
"""Statuses inside a text: the mark of the tables and the word, for labels of rich text. Imports numpy."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import QBuffer, QIODevice, QPointF, Qt
from PyQt6.QtGui import QGuiApplication, QImage, QPainter

from app.saturation.delegate import dot
from app.saturation.lines import Tone
from app.saturation.reading import TONES
from coding.saturation import Status, status_label

SIDE = 10  # pixels: a mark of 8 and the width of its pen


def marked(status: Status, *, bold: bool = False) -> str:
    """«● Redondance partielle», as HTML in the colours of the present theme."""
    word = escape(status_label(status))
    return f"{_mark(TONES[status])}&nbsp;" + (f"<b>{word}</b>" if bold else word)


def _mark(tone: Tone) -> str:
    """The mark as a picture in the text: no letter is round in every font."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    image = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dot(painter, QPointF(SIDE / 2, SIDE / 2), tone)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")
    data = kept.data().toBase64().data().decode("ascii")
    return f'<img src="data:image/png;base64,{data}" width="{SIDE}" height="{SIDE}">'
