# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.saturation.delegate import ROW_HEIGHT, VerdictDelegate
from app.saturation.lines import Line
from app.saturation.model import CURVE, NAME, STATUS, VerdictModel
from coding.language import _

LEAST = ((NAME, 130), (CURVE, 54), (STATUS, 150), (NAME, 110))  # what gives way first when room is short
_ACROSS = Qt.Orientation.Horizontal


class VerdictTable(QTableView):
    """``chosen`` carries the Line that is now selected."""

    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdicts = VerdictModel(self)
        self.setModel(self.verdicts)
        self.setItemDelegate(VerdictDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Saturation by theme"))
        down, across = self.verticalHeader(), self.horizontalHeader()
        if down is not None and across is not None:
            down.hide()
            down.setDefaultSectionSize(ROW_HEIGHT)
            across.setHighlightSections(False)
            across.setTextElideMode(Qt.TextElideMode.ElideRight)
            across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        selection = self.selectionModel()
        if selection is not None:
            selection.currentRowChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines; the theme selected stays so."""
        before = self.line()
        self.verdicts.show(lines)
        self.fit()
        kept = next((n for n, line in enumerate(lines) if before and line.theme_id == before.theme_id), None)
        row = kept if kept is not None else min(1, len(lines) - 1)
        if row == self.currentIndex().row():
            self._moved(self.currentIndex(), QModelIndex())
        else:
            self.selectRow(row)
        self.updateGeometry()

    def line(self) -> Line | None:
        """The line selected."""
        row = self.currentIndex().row()
        return self.verdicts.lines[row] if 0 <= row < len(self.verdicts.lines) else None

    def sizeHint(self) -> QSize:
        """Tall enough for every line."""
        across = self.horizontalHeader()
        top = across.height() if across is not None else 36
        return QSize(600, top + ROW_HEIGHT * self.verdicts.rowCount() + 2)

    def fit(self) -> None:
        """Every column as wide as its words, the spare room shared; the name gives way when there is too little."""
        viewport, across = self.viewport(), self.horizontalHeader()
        if viewport is None or across is None or not self.verdicts.rowCount():
            return
        widths = [
            max(self.sizeHintForColumn(n), across.sectionSizeHint(n)) for n in range(self.verdicts.columnCount())
        ]
        spare = viewport.width() - sum(widths)
        if spare >= 0:
            widths = [width + min(spare // len(widths), 34) for width in widths]
            widths[-1] += max(viewport.width() - sum(widths), 0)
        for column, least in LEAST:
            cut = min(max(sum(widths) - viewport.width(), 0), max(widths[column] - least, 0))
            widths[column] -= cut
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.verdicts.lines[current.row()])
