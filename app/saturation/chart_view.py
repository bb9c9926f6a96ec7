# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a widget, with what it says of each interview under the mouse; and as a picture to keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QRectF, QSize, Qt
from PyQt6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtSvg import QSvgGenerator
from PyQt6.QtWidgets import QToolTip, QWidget

from app import theme
from app.saturation.chart import Frame, draw, frame
from coding.language import _, ngettext, number
from coding.reports.leaving import NOT_WRITABLE, replacing
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.saturation import Block

PICTURE = QSize(1100, 460)
SHARP = 2  # a picture has this many pixels for each one of the page


class ChartView(QWidget):
    """Shows one block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block: Block | None = None
        self._base = 0
        self._pointed: int | None = None
        self.setMinimumHeight(250)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Accumulation of codes"))

    def show_block(self, block: Block, name: str, base: int) -> None:
        """Draw a block; ``base`` interviews are shaded."""
        self._block, self._base, self._pointed = block, base, None
        self.setAccessibleName(_("Accumulation of codes: {name}").format(name=name))
        self.setAccessibleDescription(". ".join(_words(block, place) for place in range(len(block.curve))))
        self.update()

    def write(self, path: Path) -> None:
        """Keep the chart as a picture, .png or .svg by its ending, in the light palette: it goes on paper."""
        if self._block is None:
            return
        with replacing(path) as partial:
            if path.suffix.lower() == ".svg":
                self._write_svg(partial, self._block)
            else:
                self._write_png(partial, self._block)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The chart, and a line under the mouse."""
        if self._block is None:
            return
        painter = QPainter(self)
        draw(painter, self._area(), self._block, self._base, theme.palette())
        if self._pointed is not None:
            laid = self._laid()
            painter.setPen(QPen(theme.palette().faint, 1, Qt.PenStyle.DotLine))
            x = laid.x(self._pointed)
            painter.drawLine(int(x), int(laid.plot.top()), int(x), int(laid.plot.bottom()))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Say what the interview under the mouse brought."""
        if event is None or self._block is None or not self._block.curve:
            return
        laid = self._laid()
        place = int((event.position().x() - laid.plot.left()) // laid.slot)
        pointed = place if 0 <= place < len(self._block.curve) else None
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()
        if pointed is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), _words(self._block, pointed), self)

    def leaveEvent(self, event: object) -> None:
        """Nothing is pointed at any longer."""
        self._pointed = None
        self.update()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 4, 0, -6)

    def _laid(self) -> Frame:
        assert self._block is not None
        return frame(self._block, self._area())

    def _write_png(self, path: Path, block: Block) -> None:
        image = QImage(PICTURE * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        image.fill(theme.LIGHT.page)
        painter = QPainter(image)
        self._paint_light(painter, block)
        painter.end()
        if not image.save(str(path), "PNG"):
            raise KnownError(NOT_WRITABLE, name=path.name)

    def _write_svg(self, path: Path, block: Block) -> None:
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(PICTURE)
        generator.setViewBox(QRectF(0, 0, PICTURE.width(), PICTURE.height()))
        generator.setTitle(self.accessibleName())
        painter = QPainter()
        if not painter.begin(generator):
            raise KnownError(NOT_WRITABLE, name=path.name)
        self._paint_light(painter, block)
        painter.end()

    def _paint_light(self, painter: QPainter, block: Block) -> None:
        draw(painter, QRectF(0, 0, PICTURE.width(), PICTURE.height()).adjusted(10, 4, -10, -10), block, self._base,
             theme.LIGHT)


def _words(block: Block, place: int) -> str:
    """An interview of the curve in a sentence."""
    point = block.curve[place]
    new = ngettext("{n} new code", "{n} new codes", point.new).format(n=point.new)
    told = _("{interview} ({place}): {new}, {seen} in all; expected {expected}, {low} to {high} in 95% of the orders")
    return told.format(interview=block.names[place], place=point.n, new=new, seen=point.observed,
                       expected=number(point.expected, 1), low=point.low, high=point.high)
