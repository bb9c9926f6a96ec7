# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews: the table, and at its right the people of the one selected."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app import parts
from app.corpus.choice_delegate import ChoiceDelegate
from app.corpus.interviews_model import InterviewsModel
from app.corpus.participants_page import look_like_a_table
from app.corpus.people_panel import PeoplePanel
from app.desk import Desk
from app.settings import Settings
from app.widgets.kept_splitter import KeptSplitter
from coding.interviews import InterviewRow

NAME = "corpus.interviews"


class InterviewsTable(QTableView):
    """``opened`` carries the interview to read: Enter, or a double click on its title."""

    opened = pyqtSignal(int)

    def __init__(self, model: InterviewsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        look_like_a_table(self)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.doubleClicked.connect(self._double_clicked)
        head = self.horizontalHeader()
        if head is not None:
            head.setSortIndicatorClearable(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        current = self.currentIndex()
        if (event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid()
                and self.state() != QAbstractItemView.State.EditingState):
            self.opened.emit(self._rows.rows[current.row()].id)
            return
        super().keyPressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0 or self._rows.columns[index.column()].edit is None:
            self.opened.emit(self._rows.rows[index.row()].id)
        else:
            self.edit(index)


class InterviewsPage(parts.Panel):
    """``selected_changed`` says that another interview, or none, is selected."""

    selected_changed = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._kept: int | None = None
        self._place = 0
        self._layout: list[str] = []
        self.model = InterviewsModel(desk, self)
        self.table = InterviewsTable(self.model)
        self.people = PeoplePanel(desk)
        KeptSplitter(NAME, settings, (self.table, self.people), usual=(900, 320), main=0, parent=self)
        self.model.modelAboutToBeReset.connect(self._keep_selection)
        self.model.loaded.connect(self._restore_selection)
        selection = self.table.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self._show_people())
        self._restore_selection()

    @property
    def selected(self) -> InterviewRow | None:
        """The interview of the current row."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() and index.row() < len(self.model.rows) else None

    def pick(self, interview_id: int) -> None:
        """Make an interview the current one."""
        place = self.model.row_of(interview_id)
        selection = self.table.selectionModel()
        if place >= 0 and selection is not None:
            index = self.model.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)

    def _keep_selection(self) -> None:
        row = self.selected
        self._kept, self._place = (row.id, self.table.currentIndex().row()) if row else (None, 0)

    def _restore_selection(self) -> None:
        keys = [column.key for column in self.model.columns]
        if keys != self._layout:
            self._layout = keys
            for place, column in enumerate(self.model.columns):
                self.table.setColumnWidth(place, column.width)
        if self._kept is not None:
            self.pick(self._kept)
            self._kept = None
        selection = self.table.selectionModel()
        if self.model.rows and selection is not None and not selection.hasSelection():
            self.pick(self.model.rows[min(self._place, len(self.model.rows) - 1)].id)
        self._show_people()

    def _show_people(self) -> None:
        known = sorted({part.name for row in self.model.rows for part in row.participants}, key=str.casefold)
        self.people.show_interview(self.selected, known)
        self.selected_changed.emit()
