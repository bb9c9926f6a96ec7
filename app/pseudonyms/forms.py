# SPDX-License-Identifier: GPL-3.0-or-later
"""Each form of an identity, how often it is written, and what will be written instead."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QKeySequence
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import theme
from app.pseudonyms import keys
from app.pseudonyms.review import Line
from coding.language import N_, _, number

TITLES = (N_("As written"), N_("What will be written"))
PART = QKeySequence(keys.PANEL[0][0][0])[0]
ROW = 28
MOST = 5  # rows shown before the list scrolls
Show = Qt.ItemDataRole


class FormsModel(QAbstractTableModel):
    """``written`` carries a form and the words chosen for it."""

    written = pyqtSignal(str, str)

    def __init__(self, *, read_only: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._line: Line | None = None

    def show_line(self, line: Line | None) -> None:
        """Show the forms of a line."""
        self.beginResetModel()
        self._line = line
        self.endResetModel()

    def form(self, row: int) -> str:
        """The form of a row."""
        return self._line.identity.forms[row][0] if self._line is not None else ""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._line is None else len(self._line.identity.forms)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Show.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Show.DisplayRole:
            return _(TITLES[section])
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 1 and not self._read_only and not self._stays():
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: QModelIndex, role: int = Show.DisplayRole) -> Any:
        if self._line is None:
            return None
        form, count = self._line.identity.forms[index.row()]
        if role in (Show.DisplayRole, Show.EditRole, Show.ToolTipRole):
            if index.column() == 0:
                return _("{form} ({count})").format(form=form, count=number(count))
            return form if self._stays() else self._line.decision.instead_of(form)
        if role == Show.ForegroundRole and index.column() == 1 and self._stays():
            return theme.palette().faint
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Show.EditRole) -> bool:
        if str(value).strip() and str(value) != self.data(index):
            self.written.emit(self.form(index.row()), str(value))
        return True

    def _stays(self) -> bool:
        return self._line is not None and self._line.stays


class FormsTable(QTableView):
    """As high as its rows, up to a few. ``part_asked``: the form selected is somebody or something else."""

    part_asked = pyqtSignal()

    def __init__(self, model: FormsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setShowGrid(False)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Forms"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(_Low(self))
        side, head = self.verticalHeader(), self.horizontalHeader()
        if side is not None:
            side.setDefaultSectionSize(ROW)
            side.hide()
        if head is not None:
            head.setHighlightSections(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.keyCombination() == PART:
            self.part_asked.emit()
        else:
            super().keyPressEvent(event)

    def picked(self) -> str | None:
        """The form selected."""
        index = self.currentIndex()
        return self._rows.form(index.row()) if index.isValid() else None

    def _fit(self) -> None:
        head = self.horizontalHeader()
        above = head.sizeHint().height() if head is not None else 0
        self.setFixedHeight(above + ROW * min(max(1, self._rows.rowCount()), MOST) + 2)


class _Low(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)
