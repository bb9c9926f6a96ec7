# SPDX-License-Identifier: GPL-3.0-or-later
"""How the tables whose cells we paint behave, and the pause before the cell on which the arrows rest is told."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app import parts

PAUSE = 40  # ms, so that holding an arrow key reads nothing on the way


def plain(table: QTableView, name: str) -> None:
    """No frame, no grid, one thing chosen at a time; Tab leaves the table."""
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)


def rows(table: QTableView, name: str, height: int) -> None:
    """Rows chosen whole, under titles of set widths; nothing at their left, nothing beyond the right edge."""
    plain(table, name)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    down, across = table.verticalHeader(), _titles(table)
    assert down is not None
    down.hide()
    down.setDefaultSectionSize(height)
    across.setHighlightSections(False)
    across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def sortable(table: QTableView, sort: Callable[[int, Qt.SortOrder], object]) -> None:
    """A click on a title sorts, another turns the order round, a third gives back the first order (column -1)."""
    across = _titles(table)
    across.setSectionsClickable(True)
    across.setSortIndicatorClearable(True)
    across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def follow(column: int, order: Qt.SortOrder) -> None:
        _titles(table).setSortIndicatorShown(column >= 0)  # held here, the titles and this would be one lost cycle
        sort(column, order)

    across.sortIndicatorChanged.connect(follow)


def headed(table: QTableView, name: str, down: QHeaderView, across: QHeaderView) -> None:
    """Cells between headings of our own, at the left and above."""
    plain(table, name)
    table.setVerticalHeader(down)
    table.setHorizontalHeader(across)
    table.setCornerButtonEnabled(False)
    table.setCornerWidget(parts.Panel("page"))


class Rest(QTimer):
    """Calls ``then`` once the current cell (or row, where rows are chosen whole) of a table that has its model has not
    changed for a while."""

    def __init__(self, table: QTableView, then: Callable[[], object]) -> None:
        super().__init__(table)
        self.setSingleShot(True)
        self.setInterval(PAUSE)
        self.timeout.connect(then)
        selection = table.selectionModel()
        assert selection is not None
        whole_rows = table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        moved = selection.currentRowChanged if whole_rows else selection.currentChanged
        moved.connect(lambda *_places: self.start())


def _titles(table: QTableView) -> QHeaderView:
    across = table.horizontalHeader()
    assert across is not None
    return across
