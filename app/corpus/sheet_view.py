# SPDX-License-Identifier: GPL-3.0-or-later
"""The gestures of a spreadsheet on a corpus table: rectangles of cells are copied, pasted, filled and emptied."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PyQt6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.corpus import sheet_keys
from app.corpus.frozen_column import FrozenColumn
from app.corpus.sheet_delegate import SheetDelegate
from app.corpus.sheet_model import Cell, SheetModel
from app.corpus.table_look import look_like_a_table
from coding.language import N_, _
from coding.metadata import clipping

Pick = QItemSelectionModel.SelectionFlag
Edit = QAbstractItemView.EditTrigger
WRITING = ("cut", "paste", "fill_down", "empty", "move_up", "move_down")


class SheetView(QTableView):
    """``opened`` carries the row id of what is asked to be read: Enter, or a double click, where nothing is written;
    ``move_asked``, how far the rows selected should go up (-1) or down in the order."""

    opened = pyqtSignal(int)
    move_asked = pyqtSignal(int)
    find_asked = pyqtSignal()
    frozen: FrozenColumn | None = None  # not yet, when Qt first scrolls
    columns_menu: QMenu | None = None  # what can be done with the current column, sorting included
    row_actions: Callable[[QMenu], None] | None = None  # adds what can be done with the rows selected

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self.can_move = False
        self.setModel(model)
        self._delegate = SheetDelegate(self)
        self._delegate.stepped.connect(self._step)
        self.setItemDelegate(self._delegate)
        look_like_a_table(self)
        self.frozen = FrozenColumn(self)
        self.setEditTriggers(Edit.EditKeyPressed | Edit.AnyKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._double_clicked)
        model.layoutChanged.connect(self._pick_current)
        side, head = self.verticalHeader(), self.horizontalHeader()
        if side is not None:
            side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            side.show()
        if head is not None:
            head.setSortIndicatorClearable(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    # -- what is selected

    def block(self) -> tuple[list[int], list[int]]:
        """The rows and columns of the selected rectangle, hidden columns left out; the current cell without one."""
        chosen = self.selectedIndexes() or [index for index in (self.currentIndex(),) if index.isValid()]
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen if not self.isColumnHidden(index.column())})
        return rows, columns

    def pick_column(self) -> None:
        """Select the current column."""
        self.selectColumn(self.currentIndex().column())

    def pick_row(self) -> None:
        """Select the current row."""
        self.selectRow(self.currentIndex().row())

    # -- gestures

    def copy(self, *, headings: bool = False) -> None:
        """Put the selected cells on the clipboard, as spreadsheets do."""
        rows, columns = self.block()
        made = [self.sheet.columns[column] for column in columns]
        lines = [[column.title for column in made]] if headings else []
        lines += [[column.copy(self.sheet.rows[row]) for column in made] for row in rows]
        clipboard = QGuiApplication.clipboard()
        if rows and clipboard is not None:
            clipboard.setText(clipping.write(lines))

    def cut(self) -> None:
        """Copy the selected cells, then empty them."""
        self.copy()
        self.empty()

    def paste(self) -> None:
        """Write what is on the clipboard from the first selected cell on; one value, or a block that goes into the
        selection a whole number of times, fills it all."""
        clipboard = QGuiApplication.clipboard()
        rows, columns = self.block()
        if clipboard is None or not rows or not columns or not clipboard.text():
            return
        block = clipping.read(clipboard.text())
        high, wide = len(block), len(block[0])
        shown = [column for column in range(columns[0], self.sheet.columnCount()) if not self.isColumnHidden(column)]
        down = list(range(rows[0], self.sheet.rowCount()))[: _room(len(rows), high)]
        across = shown[: _room(len(columns), wide)]
        self._write(N_("paste {n} cells"), (
            (row, column, block[y % high][x % wide]) for y, row in enumerate(down) for x, column in enumerate(across)
        ), beyond=len(down) < high or len(across) < wide)
        self._pick(down[0], across[0], down[-1], across[-1])

    def fill_down(self) -> None:
        """Write the first selected row into those below; the cell above into a single one."""
        rows, columns = self.block()
        if len(rows) == 1:
            rows = [rows[0] - 1, *rows] if rows[0] > 0 else []
        self._write(N_("fill {n} cells"), (
            (row, column, self.sheet.columns[column].copy(self.sheet.rows[rows[0]]))
            for row in rows[1:] for column in self._open(columns)))

    def empty(self) -> None:
        """Empty the selected cells."""
        rows, columns = self.block()
        self._write(N_("empty {n} cells"), (
            (row, column, "") for row in rows for column in self._open(columns)))

    def move_up(self) -> None:
        """Ask for the selected rows to go up in the order."""
        self.move_asked.emit(-1)

    def move_down(self) -> None:
        """Ask for the selected rows to go down in the order."""
        self.move_asked.emit(1)

    def menu(self) -> QMenu:
        """What can be done with the cells selected."""
        menu = QMenu(self)
        for method, (keys, title) in sheet_keys.BY_METHOD.items():
            if method.startswith("move") and not self.can_move:
                continue
            if method in ("fill_down", "pick_column", "move_up"):
                menu.addSeparator()
            native = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action = QAction(f"{_(title)}\t{native}", menu)
            action.setObjectName(method)
            action.triggered.connect(getattr(self, method))
            action.setEnabled(method not in WRITING or not self.sheet.desk.read_only)
            menu.addAction(action)
            if method == "copy":
                headed = QAction(_("Copy with the headings"), menu)
                headed.triggered.connect(lambda: self.copy(headings=True))
                menu.addAction(headed)
        if self.row_actions is not None:
            menu.addSeparator()
            self.row_actions(menu)
        if self.columns_menu is not None:
            menu.addSeparator()
            menu.addMenu(self.columns_menu)
        return menu

    # -- Qt's events

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        method = sheet_keys.method_of(event)
        current = self.currentIndex()
        if method is not None and not (method in WRITING and self.sheet.desk.read_only):
            getattr(self, method)()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if current.column() == 0 or not self.sheet.columns[current.column()].field:
                self.opened.emit(self.sheet.rows[current.row()].id)
            else:
                self._step(-1 if up else 1, 0)
        else:
            super().keyPressEvent(event)

    def scrollTo(self, index: QModelIndex,
                 hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring a cell in sight, beside the first column rather than beneath it."""
        super().scrollTo(index, hint)
        across = self.horizontalScrollBar()
        beneath = (self.frozen.covered if self.frozen is not None else 0) - self.visualRect(index).left()
        if across is not None and index.column() > 0 and beneath > 0:
            across.setValue(across.value() - beneath)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes along the row, and from its last cell out of the table; the other way round with Shift."""
        return self._step(0, 1 if on else -1) or super().focusNextPrevChild(on)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        if event is not None and self.currentIndex().isValid():
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    # -- within

    def _write(self, act: str, cells: Iterable[Cell], *, beyond: bool = False) -> None:
        listed = list(cells)
        if listed:
            self.sheet.write(listed, act, beyond=beyond)

    def _open(self, columns: list[int]) -> list[int]:
        """Those of the columns in which something can be written."""
        return [column for column in columns if self.sheet.columns[column].field]

    def _step(self, down: int, right: int) -> bool:
        """Go to the next cell that is shown; False when there is none."""
        at = self.currentIndex()
        column = at.column() + right
        while 0 <= column < self.sheet.columnCount() and self.isColumnHidden(column):
            column += right
        if at.isValid() and 0 <= at.row() + down < self.sheet.rowCount() and 0 <= column < self.sheet.columnCount():
            self.setCurrentIndex(self.sheet.index(at.row() + down, column))
            return True
        return False

    def _pick(self, top: int, left: int, bottom: int, right: int) -> None:
        selection = self.selectionModel()
        if selection is not None and bottom < self.sheet.rowCount():
            corner = self.sheet.index(top, left)
            selection.setCurrentIndex(corner, Pick.NoUpdate)
            selection.select(QItemSelection(corner, self.sheet.index(bottom, right)), Pick.ClearAndSelect)

    def _pick_current(self) -> None:
        """After the rows moved, a rectangle would be one no more."""
        selection = self.selectionModel()
        if selection is not None and len({index.row() for index in self.selectedIndexes()}) > 1:
            selection.select(self.currentIndex(), Pick.ClearAndSelect)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0 or not self.sheet.columns[index.column()].field:
            self.opened.emit(self.sheet.rows[index.row()].id)
        else:
            self.edit(index)



def _room(selected: int, block: int) -> int:
    """How many rows, or columns, a block of that many takes in a selection of that many."""
    return selected if selected % block == 0 else block
