# SPDX-License-Identifier: GPL-3.0-or-later
"""What is painted on a page, kept as a picture or as a drawing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QRectF, QSize
from PyQt6.QtGui import QImage, QPainter
from PyQt6.QtSvg import QSvgGenerator

from app import theme
from coding.reports.leaving import NOT_WRITABLE, replacing
from models.errors import KnownError

SHARP = 2  # a picture has this many pixels for each one of the page


def write_picture(path: Path, size: QSize, title: str, paint: Callable[[QPainter], None]) -> None:
    """Write .png or .svg, by the ending of ``path``, whole or not at all; ``paint`` uses the light palette: it goes on
    paper. Raises KnownError when the folder cannot be written."""
    with replacing(path) as partial:
        if path.suffix.lower() == ".svg":
            _write_svg(partial, size, title, paint)
        else:
            _write_png(partial, size, paint)


def _write_png(path: Path, size: QSize, paint: Callable[[QPainter], None]) -> None:
    image = QImage(size * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(theme.LIGHT.page)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    if not image.save(str(path), "PNG"):
        raise KnownError(NOT_WRITABLE, name=path.name)


def _write_svg(path: Path, size: QSize, title: str, paint: Callable[[QPainter], None]) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter()
    if not painter.begin(generator):
        raise KnownError(NOT_WRITABLE, name=path.name)
    paint(painter)
    painter.end()
