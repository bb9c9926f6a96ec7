# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid as a picture: all of it, in the colours of paper, as large as it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PyQt6.QtCore import QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PyQt6.QtSvg import QSvgGenerator

from app import theme
from app.transversal.bands import BAND_TOTAL, HEIGHT, READING, paint_band
from app.transversal.delegate import LINE, Look, cell_font, paint_place, prose_height
from app.transversal.headers import names_width, paint_name, paint_title, title_font
from app.transversal.model import GridModel, legend
from coding.language import N_, _
from coding.reports.leaving import NOT_WRITABLE, replacing
from coding.reports.tint import tint
from models.errors import KnownError

SHARP = 2  # pixels of a png for each of the screen's
LARGEST = 12_000  # of the screen's pixels, on a side
CELL, TOTAL, UPRIGHT, LEGEND, MARGIN = 52, 62, 150, 30, 14
PAPER = Look(theme.LIGHT, lambda colour, strength: QColor(f"#{tint(colour, strength)}"))
TOO_LARGE = N_("This grid is too large for one picture. Fold themes, hide what is empty, choose a group, or export it "
               "to a spreadsheet.")


def write(grid: GridModel, path: Path) -> None:
    """Draw the grid as .png or .svg, by the ending of ``path``. Raises KnownError when it is too large, or cannot be
    written."""
    plan = _plan(grid)
    size = plan.size
    if max(size.width(), size.height()) > LARGEST:
        raise KnownError(TOO_LARGE)
    with replacing(path) as partial:
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(partial))
            generator.setSize(size)
            generator.setViewBox(QRect(0, 0, size.width(), size.height()))
            generator.setTitle(_("Transversal table"))
            painter = QPainter()
            if not painter.begin(generator):
                raise KnownError(NOT_WRITABLE, name=path.name)
            plan.draw(painter)
            painter.end()
            return
        image = QImage(size * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        image.fill(theme.LIGHT.page)
        painter = QPainter(image)
        plan.draw(painter)
        painter.end()
        if not image.save(str(partial), "PNG"):
            raise KnownError(NOT_WRITABLE, name=path.name)


@dataclass(frozen=True)
class _Plan:
    """Where everything stands, in pixels."""

    grid: GridModel
    names: int
    titles: int
    upright: bool
    widths: list[int]
    heights: list[int]

    @property
    def size(self) -> QSize:
        """Of the whole picture."""
        said = QFontMetrics(cell_font()).horizontalAdvance(legend(self.grid.grid)) + 24
        wide = max(sum(self.widths) + self.names, said) + 2 * MARGIN
        return QSize(wide, self._top + sum(self.heights) + LEGEND + MARGIN)

    @property
    def _top(self) -> int:
        return MARGIN + self.titles + (HEIGHT if self.grid.table.bands else 0)

    def draw(self, painter: QPainter) -> None:
        """Titles, then a line for each code."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lefts = [MARGIN + self.names + sum(self.widths[:column]) for column in range(len(self.widths))]
        self._titles(painter, lefts)
        y = self._top
        for row, height in enumerate(self.heights):
            found = self.grid.row(row)
            paint_name(painter, QRect(MARGIN - 12, y, self.names, height), found, PAPER, opened=None)
            painter.setFont(cell_font())
            for column, (x, width) in enumerate(zip(lefts, self.widths, strict=True)):
                paint_place(painter, QRectF(x, y, width, height), self.grid, row, column, PAPER)
            y += height
        painter.setFont(cell_font())
        painter.setPen(PAPER.palette.muted)
        painter.drawText(QRect(MARGIN, y, self.size.width() - 2 * MARGIN, LEGEND), Qt.AlignmentFlag.AlignBottom,
                         legend(self.grid.grid))

    def _titles(self, painter: QPainter, lefts: list[int]) -> None:
        for column, (x, width) in enumerate(zip(lefts, self.widths, strict=True)):
            found = self.grid.column(column)
            total = found.place is None
            painter.save()
            painter.setPen(PAPER.palette.muted if total else PAPER.palette.ink)
            paint_title(painter, QRect(x, self._top - self.titles, width, self.titles), self.grid.heading(column),
                        upright=self.upright and not (total and found.band is None))
            painter.restore()
        for band in self.grid.table.bands or ():
            own = [column for column in range(len(lefts)) if self.grid.column(column).band == band]
            right = lefts[own[-1]] + self.widths[own[-1]] - 6
            paint_band(painter, QRect(lefts[own[0]], MARGIN, right - lefts[own[0]], HEIGHT), band, PAPER)


def _plan(grid: GridModel) -> _Plan:
    wide = QFontMetrics(title_font()).horizontalAdvance
    columns = range(grid.columnCount())
    prose = grid.grid.shown == "summaries" and not grid.table.gathered
    usual = READING if prose else CELL
    titled = [grid.heading(column) for column in columns if grid.column(column).place is not None]
    longest = max(map(wide, titled), default=0)
    upright = not prose and longest > usual - 6
    heights = [max((prose_height(cell.text, READING) for column in columns
                    if (cell := grid.cell(row, column)) is not None and cell.prose), default=LINE)
               for row in range(grid.rowCount())]
    return _Plan(grid, names_width(grid.table.rows), min(longest, UPRIGHT) + 20 if upright else 40, upright,
                 [usual if (found := grid.column(column)).place is not None else TOTAL if found.band is None else
                  BAND_TOTAL for column in columns], heights)
