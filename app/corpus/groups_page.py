# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups at the left, the sampling of the selected one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import messages, parts
from app.acts import groups as acts
from app.corpus.frame_form import FrameForm
from app.corpus.members_list import MembersList
from app.desk import Desk
from app.memos.field import MemoField
from app.settings import Settings
from app.widgets.lead import lead
from coding import groups
from coding.groups import GroupRow
from coding.interviews import InterviewRow
from coding.language import _
from coding.units import tally

NAME = "corpus.groups"


class GroupsPage(parts.Panel):
    """``load`` fills it."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._settings = settings
        self.rows: list[GroupRow] = []
        self._interviews: Sequence[InterviewRow] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Groups"))
        self.list.setProperty("role", "panel")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name of the group"))
        self.name.editingFinished.connect(self._rename)
        self.form = FrameForm(desk)
        self.form.justification.installEventFilter(self)
        self._right = self._make_right()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._make_left())
        splitter.addWidget(self._right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([330, 770])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        lead(self, lambda: self.list)

    def _make_left(self) -> QWidget:
        left = parts.Panel("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        header = parts.Header(_("Groups"), small=True)
        add = parts.button(_("New group…"), self.add, name="flat", icon="plus")
        add.setEnabled(not self._desk.read_only)
        header.add_right(add)
        column.addWidget(header)
        column.addWidget(self.list, 1)
        self.setTabOrder(self.list, add)
        return left

    def _make_right(self) -> QWidget:
        right = parts.Panel("page")
        inside = QWidget()
        inside.setMaximumWidth(860)
        row = QHBoxLayout(right)
        row.setContentsMargins(28, 22, 28, 20)
        row.addWidget(inside, 1)
        row.addStretch(0)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(parts.label(_("Name of the group"), "faint"))
        column.addWidget(self.name)
        column.addSpacing(6)
        column.addWidget(parts.label(_("Sampling"), "title"))
        column.addWidget(parts.label(
            _("What readers of the thesis will ask: who was sought, who was met, who is missing. Saturation is never "
              "declared without it."), "muted", wrap=True))
        column.addWidget(self.form)
        column.addWidget(parts.label(_("Interviews of the group"), "heading"))
        self.members = MembersList(self._desk)
        column.addWidget(self.members)
        self.memo = MemoField(self._desk, target="group_id", title=_("Memo on the group"),
                              hint=_("What holds it together, what tells it from the others…"))
        self.memo.text.setFixedHeight(96)
        column.addWidget(self.memo)
        self._remove = parts.button(_("Delete this group…"), self.remove, name="flat", icon="trash")
        self._remove.setEnabled(not self._desk.read_only)
        column.addStretch(1)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        area = QScrollArea()  # a small screen is not high enough for all of it
        area.setWidgetResizable(True)
        area.setWidget(right)
        return area

    @property
    def selected(self) -> GroupRow | None:
        """The group being shown."""
        place = self.list.currentRow()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def load(self, interviews: Sequence[InterviewRow]) -> None:
        """Read the groups of these interviews again, keeping the selection."""
        self._interviews = interviews
        shown = self.selected
        kept = shown.id if shown else None
        self.rows = self._desk.read_now(groups.listed)
        if kept not in [row.id for row in self.rows]:
            self.form.forget()
        self.list.blockSignals(True)
        self.list.clear()
        for row in self.rows:
            counted = tally(each.units for each in interviews if row.name in each.groups)
            item = QListWidgetItem("\n".join(filter(None, (row.name, counted.say_interviews(), counted.say_units()))))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.blockSignals(False)
        place = next((n for n, row in enumerate(self.rows) if row.id == kept), 0)
        self.list.setCurrentRow(place if self.rows else -1)
        self._show(self.list.currentRow())

    def add(self) -> None:
        """Ask for a name and make a group."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(_("New group"))
        dialog.setLabelText(_("Name of the group, such as “Peer workers in services”"))
        dialog.textValueSelected.connect(lambda name: acts.add(self._desk, name=name) if name.strip() else None)
        dialog.open()

    def remove(self) -> None:
        """Delete the selected group, once confirmed."""
        row = self.selected
        if row is not None and messages.confirm(
            self, _("Delete the group “{name}”?").format(name=row.name),
            _("Its sampling goes with it. Its interviews stay. Ctrl+Z brings it back."), yes=_("Delete"),
        ):
            acts.remove(self._desk, group_id=row.id, name=row.name)

    def settle(self) -> None:
        """Keep what is being written."""
        self.form.keep()
        self.memo.keep()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() == QEvent.Type.FocusOut:
            self.form.keep()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent | None) -> None:
        super().showEvent(event)
        self._show(self.list.currentRow())

    def _show(self, _place: int) -> None:
        if not self.isVisible():
            return  # what a frame allows needs numpy, 100 ms that opening a project should not pay
        row = self.selected
        self._right.setVisible(row is not None)
        if row is not None:
            self.name.setText(row.name)
            self.name.setReadOnly(self._desk.read_only)
            self.form.show_group(row)
            self.members.show_group(row, self._interviews)
            self.memo.show_of(row.id, row.name)

    def _rename(self) -> None:
        row = self.selected
        if row is not None and self.name.text().strip() not in ("", row.name):
            acts.rename(self._desk, group_id=row.id, name=row.name, new=self.name.text())
