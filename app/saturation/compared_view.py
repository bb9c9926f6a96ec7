# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups compared, theme by theme; a cell opens that theme in that group."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PyQt6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app import theme
from app.saturation.compared_model import STANDING, ComparedModel, Side, Standing
from app.saturation.delegate import PADDING, ROW_HEIGHT, WHY_SIZE, pill
from app.widgets import tables
from app.widgets.strokes import ground
from coding.language import _

LEAST, MOST = 190, 400  # pixels of a group's column
NAMES = 240  # and of the names of the themes, folded
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ComparedDelegate(QStyledItemDelegate):
    """A status, and a line below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Room for a pill and a line."""
        return QSize(LEAST, ROW_HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        found = index.data(STANDING)
        if painter is None or not isinstance(found, Standing):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, hover=True)
        area = QRectF(option.rect.adjusted(PADDING, 0, -4, -1))
        pill(painter, area.adjusted(0, 3, 0, -21), found.status, found.tone)
        painter.setFont(theme.ui_font(WHY_SIZE))
        painter.setPen(QPen(colours.muted))
        below = area.adjusted(1, 25, 0, -3)
        painter.drawText(below, _LEFT, painter.fontMetrics().elidedText(
            found.below, Qt.TextElideMode.ElideRight, int(below.width())))
        painter.restore()


class ComparedView(QTableView):
    """``opened`` carries the group and the theme (None: the whole group) of the cell clicked or entered."""

    opened = pyqtSignal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdicts = ComparedModel(self)
        self.setModel(self.verdicts)
        self.setItemDelegate(ComparedDelegate(self))
        tables.plain(self, _("Saturation by theme and group"))
        self.setMouseTracking(True)
        down, across = self.verticalHeader(), self.horizontalHeader()
        if down is not None and across is not None:
            down.setDefaultSectionSize(ROW_HEIGHT)
            down.setFixedWidth(NAMES)
            down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            down.setHighlightSections(False)
            across.setHighlightSections(False)
            across.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(lambda index: self.opened.emit(*self.verdicts.place(index)))

    def show_side(self, side: Side) -> None:
        """Show the groups side by side."""
        self.verdicts.show(side)
        self._fit()
        if side.groups and side.themes:
            self.setCurrentIndex(self.verdicts.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter opens a cell."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            if index.isValid():
                self.opened.emit(*self.verdicts.place(index))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        viewport, across, count = self.viewport(), self.horizontalHeader(), self.verdicts.columnCount()
        if viewport is not None and across is not None and count:
            across.setDefaultSectionSize(min(max(viewport.width() // count, LEAST), MOST))
