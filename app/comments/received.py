# SPDX-License-Identifier: GPL-3.0-or-later
"""What others wrote on a passage: each memo with its author and its date, to be read."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from coding.passage_memos import Received


class ReceivedMemos(QWidget):
    """Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Received, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_memos(self, memos: Sequence[Received]) -> None:
        """Show these, or none."""
        if tuple(memos) == self.shown:
            return
        self.shown = tuple(memos)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for memo in memos:
            self._column.addWidget(_card(memo))
        self.setVisible(bool(memos))


def _card(memo: Received) -> QWidget:
    card = parts.Panel("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(4)
    if memo.title:
        column.addWidget(parts.label(memo.title, "muted", wrap=True))
    said = parts.label(memo.text, wrap=True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                 | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    said.setAccessibleDescription(memo.by)
    column.addWidget(said)
    column.addWidget(parts.label(memo.by, "faint", wrap=True))
    return card
