# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QResizeEvent
from PyQt6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from app import theme
from app.saturation.columns import CURVE, NAME, STATUS, YIELDING
from app.saturation.delegate import PADDING, ROW_HEIGHT, VerdictDelegate
from app.saturation.lines import Line
from app.saturation.model import VerdictModel
from app.widgets import tables
from coding.language import _

LEAST = ((NAME, 130), (CURVE, 54))  # pixels: what is made narrower before a column is hidden
LAST = ((STATUS, 180), (NAME, 90))  # and after
MARGIN, ARROW = 6, 14  # of a title, besides its padding


class VerdictTable(QTableView):
    """``chosen`` carries the Line that is now selected. Themes stand in the order of the codebook until a title is
    clicked; the whole group stays first. Where room is short columns are hidden, their figures in the tooltip of the
    name; no figure is ever cut."""

    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdicts = VerdictModel(self)
        self._lines: Sequence[Line] = ()
        self._preferred: tuple[int | None, ...] = ()
        self.setModel(self.verdicts)
        self.setItemDelegate(VerdictDelegate(self))
        tables.rows(self, _("Saturation by theme"), ROW_HEIGHT)
        tables.sortable(self, lambda *_sorting: self.show_lines(self._lines))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        across = self.horizontalHeader()
        if across is not None:
            across.setTextElideMode(Qt.TextElideMode.ElideRight)
        selection = self.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines, given in the order of the codebook; the theme selected stays so."""
        before, self._lines = self.line(), lines
        wanted = self._preferred or ((before.theme_id,) if before is not None else ())
        self._preferred = ()
        shown = self._sorted(lines)
        self.verdicts.show(shown)
        self.fit()
        kept = next((n for n, line in enumerate(shown) if line.theme_id in wanted), None)
        self._go(kept if kept is not None else min(1, len(shown) - 1))
        self.updateGeometry()

    def prefer(self, theme_id: int | None) -> None:
        """Select that theme, or the whole group, among the next lines."""
        self._preferred = (theme_id,)

    def _go(self, row: int) -> None:
        if row == self.currentIndex().row():
            self._moved(self.currentIndex(), QModelIndex())
        else:
            self.selectRow(row)

    def _sorted(self, lines: Sequence[Line]) -> list[Line]:
        across = self.horizontalHeader()
        column = across.sortIndicatorSection() if across is not None else -1
        if across is None or not 0 <= column < len(self.verdicts.columns):
            return list(lines)
        value = self.verdicts.columns[column].value
        known = [line for line in lines[1:] if value(line) is not None]
        down = across.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        known.sort(key=value, reverse=down)  # type: ignore[arg-type]
        return [*lines[:1], *known, *(line for line in lines[1:] if value(line) is None)]

    def line(self) -> Line | None:
        """The line selected."""
        row = self.currentIndex().row()
        return self.verdicts.lines[row] if 0 <= row < len(self.verdicts.lines) else None

    def sizeHint(self) -> QSize:
        """Tall enough for every line."""
        across = self.horizontalHeader()
        top = across.height() if across is not None else 36
        return QSize(600, top + ROW_HEIGHT * self.verdicts.rowCount() + 2)

    def fit(self) -> None:
        """Every column as wide as its words, the spare room shared; too little, and columns give way one by one."""
        viewport = self.viewport()
        if viewport is None or not self.verdicts.rowCount():
            return
        room, widths = viewport.width(), self._wanted()
        hidden: list[int] = []
        _narrow(widths, LEAST, room)
        for column in YIELDING:
            if sum(widths) > room:
                widths[column] = 0
                hidden.append(column)
        _narrow(widths, LAST, room)
        seen = [column for column in range(len(widths)) if column not in hidden]
        spare = max(room - sum(widths), 0)
        for column in seen:
            widths[column] += min(spare // len(seen), 34)
        widths[seen[-1]] += max(room - sum(widths), 0)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)

    def _wanted(self) -> list[int]:
        """The width that each column asks for."""
        across = self.horizontalHeader()
        titles = QFontMetrics(theme.ui_font(12, QFont.Weight.Medium)).horizontalAdvance
        arrow = across.sortIndicatorSection() if across is not None else -1
        return [
            max(self._told(n), titles(column.title) + 2 * PADDING + MARGIN + ARROW * (n == arrow))
            for n, column in enumerate(self.verdicts.columns)
        ]

    def _told(self, column: int) -> int:
        """What the widest cell of a column needs, hidden or not."""
        delegate, option = self.itemDelegate(), QStyleOptionViewItem()
        assert delegate is not None
        return max(delegate.sizeHint(option, self.verdicts.index(row, column)).width()
                   for row in range(self.verdicts.rowCount()))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.verdicts.lines[current.row()])


def _narrow(widths: list[int], least: Sequence[tuple[int, int]], room: int) -> None:
    """Take what is too much from these columns, as far as each may go."""
    for column, floor in least:
        widths[column] -= min(max(sum(widths) - room, 0), max(widths[column] - floor, 0))
