# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of a code by interview, to be ticked one by one or an interview at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from coding.fold import fold
from coding.language import _
from coding.splitting import Piece

ID = Qt.ItemDataRole.UserRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PiecesTree(QTreeWidget):
    """``ticked_changed``: others are ticked. A box of an interview ticks those of its passages that are shown."""

    ticked_changed = pyqtSignal()

    def __init__(self, pieces: Sequence[Piece], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Passages of the code"))
        self.setHeaderLabels([_("Passage"), _("Goes to")])
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._folded: dict[int, str] = {}
        self._heads: list[QTreeWidgetItem] = []
        head, interview_id = None, None
        for piece in pieces:
            if head is None or piece.interview_id != interview_id:
                head, interview_id = self._item(self, piece.interview), piece.interview_id
                self._heads.append(head)
            item = self._item(head, ("★ " if piece.strong else "") + piece.quote)
            item.setData(0, ID, piece.passage_id)
            item.setToolTip(0, piece.quote)
            self._items[piece.passage_id] = item
            self._folded[piece.passage_id] = fold(f"{piece.interview} {piece.quote}")
        self.expandAll()
        header = self.header()
        if header is not None:
            header.setStretchLastSection(False)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._follow_box)

    def ticked(self) -> list[int]:
        """The passages ticked, in order."""
        return [key for key, item in self._items.items() if item.checkState(0) == CHECKED]

    def tick(self, passage_ids: Sequence[int], *, on: bool = True) -> None:
        """Tick these passages, or untick them."""
        for key in passage_ids:
            self._items[key].setCheckState(0, CHECKED if on else UNCHECKED)

    def tick_interview(self, place: int) -> None:
        """Tick those passages of the ``place``-th interview that are shown."""
        self._heads[place].setCheckState(0, CHECKED)

    def search(self, text: str) -> None:
        """Show only passages that hold each word, in their own words or in their interview's title."""
        sought = fold(text).split()
        for key, item in self._items.items():
            item.setHidden(not all(word in self._folded[key] for word in sought))
        for head in self._heads:
            head.setHidden(all(child.isHidden() for child in _children(head)))

    def show_targets(self, targets: Mapping[int, str]) -> None:
        """Write beside each passage the code it goes to."""
        self.blockSignals(True)
        for key, item in self._items.items():
            item.setText(1, targets.get(key, ""))
        self.blockSignals(False)
        view = self.viewport()
        if view is not None:
            view.update()

    def shown(self) -> int:
        """How many passages are shown."""
        return sum(not item.isHidden() for item in self._items.values())

    def _follow_box(self, item: QTreeWidgetItem, column: int) -> None:
        if column != 0:
            return
        self.blockSignals(True)
        if item.data(0, ID) is None:
            for child in _children(item):
                if not child.isHidden():
                    child.setCheckState(0, item.checkState(0))
        head = item.parent() or item
        states = {child.checkState(0) for child in _children(head)}
        head.setCheckState(0, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)
        self.blockSignals(False)
        view = self.viewport()
        if view is not None:
            view.update()
        self.ticked_changed.emit()

    def _item(self, above: QTreeWidget | QTreeWidgetItem, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above)
        item.setText(0, text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, UNCHECKED)
        return item


def _children(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (head.child(row) for row in range(head.childCount()))
    return [child for child in found if child is not None]
