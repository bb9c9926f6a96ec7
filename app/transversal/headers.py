# SPDX-License-Identifier: GPL-3.0-or-later
"""The two headers of the grid: codes down, in their colours; titles across, upright where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHeaderView, QWidget

from app import theme
from app.transversal.delegate import LINE, Look, look
from app.transversal.model import GridModel
from app.widgets.folding import fitted, folded
from app.widgets.strokes import chevron, swatch
from coding.transversal import Row

INDENT = 15
UPRIGHT = 132  # the tallest an upright title may be
WIDEST = 300
TITLE_LINES, TITLE_HEIGHT, MARGINS = 3, 14, 6


class CodeHeader(QHeaderView):
    """Names of themes and codes, a chevron before the themes that can be folded."""

    def __init__(self, grid: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its longest name, folded or not, within reason."""
        return QSize(names_width(self._grid.grid.table.rows), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The paper, then the names."""
        if event is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), theme.palette().page)
            painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """One name."""
        if painter is not None:
            painter.save()
            painter.fillRect(rect, theme.palette().page)
            row = self._grid.row(logicalIndex)
            paint_name(painter, rect, row, look(), opened=self._grid.is_open(row))
            painter.restore()


def names_width(rows: Sequence[Row]) -> int:
    """The room that names need, within reason."""
    plain, bold = QFontMetrics(_font(False)), QFontMetrics(_font(True))
    widths = ((plain if row.depth else bold).horizontalAdvance(row.name) + _left(row) + 16 for row in rows)
    return min(max(widths, default=80), WIDEST)


def paint_name(painter: QPainter, rect: QRect, row: Row, colours: Look, *, opened: bool | None) -> None:
    """A chevron if there is something to fold, the colour, the name; beside the first line of a tall row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), LINE))
    middle, left = line.center().y() + 1, line.left() + _left(row)
    if opened is not None:
        chevron(painter, left - 30, middle, colours.palette.faint, opened=opened)
    colour = QColor(row.colour or "#888888")
    swatch(painter, left - 16, middle, colour if row.depth == 0 else colours.tint(colour.name(), 0.8))
    font = _font(row.depth == 0)
    painter.setFont(font)
    painter.setPen(colours.palette.ink)
    room = QRect(left, line.top(), line.right() - left - 8, line.height())
    name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


@dataclass(frozen=True)
class Widths:
    """Of columns, in pixels: the least, the usual most, the most that a title is given, and the least of the last."""

    narrowest: int
    comfortable: int
    wide: int
    last: int


class TitleHeader(QHeaderView):
    """Titles in bold, centred; all of them upright when one is wider than its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.upright = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def needed(self) -> int:
        """The width that shows every title whole, on a few lines at most, in pixels."""
        wide = QFontMetrics(title_font()).horizontalAdvance
        return max((wide(line) for n in range(self.count()) for line in folded(self._title(n), TITLE_LINES, wide)),
                   default=0)

    def fit(self, room: int, widths: Widths) -> None:
        """Share ``room`` pixels between the columns that are no totals: as wide as their titles where that fits, else
        narrow, the titles upright."""
        totals = self.totals()
        needed = min(self.needed() + MARGINS, widths.wide)
        share = room // max(self.count() - len(totals), 1)
        self.upright = needed > share
        width = max(widths.narrowest, min(share, widths.comfortable), 0 if self.upright else needed)
        self.setDefaultSectionSize(width)
        for column in range(self.count()):
            self.resizeSection(column, max(width, widths.last) if column in totals else width)

    def totals(self) -> frozenset[int]:
        """The columns that add the others up: the last one."""
        return frozenset((self.count() - 1,))

    def sizeHint(self) -> QSize:
        """Taller when titles are upright, or on several lines."""
        wide = QFontMetrics(title_font()).horizontalAdvance
        titles = [self._title(n) for n in range(self.count())]
        if self.upright:
            height = min(max(map(wide, titles), default=0), UPRIGHT) + 20
        else:
            room = self.defaultSectionSize() - MARGINS
            lines = max((len(fitted(title, room, TITLE_LINES, wide)) for title in titles), default=1)
            height = 26 + TITLE_HEIGHT * lines
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """One title."""
        if painter is not None:
            painter.save()
            painter.fillRect(rect, theme.palette().page)
            painter.setPen(theme.palette().ink)
            paint_title(painter, rect, self._title(logicalIndex), upright=self.upright)
            painter.restore()

    def _title(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal)) if model is not None else ""


def paint_title(painter: QPainter, rect: QRect, title: str, *, upright: bool) -> None:
    """A title in its own rectangle, cut where there is no room."""
    font = title_font()
    painter.setFont(font)
    if not upright:
        lines = fitted(title, rect.width() - MARGINS, TITLE_LINES, QFontMetrics(font).horizontalAdvance)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        return
    room = rect.height() - 14
    title = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.translate(rect.left(), rect.bottom() - 6)
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, room, rect.width()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                     title)


def _left(row: Row) -> int:
    """Where a name begins."""
    return 42 + INDENT * row.depth


def _font(bold: bool) -> QFont:
    return theme.ui_font(12, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def title_font() -> QFont:
    """What titles are written in."""
    return theme.ui_font(11, QFont.Weight.DemiBold)
