# SPDX-License-Identifier: GPL-3.0-or-later
"""What a verdict lacks to be declared, asked for where it is missing: how the group was recruited, or which group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.acts import groups as acts
from app.corpus.frame_form import FrameForm
from app.desk import Desk
from app.name_dialog import ask_name
from app.widgets.steady_boxes import SteadyCombo
from coding.groups import GroupRow
from coding.language import _

if TYPE_CHECKING:
    from app.saturation.reading import Reading

# the grounds of a refusal that writing in the form can lift
WRITTEN = frozenset((
    "frame_missing", "frame_unknown", "frame_partial_unjustified", "frame_not_applicable_unjustified",
    "non_response_unjustified",
))


class FrameAsk(QWidget):
    """The form of a group's recruitment, recorded by one act. Hidden when nothing of it is missing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group_id: int | None = None
        self._title = parts.label("", "heading", wrap=True)
        self.form = FrameForm(desk, narrow=True, at_once=False)
        self.record = parts.button(_("Record"), self.form.keep, name="primary")
        self.record.setEnabled(False)
        self.form.touched.connect(self.record.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.form)
        column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_group(self, group: GroupRow | None, reading: Reading) -> None:
        """Ask how this group was recruited; nothing when None. What was being written about another group is kept,
        unless that group is gone."""
        self.setVisible(group is not None)
        if self._group_id is not None and (group is None or group.id != self._group_id):
            if any(row.id == self._group_id for row in reading.scope.groups):
                self.form.keep()
            self.form.forget()
        self._group_id = group.id if group is not None else None
        if group is not None:
            self._title.setText(_("How was “{group}” recruited?").format(group=group.name))
            self.form.show_group(group, reading.analysis.parameters)


class GroupAsk(QWidget):
    """For the whole corpus, which has no recruitment of its own: ``chosen`` carries the id of a group to read."""

    chosen = pyqtSignal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interviews: list[int] = []
        said = parts.label(
            _("Read one group, or make one of all these interviews and record how they were recruited."), "muted",
            wrap=True)
        self.combo = SteadyCombo()
        self.combo.setAccessibleName(_("Read one group"))
        self.combo.activated.connect(self._choose)
        self.gather = parts.button(_("Group all interviews…"), self._ask_name, name="flat", icon="plus")
        self.gather.setEnabled(not desk.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (said, self.combo):
            column.addWidget(part)
        column.addWidget(self.gather, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Offer the groups there are."""
        self._interviews = [row.id for row in reading.scope.interviews]
        self.combo.clear()
        self.combo.addItem(_("Read one group…"), None)
        for row in reading.scope.groups:
            self.combo.addItem(_("{group} ({count})").format(group=row.name, count=row.interviews), row.id)
        self.combo.setVisible(bool(reading.scope.groups))
        self.setVisible(reading.group is None)

    def create_group(self, name: str) -> None:
        """Make a group of all the interviews, and read it."""
        acts.gather(self._desk, name=name, interview_ids=self._interviews,
                    then=lambda change: self.chosen.emit(change.result))

    def _choose(self, index: int) -> None:
        if self.combo.itemData(index) is not None:
            self.chosen.emit(self.combo.itemData(index))

    def _ask_name(self) -> None:
        ask_name(self, _("New group"), self.create_group)
