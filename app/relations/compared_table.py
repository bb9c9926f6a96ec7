# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that sets values or groups side by side: n/N and a small bar in each cell."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PyQt6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import theme
from app.relations.compared_model import CELL, ComparedModel
from app.relations.headers import NamesDown
from app.relations.pair_view import bar
from app.widgets import tables
from app.widgets.folding import fitted
from coding.language import _

ROW_HEIGHT = 29
LEAST, MOST, FIGURE = 96, 190, 46  # pixels: of a column, and of the figure in it
LINES, LINE = 3, 15


class ComparedTable(QTableView):
    """``opened`` carries the index of the cell on which the arrows rest; ``entered``: Enter asked to go into it."""

    opened = pyqtSignal(QModelIndex)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compared = ComparedModel(self)
        self.down, self.across = NamesDown(self), _Titles(self)
        self.setModel(self.compared)
        self.setItemDelegate(_ShareDelegate(self))
        tables.headed(self, _("Codes by attribute or group"), self.down, self.across)
        self.down.setDefaultSectionSize(ROW_HEIGHT)
        self._rest = tables.Rest(self, self._tell)

    def fit(self) -> None:
        """Share the room between the columns, within reason."""
        columns = self.compared.columnCount()
        if columns:
            room = self.width() - self.down.sizeHint().width() - 24
            self.across.setDefaultSectionSize(max(LEAST, min(MOST, room // columns)))
            self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Another room to share."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter goes into the cell."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())


class _Titles(QHeaderView):
    """Values in bold on a few lines, how many interviews have them below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As tall as the title on the most lines."""
        lines = max((len(self._lines(section)) for section in range(self.count())), default=1)
        return QSize(super().sizeHint().width(), 20 + LINE * lines)

    def paintSection(self, painter: QPainter | None, rect: object, logicalIndex: int) -> None:
        """One title, fainter over a column of too few interviews."""
        model = self.model()
        if painter is None or not isinstance(model, ComparedModel):
            return
        colours = theme.palette()
        area = QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        painter.fillRect(area, colours.page)
        painter.setFont(_title_font())
        painter.setPen(colours.faint if model.columns[logicalIndex].few else colours.ink)
        top = area.bottom() - 8 - LINE * len(self._lines(logicalIndex))
        for place, words in enumerate(self._lines(logicalIndex)):
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()) - 10)
            painter.drawText(QRectF(area.left() + 6, top + place * LINE, area.width() - 8, LINE),
                             Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _lines(self, section: int) -> list[str]:
        model = self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal)) if model is not None else ""
        wide = QFontMetrics(_title_font()).horizontalAdvance
        return fitted(title, self.defaultSectionSize() - 12, LINES, wide)


class _ShareDelegate(QStyledItemDelegate):
    """A bar and n/N; hollow where too few interviews carry it, a faint 0/N where nobody holds the code."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        found = index.data(CELL)
        if painter is None or found is None:
            return
        n, column = found
        of, colours = len(column.interview_ids), theme.palette()
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), colours.rule)
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.ink if n else colours.faint)
        painter.drawText(area.adjusted(6, 0, 0, -1), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         index.data())
        room = QRectF(area.left() + FIGURE, area.center().y() - 4, max(area.width() - FIGURE - 10, 10), 8)
        if n:
            bar(painter, room, n / of, hollow=column.few)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ink, 2))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -3), 3, 3)
        painter.restore()


def _title_font() -> QFont:
    return theme.ui_font(12, QFont.Weight.DemiBold)
