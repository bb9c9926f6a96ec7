# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews, ticked one by one, by group, or all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from app import parts
from coding.interviews import InterviewRow
from coding.language import _

ID = Qt.ItemDataRole.UserRole


class InterviewTicks(QWidget):
    """The interviews with a box each; ``list.itemChanged`` tells of ticks."""

    def __init__(self, interviews: Sequence[InterviewRow], ticked: Collection[int],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._interviews = interviews
        self.list = QListWidget()
        self.list.setAccessibleName(_("Interviews"))
        for row in interviews:
            item = QListWidgetItem(row.title)
            item.setData(ID, row.id)
            item.setSizeHint(QSize(0, 30))  # the style forgets the box to tick when it measures a row
            item.setToolTip(", ".join(row.groups))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row.id in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)  # where Space ticks is seen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        column.addWidget(self.list, 1)

    def _make_head(self) -> QHBoxLayout:
        every = {row.id for row in self._interviews}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(parts.button(_("All"), lambda: self.tick(every)))
        head.addWidget(parts.button(_("None"), lambda: self.tick(())))
        names = list(dict.fromkeys(name for row in self._interviews for name in row.groups))
        if names:
            menu = QMenu(self)
            for name in names:
                action = QAction(name.replace("&", "&&"), menu)
                action.triggered.connect(lambda _checked, name=name: self.tick_group(name))
                menu.addAction(action)
            by_group = parts.button(_("Those of a group"), menu=menu)
            by_group.setProperty("opens", "menu")
            head.addWidget(by_group)
        head.addStretch(1)
        return head

    @property
    def ticked(self) -> list[int]:
        """The ids of the ticked interviews, in order."""
        return [item.data(ID) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def tick(self, ids: Collection[int]) -> None:
        """Tick these and no other."""
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if item.data(ID) in ids else Qt.CheckState.Unchecked)

    def tick_group(self, name: str) -> None:
        """Tick the interviews of a group and no other."""
        self.tick([row.id for row in self._interviews if name in row.groups])

    def _items(self) -> list[QListWidgetItem]:
        return [item for row in range(self.list.count()) if (item := self.list.item(row)) is not None]
