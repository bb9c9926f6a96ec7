# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid itself: a table view whose cells are opened by mouse and keyboard alike."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from app import parts
from app.transversal.delegate import CellDelegate
from app.transversal.headers import CodeHeader, TitleHeader, Widths
from app.transversal.model import ColumnOrder, Grid, GridModel
from coding.language import _

ROW_HEIGHT = 29
WIDTHS = Widths(38, 56, 120, 62)


class GridView(QTableView):
    """``opened`` carries the index of the cell to read; ``entered_cell`` that Enter asked to go into it."""

    opened = pyqtSignal(QModelIndex)
    entered_cell = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self.codes, self.titles = CodeHeader(self), TitleHeader(self)
        self.hide_empty = False
        self.setModel(self.grid)
        self.setItemDelegate(CellDelegate(self))
        self.setVerticalHeader(self.codes)
        self.setHorizontalHeader(self.titles)
        self.codes.setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(parts.Panel("page"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Transversal table"))
        self.codes.sectionClicked.connect(self.toggle)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(40)  # so that holding an arrow key reads no cell on the way
        self._pause.timeout.connect(self._tell)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentChanged.connect(self._moved)

    def show_grid(self, grid: Grid, order: ColumnOrder) -> None:
        """Replace the table; the cell being read stays chosen where it still exists."""
        kept = self.place()
        self.grid.show(grid, order)
        self.fold()
        self.fit()
        if kept is not None:
            self.choose(self.grid.locate(*kept))

    def place(self) -> tuple[int, str | None] | None:
        """The code id and the column title of the current cell (None: the last column)."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        column = index.column()
        return self.grid.row(index.row()).code_id, None if self.grid.is_present(column) else self.grid.title(column)

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one."""
        chosen = self.selectionModel()
        if chosen is not None and index.isValid():
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def toggle(self, row: int) -> None:
        """Show or hide the codes of a theme."""
        found = self.grid.row(row)
        if found.depth == 0 and self.grid.rows_below(row):
            self.codes.closed ^= {found.code_id}
            self.fold()

    def fold(self) -> None:
        """Hide the codes of closed themes and, if asked, the rows where nothing stands."""
        closed = False
        for place, row in enumerate(self.grid.table.rows):
            if row.depth == 0:
                closed = row.code_id in self.codes.closed
            self.setRowHidden(place, (closed and row.depth > 0) or (self.hide_empty and not row.present))
        header = self.codes.viewport()
        if header is not None:
            header.update()

    def fit(self) -> None:
        """Columns as wide as their titles where that fits; else narrow, their titles upright."""
        if not self.grid.columnCount():
            return
        self.titles.fit(self.width() - self.codes.sizeHint().width() - WIDTHS.last - 22, WIDTHS)
        self.updateGeometries()

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
            closed = self.grid.row(row).code_id in self.codes.closed
            if key == Qt.Key.Key_Space or closed == (key == Qt.Key.Key_Plus):
                self.toggle(row)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.isVisible() and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._pause.start()
