# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix on the page: its first column stays, titles stand upright where they do not fit."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import theme
from app.guide.matrix_model import CELL, LINE, Line, MatrixModel, Sheet
from app.transversal.headers import TitleHeader, Widths
from app.widgets import tables
from app.widgets.strokes import swatch

ROW_HEIGHT, SECTION_HEIGHT = 28, 34
WIDTHS = Widths(26, 48, 96, 58)
LEAST_HEAD, MOST_HEAD = 220, 420  # the first one
BAR = 18  # that scrolls
STATES = {Qt.Key.Key_Plus: "put", Qt.Key.Key_Minus: "not", Qt.Key.Key_Delete: "unknown"}
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MatrixView(QTableView):
    """``moved`` says that another cell is the current one; ``entered_cell``, that Enter asked to go into it;
    ``turn_asked``, that Space or a second click asked to change the chosen cells; ``said`` carries the state that a
    key gives them (``STATES``)."""

    moved = pyqtSignal(QModelIndex)
    entered_cell = pyqtSignal()
    turn_asked = pyqtSignal()
    said = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self.lines, self.titles = LineHeader(self), TitleHeader(self)
        self.setModel(self.matrix)
        self.setItemDelegate(MatrixDelegate(self))
        tables.headed(self, "", self.lines, self.titles)
        self.lines.setDefaultSectionSize(ROW_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines.sectionClicked.connect(self._to_end)
        self._before = QModelIndex()
        self._follow_selection()

    def show_sheet(self, sheet: Sheet) -> None:
        """Replace what is shown; the current cell stays so where it still exists."""
        kept = self.current()
        self.matrix.show(sheet)
        self.setAccessibleName(sheet.title)
        for row, line in enumerate(sheet.lines):
            self.setRowHeight(row, SECTION_HEIGHT if line.key is None else ROW_HEIGHT)
        self.fit()
        if kept is not None:
            self.choose(self.matrix.place(*kept))

    def current(self) -> tuple[int, int | None] | None:
        """The key of the current line and the interview (None: the last column); None when there is none."""
        index = self.currentIndex()
        line = self.matrix.line(index.row())
        if line is None or line.key is None:
            return None
        interview = self.matrix.interview(index.column())
        return line.key, None if interview is None else interview[0]

    def chosen(self) -> list[tuple[int, int]]:
        """The line and interview of every chosen cell."""
        found = []
        for index in self.selectedIndexes():
            line, interview = self.matrix.line(index.row()), self.matrix.interview(index.column())
            if line is not None and line.key is not None and interview is not None:
                found.append((line.key, interview[0]))
        return found

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one."""
        chosen = self.selectionModel()
        if chosen is not None and index.isValid():
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def fit(self) -> None:
        """Columns as wide as their titles where that fits; else narrow, their titles upright."""
        columns = self.matrix.columnCount()
        if not columns:
            return
        room = self.width() - WIDTHS.last - BAR
        self.lines.most = max(LEAST_HEAD, min(MOST_HEAD, room - WIDTHS.narrowest * (columns - 1)))
        self.titles.fit(room - self.lines.sizeHint().width(), WIDTHS)
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Titles may fit now, or no longer."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter goes into the cell; Space, + and - and Del say what is known of it."""
        if event is None:
            return
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit()
        elif key == Qt.Key.Key_Space:
            self.turn_asked.emit()
        elif key in STATES:
            self.said.emit(STATES[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Remember which cell was the current one."""
        self._before = self.currentIndex()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click on the cell that was already chosen changes it."""
        super().mouseReleaseEvent(event)
        if (event is not None and event.button() == Qt.MouseButton.LeftButton and self._before.isValid()
                and self.indexAt(event.position().toPoint()) == self._before == self.currentIndex()
                and not event.modifiers()):
            self.turn_asked.emit()

    def _follow_selection(self) -> None:
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentChanged.connect(lambda current, _before: self.moved.emit(current))

    def _to_end(self, row: int) -> None:
        """A click on a line tells of all its interviews."""
        self.choose(self.matrix.index(row, self.matrix.columnCount() - 1))


class LineHeader(QHeaderView):
    """Sections in bold, questions below them, prompts further in; or themes in their colours. ``most`` is the widest
    it may be, in pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.most = MOST_HEAD
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its longest line, within reason."""
        model = self.model()
        lines = model.sheet.lines if isinstance(model, MatrixModel) else ()
        widths = [QFontMetrics(_font(line)).horizontalAdvance(line.text) + _left(line) + 14 for line in lines]
        return QSize(min(max(widths, default=LEAST_HEAD), self.most), super().sizeHint().height())

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """One line, cut by «…» where it is too long."""
        model = self.model()
        if painter is None or not isinstance(model, MatrixModel):
            return
        line = model.line(logicalIndex)
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colours.page)
        left = rect.left() + (_left(line) if line is not None else 16)
        if line is not None and line.colour:
            swatch(painter, left - 16, rect.center().y() + 1, theme.readable(line.colour))
        font = _font(line)
        painter.setFont(font)
        painter.setPen(colours.muted if line is None or line.lesser else colours.ink)
        text = line.text if line is not None else model.headerData(logicalIndex, Qt.Orientation.Vertical)
        room = QRect(left, rect.top() + (6 if line is not None and line.key is None else 0), rect.right() - left - 8,
                     rect.height() - (6 if line is not None and line.key is None else 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()


class MatrixDelegate(QStyledItemDelegate):
    """A tint where something was put, a dash where it never was, a dot in the corner where that was said by hand."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        if painter is None:
            return
        cell, line, text = index.data(CELL), index.data(LINE), index.data()
        colours = theme.palette()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(12))
        ink = colours.muted if cell is None else colours.faint
        if cell is not None and cell.state == "put":
            ground = theme.tint(line.colour or colours.accent, 0.22 if line.lesser else 0.38)
            ink = theme.text_on(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 3, 3)
        painter.setPen(ink)
        painter.drawText(area, _CENTRE, text)
        if cell is not None and cell.by_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink if cell.state == "put" else colours.accent)
            painter.drawEllipse(QRectF(area.right() - 5, area.top() + 2, 3, 3))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ink, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()


def _left(line: Line) -> int:
    """Where a line begins."""
    return 16 if line.key is None else 48 if line.lesser else 34 if line.colour else 30


def _font(line: Line | None) -> QFont:
    bold = line is None or line.key is None
    return theme.ui_font(12, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
