# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages that stand over one another, each a line away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from app import parts
from app.coder.beneath import NO_CODE
from coding.codebook import Codebook
from coding.intervals import Mark
from coding.language import _, ngettext

ROW, SHOWN = 46, 4
PASSAGE = Qt.ItemDataRole.UserRole


class OverlapList(QListWidget):
    """``asked`` carries the id of the passage whose line was clicked, or entered."""

    asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)

    def show_marks(self, marks: Sequence[Mark], chosen: int, book: Codebook, words: Callable[[Mark], str]) -> None:
        """List passages, the chosen one current; one alone is not listed."""
        self.clear()
        self.setVisible(len(marks) > 1)
        for mark in marks if len(marks) > 1 else ():
            said = words(mark)
            names = ", ".join(book.by_id[code_id].name for code_id in mark.codes) or _("Memo")
            colour = book.by_id[mark.codes[0]].colour if mark.codes else NO_CODE
            item = QListWidgetItem(parts.swatch(colour), f"{names}\n{said}")
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, ROW))
            item.setData(PASSAGE, mark.id)
            self.addItem(item)
            if mark.id == chosen:
                self.setCurrentItem(item)
        self.setFixedHeight(min(len(marks), SHOWN) * ROW + 2)
        self.setAccessibleName(title(len(marks)))

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(PASSAGE))


def title(count: int) -> str:
    """«2 passages here»."""
    return ngettext("{n} passage here", "{n} passages here", count).format(n=count)
