# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews the verdict counts: those to leave out are unticked, tried at once, recorded with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from app import parts
from app.widgets.wrapped_list import WrappedList
from coding.language import N_, _
from coding.standing import Standing

WHY = {
    "under_way": N_("coding under way"), "not_coded": N_("not coded"), "not_interview": N_("not an interview"),
}
TALLEST = 232
_KEY = Qt.ItemDataRole.UserRole


class InterviewsPart(QWidget):
    """``tried`` carries the ids to try out of the analysis (None: those on record); ``left_out`` an interview id, its
    title and the reason written; ``taken_back`` an interview id and its title."""

    tried = pyqtSignal(object)
    left_out = pyqtSignal(int, str, str)
    taken_back = pyqtSignal(int, str)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._standings: dict[int, Standing] = {}
        self._asking: int | None = None
        self.list = WrappedList()
        self.list.setAccessibleName(_("Interviews counted"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why? Printed with the verdict"))
        self.keep = parts.button(_("Leave out"), self._leave, name="primary")
        self._question = parts.label("", wrap=True)
        self._question.setBuddy(self.reason)
        self._ask = self._asked_part()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self._ask)
        self._ask.hide()
        self.list.itemChanged.connect(self._ticked)
        self.reason.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._leave)
        self.keep.setEnabled(False)

    def _asked_part(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(parts.button(_("Cancel"), self._cancel))
        row.addWidget(self.keep)
        column.addWidget(self._question)
        column.addWidget(self.reason)
        column.addLayout(row)
        return whole

    def show_interviews(self, standings: Sequence[Standing], out: frozenset[int] | None) -> None:
        """Show which count, which do not and why; ``out`` are those being tried out."""
        if list(self._standings) != [row.interview_id for row in standings]:
            with QSignalBlocker(self.list):
                self.list.clear()
                for row in standings:
                    item = QListWidgetItem()
                    item.setData(_KEY, row.interview_id)
                    self.list.addItem(item)
        self._standings = {row.interview_id: row for row in standings}
        with QSignalBlocker(self.list):
            for at, row in enumerate(standings):
                self._fill(self.list.item(at), row, out)
        self.list.fit()
        height = sum(self.list.sizeHintForRow(at) for at in range(self.list.count())) + 4
        self.list.setFixedHeight(min(height, TALLEST))
        if self._asking is not None and (out is None or self._asking not in out):
            self._asking = None
        self._ask.setVisible(self._asking is not None)

    def _fill(self, item: QListWidgetItem | None, row: Standing, out: frozenset[int] | None) -> None:
        if item is None:
            return
        able = row.why in ("counted", "left_out")
        aside = row.why == "left_out" if out is None else row.interview_id in out
        said = _(WHY[row.why]) if row.why in WHY else ""
        if able and aside:
            said = _("left out: {reason}").format(reason=row.reason) if row.why == "left_out" else _("tried out")
        item.setText("\n".join(part for part in (row.title, said) if part))
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable if able and not self._read_only
            else Qt.ItemFlag.NoItemFlags))
        item.setCheckState(Qt.CheckState.Checked if able and not aside else Qt.CheckState.Unchecked)

    def _ticked(self, item: QListWidgetItem) -> None:
        row = self._standings[item.data(_KEY)]
        if item.checkState() == Qt.CheckState.Unchecked:
            self._asking = row.interview_id
            self._question.setText(_("Leave “{title}” out: for what reason?").format(title=row.title))
            self.reason.clear()
            recorded = {key for key, other in self._standings.items() if other.why == "left_out"}
            self.tried.emit(frozenset(recorded | {row.interview_id}))
            self._ask.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row.why == "left_out":
            self.taken_back.emit(row.interview_id, row.title)
        else:
            self._cancel()

    def _leave(self) -> None:
        reason = self.reason.text().strip()
        if self._asking is not None and reason:
            row = self._standings[self._asking]
            self._end()
            self.left_out.emit(row.interview_id, row.title, reason)

    def _cancel(self) -> None:
        self._end()
        self.tried.emit(None)

    def _end(self) -> None:
        self._asking = None
        self._ask.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
