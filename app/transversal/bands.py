# SPDX-License-Identifier: GPL-3.0-or-later
"""The titles of the grid: those of its columns, and above them those of its bands."""

from __future__ import annotations

from collections.abc import Iterator

from PyQt6.QtCore import QPoint, QRect, QSize, Qt
from PyQt6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QWidget

from app import theme
from app.transversal.delegate import Look, look
from app.transversal.headers import TitleHeader, Widths, paint_title, title_font
from app.transversal.model import GridModel
from coding.language import _
from coding.transversal import Band

HEIGHT = 26  # of the titles of bands, in pixels
BAND_TOTAL = 48  # the width of the total of a band
READING = 220  # the width of a column of summaries


class GridHeader(TitleHeader):
    """A band's title stays in sight as long as any of its columns does."""

    def __init__(self, grid: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid

    def totals(self) -> frozenset[int]:
        """The last column, and the last of each band."""
        return frozenset(n for n in range(self.count()) if self._grid.column(n).place is None)

    def fit(self, room: int, widths: Widths) -> None:
        """As other titles; the totals of bands are narrower than the last."""
        super().fit(room, widths)
        for column in range(self.count() - 1):
            if self._grid.column(column).place is None:
                self.resizeSection(column, BAND_TOTAL)

    def open_up(self, total: int) -> None:
        """Columns wide enough for summaries; ``total`` pixels for totals."""
        self.upright = False
        self.setDefaultSectionSize(READING)
        for column in range(self.count()):
            found = self._grid.column(column)
            width = READING if found.place is not None else total if found.band is None else BAND_TOTAL
            self.resizeSection(column, width)

    def sizeHint(self) -> QSize:
        """Room for the bands above."""
        size = super().sizeHint()
        return size + QSize(0, self.above)

    @property
    def above(self) -> int:
        """The height that bands take."""
        return HEIGHT if self._grid.table.bands else 0

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """One title, below those of the bands."""
        if painter is not None:
            painter.save()
            painter.fillRect(rect, theme.palette().page)
            total = self._grid.column(logicalIndex).place is None
            painter.setPen(theme.palette().muted if total else theme.palette().ink)
            upright = self.upright and not (total and self._grid.column(logicalIndex).band is None)
            paint_title(painter, rect.adjusted(0, self.above, 0, 0), self._title(logicalIndex), upright=upright)
            painter.restore()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Titles of columns, then those of the bands over them."""
        super().paintEvent(event)
        if not self.above:
            return
        painter = QPainter(self.viewport())
        for band, left, right in self.spans():
            paint_band(painter, QRect(QPoint(max(left, 0), 0), QPoint(right, HEIGHT)), band, look())

    def spans(self) -> Iterator[tuple[Band, int, int]]:
        """Each band that has columns, and where they begin and end on the screen."""
        places: dict[int, list[int]] = {}
        for column in range(self.count()):
            band = self._grid.column(column).band
            if band is not None:
                places.setdefault((self._grid.table.bands or ()).index(band), []).append(column)
        for number, columns in places.items():
            left, last = self.sectionViewportPosition(columns[0]), columns[-1]
            yield (self._grid.table.bands or ())[number], left, (
                self.sectionViewportPosition(last) + self.sectionSize(last) - 6)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click on the title of a band is on none of its columns."""
        if event is not None and event.position().y() >= self.above:
            super().mouseReleaseEvent(event)


def paint_band(painter: QPainter, rect: QRect, band: Band, colours: Look) -> None:
    """The title of a band, how many interviews it has, and a line over what belongs to it."""
    painter.setPen(QPen(colours.palette.border, 1))
    painter.drawLine(rect.left() + 4, rect.bottom() - 3, rect.right(), rect.bottom() - 3)
    font = title_font()
    painter.setFont(font)
    painter.setPen(colours.palette.accent)
    text = _("{group} ({count})").format(group=band.title, count=band.interviews)
    room = rect.adjusted(4, 0, 0, -6)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
