# SPDX-License-Identifier: GPL-3.0-or-later
"""The pairs of codes that meet, as a triangular grid: the deeper a cell, the more interviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app import theme
from app.relations.headers import NAMED, Named, NamesAcross, NamesDown
from app.relations.pair_model import PAIR
from app.widgets import tables
from coding.codebook import Codebook
from coding.language import _, ngettext
from coding.relations.cooccurrence import Pair
from coding.reports.tint import fullness

CELL = 30  # pixels


class MatrixModel(QAbstractTableModel):
    """A code down and a code across for each that meets another; only the half below the diagonal is filled. The first
    code has no row of its own and the last no column: nothing would stand there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: list[Named] = []
        self.most = 0
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._read = 0

    def show(self, pairs: Sequence[Pair], book: Codebook, read: int) -> None:
        """Replace everything."""
        self.beginResetModel()
        met = {key for pair in pairs for key in (pair.one_id, pair.other_id)}
        self.codes = [Named(node.id, node.name, node.colour, node.depth) for node in book if node.id in met]
        self._pairs = {(pair.one_id, pair.other_id): pair for pair in pairs}
        self.most, self._read = max((pair.interviews for pair in pairs), default=0), read
        self.endResetModel()

    def locate(self, one_id: int, other_id: int) -> QModelIndex:
        """The cell of a pair, given in codebook order; none when it is not there."""
        if (one_id, other_id) not in self._pairs:
            return QModelIndex()
        places = {named.code_id: place for place, named in enumerate(self.codes)}
        return self.index(places[other_id] - 1, places[one_id])

    def pair(self, index: QModelIndex) -> Pair | None:
        """The pair of a cell; None where the two do not meet."""
        if not index.isValid() or index.column() > index.row():
            return None
        key = (self.codes[index.column()].code_id, self.codes[index.row() + 1].code_id)
        return self._pairs.get(key)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """All codes but the first."""
        return 0 if parent is not None and parent.isValid() else max(len(self.codes) - 1, 0)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """All codes but the last."""
        return self.rowCount(parent)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of interviews; the whole in words for tooltips and screen readers."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                        Qt.ItemDataRole.AccessibleTextRole, PAIR):
            return None
        pair = self.pair(index)
        if role == PAIR:
            return pair
        if role == Qt.ItemDataRole.DisplayRole:
            return str(pair.interviews) if pair is not None else ""
        if not index.isValid() or index.column() > index.row():
            return None
        names = f"{self.codes[index.row() + 1].name} × {self.codes[index.column()].name}"
        if pair is None:
            return _("{codes}: they do not meet").format(codes=names)
        return ngettext("{codes}: {n} interview of {read}", "{codes}: {n} interviews of {read}",
                        pair.interviews).format(codes=names, n=pair.interviews, read=self._read)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The codes."""
        named = self.codes[section + (orientation == Qt.Orientation.Vertical)]
        return {Qt.ItemDataRole.DisplayRole: named.name, Qt.ItemDataRole.ToolTipRole: named.name,
                NAMED: named}.get(role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Only the half that is filled can be reached."""
        if index.column() > index.row():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class MatrixView(QTableView):
    """``chosen`` carries the Pair on which the arrows rest, or None where two codes do not meet; ``entered``: Enter
    asked to go into it."""

    chosen = pyqtSignal(object)
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self.down, self.across = NamesDown(self), NamesAcross(self)
        self.setModel(self.matrix)
        self.setItemDelegate(_CellDelegate(self))
        tables.headed(self, _("Matrix of the codes that meet"), self.down, self.across)
        self.down.setDefaultSectionSize(CELL)
        self.across.setDefaultSectionSize(CELL + 6)
        self._rest = tables.Rest(self, lambda: self.chosen.emit(self.pair()))

    def pair(self) -> Pair | None:
        """The pair of the current cell."""
        return self.matrix.pair(self.currentIndex())

    def choose(self, one_id: int, other_id: int) -> None:
        """Make a pair the current one, if it is there."""
        index = self.matrix.locate(one_id, other_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter goes into the pair."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Plain rectangles, drawn at the pace of scrolling."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell; a dot where two codes do not meet, nothing above the diagonal."""
        model = index.model()
        if painter is None or not isinstance(model, MatrixModel) or index.column() > index.row():
            return
        pair, colours = model.pair(index), theme.palette()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(12))
        painter.setPen(Qt.PenStyle.NoPen)
        if pair is None:
            painter.setBrush(colours.rule)
            painter.drawEllipse(area.center(), 1.5, 1.5)
        else:
            ground = theme.depth(colours.accent, fullness(pair.interviews, model.most))
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 3, 3)
            painter.setPen(theme.text_on(ground))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ink, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()
