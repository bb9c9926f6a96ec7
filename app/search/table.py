# SPDX-License-Identifier: GPL-3.0-or-later
"""The concordance: the word found in the middle, what stands left and right of it in line, sorted by a click on a
title. Only rows in sight are read."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app import theme
from app.search.model import FOUND, INTERVIEW, LEFT, RIGHT, SPEAKER, TICK, TURN, HitsModel
from app.widgets import tables
from coding.language import _
from coding.searching.lines import Order

ROW = 28
WIDTHS = {TICK: 30, INTERVIEW: 136, TURN: 48, SPEAKER: 112}
LEAST, MOST = 90, 260  # pixels of the word found
NARROW = 980  # pixels below which the speaker gives way
SORTS: dict[int, Order] = {INTERVIEW: "corpus", LEFT: "left", FOUND: "found", RIGHT: "right"}


class Concordance(QTableView):
    """``opened`` carries the row to show in its transcript; ``sorted_by`` the order asked by a click on a title."""

    opened = pyqtSignal(QModelIndex)
    sorted_by = pyqtSignal(str)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        tables.rows(self, _("Concordance"), ROW)
        self.setItemDelegate(_Line(self))
        across = self.horizontalHeader()
        if across is not None:
            across.setSectionsClickable(True)
            across.sectionClicked.connect(self._sort)
            across.setMinimumSectionSize(24)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(lambda index: self._open(index) if index.column() == FOUND else None)

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row shown."""
        view = self.viewport()
        top = max(0, self.rowAt(0))
        return top, top + (view.height() if view is not None else 0) // ROW + 1

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        index = self.currentIndex()
        if event is not None and index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        elif event is not None and index.isValid() and event.key() == Qt.Key.Key_Space:
            self._model.tick(index.row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width: both sides of the word alike."""
        view, metrics = self.viewport(), QFontMetrics(theme.reading_font(15, weight=QFont.Weight.Bold))
        whole = view.width() if view is not None else 0
        self.setColumnHidden(SPEAKER, whole < NARROW)
        fixed = sum(width for column, width in WIDTHS.items() if not self.isColumnHidden(column))
        longest = max(map(metrics.horizontalAdvance, self._model.found_words()), default=0)
        found = min(MOST, max(LEAST, longest + 28))
        side = max(120, (whole - fixed - found) // 2)
        for column, width in (*WIDTHS.items(), (LEFT, side), (FOUND, found), (RIGHT, whole - fixed - found - side)):
            self.setColumnWidth(column, max(60, width) if column > SPEAKER else width)

    def _sort(self, column: int) -> None:
        if column in SORTS:
            self.sorted_by.emit(SORTS[column])

    def _open(self, index: QModelIndex) -> None:
        if index.column() != TICK:
            self.opened.emit(index)


class _Line(QStyledItemDelegate):
    """What stands before the word is cut at its own beginning."""

    def initStyleOption(self, option: QStyleOptionViewItem | None, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        if option is not None:
            option.textElideMode = (
                Qt.TextElideMode.ElideLeft if index.column() == LEFT else Qt.TextElideMode.ElideRight)
