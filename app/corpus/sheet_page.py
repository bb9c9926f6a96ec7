# SPDX-License-Identifier: GPL-3.0-or-later
"""A corpus table under its tools: a filter, what the page adds, and the columns."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, Qt
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import parts
from app.corpus.sheet_columns import SheetColumns
from app.corpus.sheet_layout import SheetLayout
from app.corpus.sheet_model import SheetModel
from app.corpus.sheet_view import SheetView
from app.desk import Desk
from app.settings import Settings
from app.widgets.lead import lead
from coding.language import _

Pick = QItemSelectionModel.SelectionFlag


class Filter(QLineEdit):
    """Words that rows must hold. Escape empties it, then goes back to the table, as Down and Enter do."""

    def __init__(self, table: SheetView) -> None:
        super().__init__()
        self._table = table
        self.setPlaceholderText(_("Filter…"))
        self.setAccessibleName(_("Filter the rows"))
        self.setToolTip(_("Only the rows in which each of these words stands (Ctrl+F)"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(230)
        self.textChanged.connect(table.sheet.filter)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event is not None and event.key() in (
                Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._table.setFocus()
        else:
            super().keyPressEvent(event)


class SheetPart(QWidget):
    """The tools and the table; ``tools`` takes what the page adds to them. The current cell stays where it is as long
    as its row is shown; there is one wherever there are rows."""

    def __init__(self, name: str, title: str, model: SheetModel, desk: Desk, settings: Settings, *,
                 own: bool = True) -> None:
        super().__init__()
        self.model = model
        self.table = SheetView(model)
        self.table.setAccessibleName(title)
        self.kept_layout = SheetLayout(name, settings, self.table)
        self.columns = SheetColumns(desk, self.table, self.kept_layout, self, own=own)
        self.filter = Filter(self.table)
        self.table.find_asked.connect(self._find)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        bar = parts.Panel("page")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addLayout(self.tools)
        row.addWidget(self.columns.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        self.setTabOrder(self.filter, self.columns.button)
        self.setTabOrder(self.columns.button, self.table)
        lead(self, lambda: self.table)
        self._kept: int | None = None
        self._place, self._key = 0, ""
        model.modelAboutToBeReset.connect(self._keep)
        model.loaded.connect(self._restore)
        self._restore()

    def add_tool(self, tool: QWidget) -> None:
        """Put what the page adds to the tools after those there, under the eye and under Tab."""
        before = self.tools.itemAt(self.tools.count() - 1)
        self.tools.addWidget(tool)
        self.setTabOrder((before.widget() if before is not None else None) or self.filter, tool)

    def pick(self, row_id: int, key: str = "") -> None:
        """Make a row the current one, in the column of that key or the first."""
        place = self.model.row_of(row_id)
        if place >= 0:
            self._stand(place, key)

    def stretch(self) -> None:
        """Give the last column whatever room is left."""
        head = self.table.horizontalHeader()
        if head is not None:
            head.setStretchLastSection(True)

    def _stand(self, place: int, key: str) -> None:
        selection = self.table.selectionModel()
        column = max(self.model.column_of(key), 0)
        if selection is not None:
            index = self.model.index(place, 0 if self.table.isColumnHidden(column) else column)
            selection.setCurrentIndex(index, Pick.ClearAndSelect)
            self.table.scrollTo(index)

    def _find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _keep(self) -> None:
        at = self.table.currentIndex()
        if at.isValid():
            self._kept, self._place = self.model.rows[at.row()].id, at.row()
            self._key = self.model.columns[at.column()].key

    def _restore(self) -> None:
        if self._kept is not None:
            self.pick(self._kept, self._key)
            self._kept = None
        selection = self.table.selectionModel()
        if self.model.rows and selection is not None and not selection.hasSelection():
            self._stand(min(self._place, len(self.model.rows) - 1), self._key)
