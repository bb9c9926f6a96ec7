# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a guide on the page: written in place, dragged, moved by keys."""

from __future__ import annotations

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.desk import Desk
from app.guide.outline_delegate import OutlineDelegate
from app.guide.outline_model import KIND, PUT, TEXT, THEME, Line, OutlineModel, moved
from coding.guides.guides import GuideRow
from coding.language import _

WIDTHS = {KIND: 92, THEME: 210, PUT: 74}
ALT = Qt.KeyboardModifier.AltModifier
_EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineView(QTableView):
    """``add_asked``, ``remove_asked``: what Insert and Delete ask; ``move_asked`` carries a Move."""

    add_asked = pyqtSignal()
    remove_asked = pyqtSignal()
    move_asked = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(lambda: desk.codebook, read_only=desk.read_only, parent=self)
        self._read_only = desk.read_only
        self.setModel(self.outline)
        self.setItemDelegate(OutlineDelegate(desk, self))
        self.setAccessibleName(_("Sections and questions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop if desk.read_only
                             else QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self._folding = QTimer(self)
        self._folding.setSingleShot(True)
        self._folding.timeout.connect(self.resizeRowsToContents)
        self._lay_out_headers()
        self.outline.dropped.connect(lambda move, _line: self.move_asked.emit(move))

    def _lay_out_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        if across is None or down is None:
            return
        down.hide()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        across.sectionResized.connect(lambda *_sizes: self._folding.start(0))  # words fold otherwise
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def show_guide(self, guide: GuideRow | None, put: dict[int, str]) -> None:
        """Show a guide; the current line stays so where it still exists."""
        line, column = self.line(), self.currentIndex().column()
        self.outline.show(guide, put)
        self.clearSpans()
        for row, each in enumerate(self.outline.lines):
            if each.question is None:
                self.setSpan(row, 0, 1, self.outline.columnCount())
        self.resizeRowsToContents()
        if line is not None and not self.line_is(line):
            row = self._row_like(line)
            if row >= 0:
                self.setCurrentIndex(self.outline.index(row, max(0, column)))

    def line(self) -> Line | None:
        """The current line."""
        row = self.currentIndex().row()
        return self.outline.lines[row] if 0 <= row < len(self.outline.lines) else None

    def line_is(self, line: Line) -> bool:
        """Whether the current line is that one, wherever it stands."""
        here = self.line()
        return here is not None and _key(here) == _key(line)

    def pick(self, question_id: int) -> None:
        """Make a question the current line."""
        row = self.outline.row_of(question_id)
        if row >= 0:
            self.setCurrentIndex(self.outline.index(row, TEXT))

    def write_line(self) -> None:
        """Begin to write the current line."""
        index = self.outline.index(self.currentIndex().row(), TEXT)
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def end_writing(self) -> None:
        """Record what is being written."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()

    def step(self, by: int) -> None:
        """Move the current line one place up or down."""
        row, line = self.currentIndex().row(), self.line()
        if line is None or self._read_only:
            return
        gap = row - 1 if by < 0 else row + 2
        if line.question is None and by > 0:
            gap = row + len(self.outline.below(row)) + 2
        if gap >= 0:
            move = moved(self.outline.lines, row, min(gap, len(self.outline.lines)))
            if move is not None:
                self.move_asked.emit(move)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Alt+arrows move, Insert adds, Delete removes, Enter writes; arrows go from line to line."""
        if event is None:
            return
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & ALT)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert and not self._read_only:
            self.add_asked.emit()
        elif key == Qt.Key.Key_Delete and not self._read_only:
            self.remove_asked.emit()
        elif key in _EDITS and self.state() != QAbstractItemView.State.EditingState:
            index = self.currentIndex()
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def _row_like(self, line: Line) -> int:
        """Where a line stands now; near where it was when it is gone."""
        found = next((n for n, each in enumerate(self.outline.lines) if _key(each) == _key(line)), None)
        if found is not None:
            return found
        return min((n for n, each in enumerate(self.outline.lines) if each.question is not None),
                   key=lambda n: abs(self.outline.lines[n].place - line.place), default=-1)


def _key(line: Line) -> object:
    return line.question.id if line.question is not None else line.section
