# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid itself: a table view whose cells are opened by mouse and keyboard alike."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QTableView, QWidget

from app import theme
from app.transversal.bands import BAND_TOTAL, READING, GridHeader
from app.transversal.delegate import LINE, CellDelegate, prose_height
from app.transversal.headers import CodeHeader, Widths
from app.transversal.model import Grid, GridModel
from app.widgets import tables
from coding.arrangement import Arrangement
from coding.language import _

WIDTHS = Widths(38, 56, 120, 62)


class GridView(QTableView):
    """``moved`` carries the index of the cell just chosen, ``opened`` that of the cell to read, once the keys rest;
    ``entered_cell`` that Enter asked to go into it. ``arranged`` carries the Arrangement after a theme is folded."""

    moved = pyqtSignal(QModelIndex)
    opened = pyqtSignal(QModelIndex)
    entered_cell = pyqtSignal()
    arranged = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self.codes, self.titles = CodeHeader(self.grid, self), GridHeader(self.grid, self)
        self.setModel(self.grid)
        self.setItemDelegate(CellDelegate(self, self.grid))
        tables.headed(self, _("Transversal table"), self.codes, self.titles)
        self.codes.setDefaultSectionSize(LINE)
        self.codes.sectionClicked.connect(self.toggle)
        for view in (self, self.codes):
            view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # type: ignore[union-attr]
        self._rest = tables.Rest(self, self._tell)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentChanged.connect(self._moved)

    def show_grid(self, grid: Grid, arrangement: Arrangement) -> None:
        """Replace the table; the cell being read stays chosen where it still exists, and the place in sight."""
        kept, bars = self.place(), (self.horizontalScrollBar(), self.verticalScrollBar())
        scrolled = [bar.value() if bar is not None else 0 for bar in bars]
        self.grid.show(grid, arrangement)
        self.fit()
        self.fit_rows()
        for bar, value in zip(bars, scrolled, strict=True):
            if bar is not None:
                bar.setValue(value)
        if kept is not None:
            self.choose(self.grid.locate(*kept))

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the same table out otherwise."""
        self.show_grid(replace(self.grid.grid, summaries=self.grid.summaries), arrangement)
        self.arranged.emit(arrangement)

    def place(self) -> tuple[int, str | None, str | None] | None:
        """The code id, the column's title (None: a total) and its band of the current cell."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        column = self.grid.column(index.column())
        title = None if column.place is None else self.grid.title(index.column())
        return self.grid.row(index.row()).code_id, title, column.band.title if column.band is not None else None

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one."""
        chosen = self.selectionModel()
        if chosen is not None and index.isValid():
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, down: int, right: int) -> None:
        """Choose the cell beside, past the totals; stays where there is none."""
        index = self.currentIndex()
        row, column = index.row() + down, index.column() + right
        while right and 0 <= column < self.grid.columnCount() and self.grid.column(column).place is None:
            column += right
        if index.isValid() and 0 <= row < self.grid.rowCount() and 0 <= column < self.grid.columnCount():
            self.choose(self.grid.index(row, column))

    def toggle(self, row: int) -> None:
        """Show or hide the codes of a theme."""
        found = self.grid.row(row)
        if self.grid.is_open(found) is not None:
            arrangement = self.grid.arrangement
            self.arrange(replace(arrangement, folded=arrangement.folded ^ {found.code_id}))

    def fit(self) -> None:
        """Columns as wide as their titles where that fits; else narrow, their titles upright. Where summaries stand
        in the cells, columns to read in."""
        if not self.grid.columnCount():
            return
        if self.grid.grid.shown == "summaries" and not self.grid.table.gathered:
            self.titles.open_up(WIDTHS.last)
        else:
            bands = len(self.grid.table.bands or ())
            room = self.width() - self.codes.sizeHint().width() - WIDTHS.last - 22
            self.titles.fit(room - bands * BAND_TOTAL, WIDTHS)
        self.updateGeometries()

    def fit_rows(self) -> None:
        """Rows as tall as what they show."""
        for row in range(self.grid.rowCount()):
            self.codes.resizeSection(row, self._row_height(row))

    def _row_height(self, row: int) -> int:
        if self.grid.grid.shown != "summaries":
            return LINE
        cells = (self.grid.cell(row, column) for column in range(self.grid.columnCount()))
        return max((prose_height(cell.text, READING) for cell in cells if cell is not None and cell.prose),
                   default=LINE)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The paper, then the cells: a viewport that paints all of itself is scrolled by moving what it shows."""
        if event is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), theme.palette().page)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Titles may fit now, or no longer."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter goes into the cell; space, + and - open and close the theme."""
        if event is None:
            return
        row = self.currentIndex().row()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit()
        elif row >= 0 and key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            opened = self.grid.is_open(self.grid.row(row))
            if key == Qt.Key.Key_Space or opened == (key == Qt.Key.Key_Minus):
                self.toggle(row)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.isVisible() and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(current)
