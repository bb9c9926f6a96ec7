# SPDX-License-Identifier: GPL-3.0-or-later
"""The two headers of the grid: codes down, in their colours; titles across, upright where they do not fit."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PyQt6.QtWidgets import QHeaderView, QWidget

from app import theme
from app.transversal.model import ROW
from app.widgets.folding import fitted, folded
from app.widgets.strokes import chevron, swatch
from coding.transversal import Row

INDENT = 15
UPRIGHT = 132  # the tallest an upright title may be
WIDEST = 300
TITLE_LINES, TITLE_HEIGHT, MARGINS = 3, 14, 6


class CodeHeader(QHeaderView):
    """Names of themes and codes; ``closed`` holds the ids of the themes whose codes are hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.closed: set[int] = set()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its longest name, within reason."""
        model = self.model()
        rows = [] if model is None else [model.headerData(n, Qt.Orientation.Vertical, ROW) for n in range(self.count())]
        plain, bold = QFontMetrics(_font(False)), QFontMetrics(_font(True))
        widths = [(plain if row.depth else bold).horizontalAdvance(row.name) + _left(row) + 16
                  for row in rows if isinstance(row, Row)]
        return QSize(min(max(widths, default=80), WIDEST), super().sizeHint().height())

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """A chevron for what can be closed, the colour, the name."""
        model = self.model()
        row = model.headerData(logicalIndex, Qt.Orientation.Vertical, ROW) if model is not None else None
        if painter is None or not isinstance(row, Row) or model is None:
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colours.page)
        middle, left = rect.center().y() + 1, rect.left() + _left(row)
        if row.depth == 0 and logicalIndex + 1 < self.count() and _deeper(model, logicalIndex + 1):
            chevron(painter, left - 30, middle, colours.faint, opened=row.code_id not in self.closed)
        swatch(painter, left - 16, middle, _shade(row))
        font = _font(row.depth == 0)
        painter.setFont(font)
        painter.setPen(colours.ink)
        room = QRect(left, rect.top(), rect.right() - left - 8, rect.height())
        name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


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
        wide = QFontMetrics(_title_font()).horizontalAdvance
        return max((wide(line) for n in range(self.count()) for line in folded(self._title(n), TITLE_LINES, wide)),
                   default=0)

    def fit(self, room: int, widths: Widths) -> None:
        """Share ``room`` pixels between the columns but the last: as wide as their titles where that fits, else
        narrow, the titles upright."""
        columns = self.count()
        needed = min(self.needed() + MARGINS, widths.wide)
        share = room // max(columns - 1, 1)
        self.upright = needed > share
        width = max(widths.narrowest, min(share, widths.comfortable), 0 if self.upright else needed)
        self.setDefaultSectionSize(width)
        for column in range(columns - 1):
            self.resizeSection(column, width)
        self.resizeSection(columns - 1, max(width, widths.last))

    def sizeHint(self) -> QSize:
        """Taller when titles are upright, or on several lines."""
        wide = QFontMetrics(_title_font()).horizontalAdvance
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
        if painter is None:
            return
        painter.save()
        painter.fillRect(rect, theme.palette().page)
        painter.setPen(theme.palette().ink)
        font = _title_font()
        painter.setFont(font)
        title = self._title(logicalIndex)
        if self.upright:
            room = rect.height() - 14
            title = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
            painter.translate(rect.left(), rect.bottom() - 6)
            painter.rotate(-90)
            painter.drawText(QRectF(0, 0, room, rect.width()),
                             Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        else:
            lines = fitted(title, rect.width() - MARGINS, TITLE_LINES, QFontMetrics(font).horizontalAdvance)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        painter.restore()

    def _title(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal)) if model is not None else ""


def _left(row: Row) -> int:
    """Where a name begins."""
    return 42 + INDENT * row.depth


def _deeper(model: object, section: int) -> bool:
    row = model.headerData(section, Qt.Orientation.Vertical, ROW)  # type: ignore[attr-defined]
    return isinstance(row, Row) and row.depth > 0


def _shade(row: Row) -> QColor:
    colour = QColor(row.colour or "#888888")
    return colour if row.depth == 0 else theme.tint(colour, 0.55)


def _font(bold: bool) -> QFont:
    return theme.ui_font(12, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def _title_font() -> QFont:
    return theme.ui_font(11, QFont.Weight.DemiBold)
