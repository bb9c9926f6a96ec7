# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a picture to keep; the charts of every theme in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import QRectF, QSize

from app import theme
from app.saturation.chart import draw
from app.saturation.drawn import Drawn
from app.widgets.exporting import file_name
from app.widgets.picture import write_picture
from coding.reports.leaving import filling

PICTURE = QSize(1100, 480)
_AREA = QRectF(10, 8, PICTURE.width() - 20, PICTURE.height() - 18)


def write(path: Path, drawn: Drawn) -> None:
    """Write a chart, .png or .svg by the ending of ``path``. Raises KnownError when it cannot."""
    write_picture(path, PICTURE, drawn.name, lambda painter: draw(painter, _AREA, drawn, theme.LIGHT))


def write_all(folder: Path, charts: Sequence[Drawn]) -> None:
    """Write each chart in ``folder``, made if need be, numbered in the order given, all or none. Raises KnownError when
    it cannot."""
    with filling(folder, again=True) as partial:
        for place, drawn in enumerate(charts):
            write(partial / f"{place:02} {file_name(drawn.name)}.png", drawn)
