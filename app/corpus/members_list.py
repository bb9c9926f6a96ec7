# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews a group holds, ticked in a list of them all; an interview may be in several groups."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.acts import groups as acts
from app.desk import Desk
from coding.groups import GroupRow
from coding.interviews import InterviewRow
from coding.language import _

ID = Qt.ItemDataRole.UserRole


class MembersList(QListWidget):
    """``show_group`` fills it; a tick is an act at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group: GroupRow | None = None
        self._titles: dict[int, str] = {}
        self.setAccessibleName(_("Interviews of the group"))
        self.setFixedHeight(170)
        self.itemChanged.connect(self._turned)

    def show_group(self, group: GroupRow, interviews: Sequence[InterviewRow]) -> None:
        """Show every interview, those of a group ticked; the current line stays."""
        place = self.currentRow() if self._group is not None and self._group.id == group.id else 0
        self._group = group
        self._titles = {row.id: row.title for row in interviews}
        self.blockSignals(True)
        self.clear()
        for row in interviews:
            others = [name for name in row.groups if name != group.name]
            item = QListWidgetItem(f"{row.title}  ({' ; '.join(others)})" if others else row.title)
            item.setData(ID, row.id)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags if self._desk.read_only else flags | Qt.ItemFlag.ItemIsUserCheckable)
            inside = group.name in row.groups
            item.setCheckState(Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(place)
        self.blockSignals(False)

    def _turned(self, item: QListWidgetItem) -> None:
        group = self._group
        if group is not None:
            key = int(item.data(ID))
            acts.set_member(self._desk, group_id=group.id, name=group.name, interview_id=key,
                            title=self._titles[key], member=item.checkState() == Qt.CheckState.Checked)
