# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the names that a correspondence table knows come back into the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import parts
from coding.language import _, ngettext

if TYPE_CHECKING:
    from coding.pseudonyms.correspondence import Entry

ENTRY = Qt.ItemDataRole.UserRole
CHECKED = Qt.CheckState.Checked


class BackDialog(QDialog):
    """``chosen`` are the entries ticked, all of them to begin with."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Go back to the names"))
        self.resize(520, 520)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Names in the table"))
        for entry in entries:
            item = QListWidgetItem(_("{words} → {name}").format(words=entry.words, name=entry.name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CHECKED)
            item.setSizeHint(QSize(0, 32))
            item.setData(ENTRY, entry)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.back = parts.button("", self.accept)
        self.back.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(parts.button(_("All"), lambda: self._tick(True), name="flat"))
        row.addWidget(parts.button(_("None"), lambda: self._tick(False), name="flat"))
        row.addStretch(1)
        row.addWidget(parts.button(_("Cancel"), self.reject))
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(_("Which names come back?"), "title"))
        column.addWidget(parts.label(_("In the transcripts, memos and titles. Every passage stays on its words. "
                                       "Ctrl+Z takes it back until the project is closed."), "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._count()

    @property
    def chosen(self) -> list[Entry]:
        """The entries ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(ENTRY) for item in items if item is not None and item.checkState() == CHECKED]

    def _tick(self, on: bool) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item is not None:
                item.setCheckState(CHECKED if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        view = self.list.viewport()
        if view is not None:
            view.update()
        self._count()

    def _count(self) -> None:
        n = len(self.chosen)
        self.back.setText(ngettext("Bring back {n} name", "Bring back {n} names", n).format(n=n))
        self.back.setEnabled(n > 0)
