# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews coded before codes existed: which are to be read again; each is ticked once it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from app import parts
from app.acts import rereading as acts
from app.desk import Desk
from app.widgets.wrapped_list import WrappedList
from coding.calendar_words import local_day
from coding.codebook import PATH_SEPARATOR
from coding.language import _, ngettext, short_date

if TYPE_CHECKING:
    from coding.rereading import Due

TALLEST = 264
_DUE = Qt.ItemDataRole.UserRole


class RereadingPart(QWidget):
    """``place_asked`` carries interview id, start and end: the interview is to be read in the Coder, from its
    beginning, with the first code it is due for as the current one."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.said = parts.label("", "muted", wrap=True)
        self.list = WrappedList()
        self.list.setAccessibleName(_("Interviews to read again; ticked: read again"))
        self.open = parts.button(_("Read in the Coder"), self._open, icon="pencil")
        self.open.setToolTip(_("Opens the interview at its beginning, its code chosen in the codebook (Enter)"))
        self.all = parts.button(_("All read again"), self._mark_all)
        self.all.setToolTip(_("Says that every interview of the list was read again; can be undone"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open)
        row.addWidget(self.all)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.itemChanged.connect(self._ticked)
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.currentItemChanged.connect(lambda *_items: self.open.setEnabled(self._current() is not None))

    def show_due(self, found: Sequence[Due], theme_id: int | None) -> None:
        """Show what is to be read again, and what was, for a theme or (None) for all."""
        before, row = self._current(), self.list.currentRow()
        found = sorted(found, key=lambda due: due.read_at is not None)
        with QSignalBlocker(self.list):
            self.list.clear()
            for due in found:
                self.list.addItem(self._item(due, theme_id))
        self.list.fit()
        height = sum(self.list.sizeHintForRow(at) for at in range(self.list.count())) + 4
        self.list.setFixedHeight(min(height, TALLEST))
        self.list.setCurrentRow(_place(found, before, row))
        left = sum(due.read_at is None for due in found)
        self.said.setText(_said(len(found), left))
        for widget in (self.list, self.open, self.all):
            widget.setVisible(bool(found))
        self.open.setEnabled(self._current() is not None)
        self.all.setEnabled(bool(left) and not self._desk.read_only)

    def _item(self, due: Due, theme_id: int | None) -> QListWidgetItem:
        codes = ", ".join(_name(due, code) if theme_id is None else code for code in due.codes)
        made = QListWidgetItem(f"{due.interview}\n{codes}")
        made.setData(_DUE, due)
        made.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | (
            Qt.ItemFlag.NoItemFlags if self._desk.read_only else Qt.ItemFlag.ItemIsUserCheckable))
        made.setCheckState(Qt.CheckState.Checked if due.read_at is not None else Qt.CheckState.Unchecked)
        made.setToolTip(
            _("Coded since {day}").format(day=short_date(local_day(due.since))) if due.read_at is None else
            _("Read again on {day}").format(day=short_date(local_day(due.read_at))))
        return made

    def _current(self) -> Due | None:
        item = self.list.currentItem()
        due: Due | None = item.data(_DUE) if item is not None else None
        return due

    def _open(self) -> None:
        due = self._current()
        if due is not None:
            self.place_asked.emit(due.interview_id, 0, 1)
            self._desk.code_asked.emit(due.code_ids[0])

    def _ticked(self, item: QListWidgetItem) -> None:
        act = acts.mark if item.checkState() == Qt.CheckState.Checked else acts.unmark
        act(self._desk, item.data(_DUE))

    def _mark_all(self) -> None:
        found = (self.list.item(at) for at in range(self.list.count()))
        dues = [item.data(_DUE) for item in found if item is not None]
        acts.mark_all(self._desk, [due for due in dues if due.read_at is None])


def _place(found: Sequence[Due], before: Due | None, row: int) -> int:
    """Where the keys stand: on the same interview, or, when it was ticked and went down, on the one that comes next."""
    same = [at for at, due in enumerate(found) if before is not None and
            (due.interview_id, due.theme_id, due.read_at is None) == (
                before.interview_id, before.theme_id, before.read_at is None)]
    return same[0] if same else min(max(row, 0), len(found) - 1)


def _name(due: Due, code: str) -> str:
    return code if code == due.theme else f"{due.theme}{PATH_SEPARATOR}{code}"


def _said(whole: int, left: int) -> str:
    if not whole:
        return _("Nothing to read again: no interview counted here was coded before a code existed.")
    if not left:
        return ngettext("{whole} interview coded before some codes existed, and read again since.",
                        "{whole} interviews coded before some codes existed, all read again since.",
                        whole).format(whole=whole)
    return _("{read} of {whole} read again. They were coded before these codes existed: until they are read again, the "
             "finding is at most a partial redundancy.").format(read=whole - left, whole=whole)
