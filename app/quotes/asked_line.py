# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked, as one readable line whose pieces can each be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.coder.passage.flow import Flow
from app.quotes.asked import Piece
from coding.language import _
from coding.quotes import Query

HEIGHT = 24


class AskedLine(QWidget):
    """``asked`` carries the query without the piece that was taken away."""

    asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 8, 14, 4)
        column.addLayout(self._flow)
        self._pieces: list[Piece] = []
        self.hide()

    @property
    def chips(self) -> list[QWidget]:
        """What can be taken away, in order, «clear all» last."""
        return [widget for widget in self._flow.widgets() if isinstance(widget, parts.Button)]

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show what is asked; nothing at all when nothing is."""
        if pieces == self._pieces:
            return
        held = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self._pieces = list(pieces)
        self._flow.clear()
        for piece in pieces:
            if piece.another:
                between = parts.label(_("or"), "faint")
                between.setFixedHeight(HEIGHT)
                self._add(between)
            self._add(_Chip(piece.text, partial(self.asked.emit, piece.rest)))
        if pieces:
            clear = parts.button(_("Clear all"), lambda: self.asked.emit(Query()), name="chip")
            clear.setFixedHeight(HEIGHT)
            clear.setToolTip(_("Show every quote"))
            self._add(clear)
        self.setVisible(bool(pieces))
        if held is not None and pieces:
            self.chips[min(held, len(self.chips) - 1)].setFocus()

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        widget.show()


class _Chip(parts.Button):
    """A piece: a click, or Delete, takes it away."""

    def __init__(self, text: str, remove: partial[None]) -> None:
        super().__init__(_("{piece}  ×").format(piece=text).replace("&", "&&"))
        self.setProperty("role", "chip-accent")
        self.setFixedHeight(HEIGHT)
        self.setToolTip(_("Take “{piece}” away").format(piece=text))
        self.setAccessibleName(self.toolTip())
        self.clicked.connect(lambda _checked: remove())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)
