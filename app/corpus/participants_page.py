# SPDX-License-Identifier: GPL-3.0-or-later
"""Every participant in every interview, with the role their quotes are attributed to; names and roles are edited,
and a memo is written on each."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PyQt6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from app import parts
from app.acts import interviews as acts
from app.desk import Desk
from app.memos.field import MemoField
from app.settings import Settings
from coding.interviews import InterviewRow, Role
from coding.language import N_, _

TITLES = (N_("Interview"), N_("Participant"), N_("Role printed after quotes"))
NAME, ROLE = 1, 2
Show = Qt.ItemDataRole


class ParticipantsModel(QAbstractTableModel):
    """One row for each part that someone has in an interview."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[tuple[InterviewRow, Role]] = []

    def take(self, interviews: list[InterviewRow]) -> None:
        """Show the people of these interviews."""
        self.beginResetModel()
        self.rows = [(row, role) for row in interviews for role in row.participants]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Show.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Show.DisplayRole:
            return _(TITLES[section])
        if role == Show.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = Show.DisplayRole) -> Any:
        if not index.isValid() or role not in (Show.DisplayRole, Show.EditRole, Show.ToolTipRole):
            return None
        interview, part = self.rows[index.row()]
        return (interview.title, part.name, part.role)[index.column()]

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() in (NAME, ROLE) and not self._desk.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: QModelIndex, value: Any, role: int = Show.EditRole) -> bool:
        if value == self.data(index):
            return False
        interview, part = self.rows[index.row()]
        if index.column() == NAME:
            acts.rename_participant(self._desk, participant_id=part.participant_id, name=part.name, new=str(value))
        else:
            acts.set_role(self._desk, interview_id=interview.id, participant_id=part.participant_id, name=part.name,
                          role=str(value))
        return True


class ParticipantsPage(parts.Panel):
    """The table, under a line that says what it is for."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.model = ParticipantsModel(desk, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        look_like_a_table(self.table)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.table.setColumnWidth(0, 200)
        self.table.setColumnWidth(1, 200)
        head = self.table.horizontalHeader()
        if head is not None:
            head.setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hint = parts.label(_("A quote is attributed to its own speaker: « … » (Inès, pair aidante dans une structure "
                             "sanitaire). Renaming a participant renames them everywhere."), "hint", wrap=True)
        hint.setContentsMargins(14, 10, 14, 10)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addWidget(self._memo_below(desk))
        self.setFocusProxy(self.table)
        selection = self.table.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(lambda *_rows: self._show_memo())
        self._show_memo()

    def take(self, interviews: list[InterviewRow]) -> None:
        """Show the people of these interviews, standing where one stood."""
        before, place = self._current(), self.table.currentIndex()
        self.model.take(interviews)
        if before is None:
            return
        keys = [(row.id, role.participant_id) for row, role in self.model.rows]
        if before in keys:
            self.table.setCurrentIndex(self.model.index(keys.index(before), max(place.column(), 0)))
        self._show_memo()

    def settle(self) -> None:
        """Keep what is being written."""
        self.memo.keep()

    def _memo_below(self, desk: Desk) -> QWidget:
        self.memo = MemoField(desk, target="participant_id", title=_("Memo on the participant"),
                              hint=_("How we met, what links us, what to keep in mind when reading…"))
        self.memo.text.setFixedHeight(96)
        below = parts.Panel("panel")
        column = QVBoxLayout(below)
        column.setContentsMargins(14, 10, 14, 14)
        column.addWidget(self.memo)
        return below

    def _current(self) -> tuple[int, int] | None:
        """Interview and participant of the current row."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        row, role = self.model.rows[index.row()]
        return row.id, role.participant_id

    def _show_memo(self) -> None:
        index = self.table.currentIndex()
        role = self.model.rows[index.row()][1] if index.isValid() else None
        self.memo.show_of(role.participant_id if role else None, role.name if role else "")


def look_like_a_table(table: QTableView) -> None:
    """What every table of the corpus shares."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setAlternatingRowColors(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    side, head = table.verticalHeader(), table.horizontalHeader()
    if side is not None:
        side.setDefaultSectionSize(36)
        side.hide()
    if head is not None:
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
