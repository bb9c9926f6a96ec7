# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of pairs of codes that meet."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PyQt6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import theme
from app.relations.pair_model import INTERVIEWS, MEETINGS, ONE, OTHER, PAIR, PairModel
from app.widgets import tables
from app.widgets.strokes import ground, swatch
from coding.language import _
from coding.relations.cooccurrence import Pair

ROW_HEIGHT = 30
BAR, FIGURE = 70, 54
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class PairView(QTableView):
    """``chosen`` carries the Pair on which the arrows rest; ``entered``: Enter asked to go into it."""

    chosen = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(_PairDelegate(self))
        tables.rows(self, _("Pairs of codes that meet"), ROW_HEIGHT)
        tables.sortable(self, self._sort)
        self._rest = tables.Rest(self, self._tell)

    def pair(self) -> Pair | None:
        """The pair of the current row."""
        found = self.currentIndex().data(PAIR)
        return found if isinstance(found, Pair) else None

    def choose(self, one_id: int, other_id: int) -> None:
        """Make a pair the current one, if it is there."""
        row = self.pairs.row_of(one_id, other_id)
        if row >= 0:
            self.setCurrentIndex(self.pairs.index(row, ONE))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter goes into the pair."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The two names share what the figures leave."""
        super().resizeEvent(event)
        view = self.viewport()
        room = view.width() if view is not None else self.width()
        figures = {INTERVIEWS: BAR + FIGURE + 24, MEETINGS: 112}
        names = max(room - sum(figures.values()), 160)
        for column, width in {ONE: names // 2, OTHER: names - names // 2, **figures}.items():
            self.setColumnWidth(column, width)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        kept = self.pair()
        self.pairs.sort(column, order)
        if kept is not None:
            self.choose(kept.one_id, kept.other_id)

    def _tell(self) -> None:
        pair = self.pair()
        if pair is not None:
            self.chosen.emit(pair)


class _PairDelegate(QStyledItemDelegate):
    """A swatch before each name, ≠ after the second of a contradictory pair; a bar before the interviews."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        model, pair = index.model(), index.data(PAIR)
        if painter is None or not isinstance(model, PairModel) or not isinstance(pair, Pair):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option)
        painter.setFont(theme.ui_font(13))
        painter.setPen(colours.ink)
        area = QRectF(option.rect).adjusted(8, 0, -8, -1)
        if index.column() in (ONE, OTHER):
            code_id = pair.one_id if index.column() == ONE else pair.other_id
            marked = index.column() == OTHER and model.is_marked(pair)
            _name(painter, area, index.data(), QColor(model.book.by_id[code_id].colour or "#888888"), marked)
        elif index.column() == INTERVIEWS:
            bar(painter, QRectF(area.left(), area.center().y() - 4, BAR, 8), pair.interviews / max(model.read, 1))
            painter.setPen(colours.ink)
            painter.drawText(area.adjusted(BAR + 10, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | _VERTICAL, index.data())
        else:
            painter.setPen(colours.muted)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _VERTICAL, index.data())
        painter.restore()


def bar(painter: QPainter, area: QRectF, share: float, *, hollow: bool = False) -> None:
    """A share of ``area``; ``hollow`` where it rests on too few interviews."""
    colours = theme.palette()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.rule)
    painter.drawRoundedRect(area, 2, 2)
    if share > 0:
        filled = QRectF(area.left(), area.top(), max(area.width() * share, 3), area.height())
        if hollow:
            painter.setPen(colours.accent)
            painter.setBrush(colours.page)
            filled.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setBrush(colours.accent)
        painter.drawRoundedRect(filled, 2, 2)


def _name(painter: QPainter, area: QRectF, name: str, colour: QColor, marked: bool) -> None:
    ink = painter.pen()
    swatch(painter, area.left() + 2, area.center().y() + 1, colour)
    room = area.adjusted(18, 0, -20 if marked else 0, 0)
    painter.setPen(ink)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _VERTICAL, painter.fontMetrics().elidedText(
        name, Qt.TextElideMode.ElideRight, int(room.width())))
    if marked:
        painter.setPen(theme.palette().warn)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | _VERTICAL, "≠")
