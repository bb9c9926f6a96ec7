# SPDX-License-Identifier: GPL-3.0-or-later
"""The mark of a status inside a text is the one of the tables."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.saturation.delegate import tone_colours
from app.saturation.reading import TONES
from app.saturation.status_words import SIDE, marked
from coding.saturation import Status


@pytest.mark.parametrize("status", list(Status))
def test_every_mark_has_the_colour_and_the_size_of_its_tone(qapp: QApplication, qtbot: QtBot, status: Status) -> None:
    label = QLabel(marked(status).split("&nbsp;")[0])
    qtbot.addWidget(label)
    label.setStyleSheet("background: white")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.resize(60, 40)
    drawn: QImage = label.grab().toImage()
    ink = tone_colours(TONES[status])[0].rgb()
    places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height()) if drawn.pixel(x, y) != 0xFFFFFFFF]
    wide = 1 + max(x for x, _y in places) - min(x for x, _y in places)
    assert 8 <= wide / drawn.devicePixelRatio() <= SIDE
    assert any(drawn.pixel(*place) == ink for place in places)
