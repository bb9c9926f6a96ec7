# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages that stand over one another, each a line away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from app import parts
from app.coder.page.beneath import NO_CODE
from coding.codebook import Codebook
from coding.intervals import Mark
from coding.language import _, ngettext

ROW, SHOWN = 46, 4
Role = Qt.ItemDataRole


class Overlaps(QAbstractListModel):
    """The passages in reading order: codes on one line, words on the next; worked out for the lines in sight only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: Sequence[Mark] = ()
        self._book: Codebook | None = None
        self._words: Callable[[Mark], str] = lambda _mark: ""

    def show(self, marks: Sequence[Mark], book: Codebook, words: Callable[[Mark], str]) -> None:
        """Replace every line."""
        self.beginResetModel()
        self.marks, self._book, self._words = marks, book, words
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many passages."""
        return 0 if parent is not None and parent.isValid() else len(self.marks)

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> object:
        """What a line says; its tooltip says it in full."""
        if not index.isValid() or self._book is None:
            return None
        mark = self.marks[index.row()]
        nodes = [self._book.by_id[code_id] for code_id in mark.codes]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return f"{', '.join(node.name for node in nodes) or _('Memo')}\n{self._words(mark)}"
        if role == Role.DecorationRole:
            return parts.swatch(nodes[0].colour if nodes else NO_CODE)
        return QSize(0, ROW) if role == Role.SizeHintRole else None


class OverlapList(QListView):
    """``asked`` carries the id of the passage whose line was clicked, or entered."""

    asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overlaps = Overlaps(self)
        self.setModel(self.overlaps)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)

    def show_marks(self, marks: Sequence[Mark], chosen: int, book: Codebook, words: Callable[[Mark], str]) -> None:
        """List passages, the chosen one current; one alone is not listed."""
        shown = marks if len(marks) > 1 else ()
        self.overlaps.show(shown, book, words)
        self.setVisible(bool(shown))
        row = next((row for row, mark in enumerate(shown) if mark.id == chosen), -1)
        self.setCurrentIndex(self.overlaps.index(row))
        self.setFixedHeight(min(len(marks), SHOWN) * ROW + 2)
        self.setAccessibleName(title(len(marks)))

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(self.overlaps.marks[index.row()].id)


def title(count: int) -> str:
    """«2 passages here»."""
    return ngettext("{n} passage here", "{n} passages here", count).format(n=count)
