# SPDX-License-Identifier: GPL-3.0-or-later
"""A guide as it is edited: the lines of its sections and questions, and what a move makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, pyqtSignal

from coding.codebook import Codebook
from coding.guides.guides import GuideRow, QuestionRow
from coding.language import N_, _

TEXT, KIND, THEME, PUT = range(4)
TITLES = (N_("Question"), N_("Kind"), N_("Theme or code"), N_("Put to"))
LINE = Qt.ItemDataRole.UserRole  # the Line of a row
MIME = "application/x-filrouge-guide-line"


@dataclass(frozen=True)
class Line:
    """``question`` is None for the heading of a section; ``place`` is that of the question, or of the section's
    first, in the guide."""

    section: str
    question: QuestionRow | None
    place: int


@dataclass(frozen=True)
class Move:
    """Questions that follow each other and the place of each after the move; ``section`` where they change it."""

    places: tuple[tuple[int, int], ...]
    section: str | None
    down: bool


def lines_of(questions: Sequence[QuestionRow]) -> list[Line]:
    """Questions in order, each run of a section under its heading (none for questions without a section)."""
    found: list[Line] = []
    for place, question in enumerate(questions):
        if question.section and (place == 0 or questions[place - 1].section != question.section):
            found.append(Line(question.section, None, place))
        found.append(Line(question.section, question, place))
    return found


def moved(lines: Sequence[Line], row: int, gap: int) -> Move | None:
    """What putting a line (a section with all its questions) before the line ``gap`` changes; None for nothing.

    A question takes the section of what stands above the gap. A section falls before or after a whole one.
    """
    line = lines[row]
    if line.question is not None:
        above = lines[gap - 1] if gap > 0 else None
        section = above.section if above is not None else ""
        to = sum(each.question is not None for each in lines[:gap])
        to -= line.place < to
        if to == line.place and section == line.section:
            return None
        return Move(((line.question.id, to),), section if section != line.section else None, to > line.place)
    run = _run(lines, row)
    while row < gap < len(lines) and lines[gap].question is not None:
        gap += 1
    while 0 < gap < row and lines[gap].question is not None:
        gap -= 1
    to = sum(each.question is not None for each in lines[:gap])
    if line.place <= to <= line.place + len(run):
        return None
    start = to if to < line.place else to - len(run)
    return Move(tuple((key, start + n) for n, key in enumerate(run)), None, start > line.place)


def _run(lines: Sequence[Line], row: int) -> list[int]:
    """The questions under a heading."""
    found = []
    for line in lines[row + 1:]:
        if line.question is None or line.section != lines[row].section:
            break
        found.append(line.question.id)
    return found


class OutlineModel(QAbstractTableModel):
    """``edited`` carries (line, column, value) for the page to record; ``dropped`` a Move."""

    edited = pyqtSignal(object, int, object)
    dropped = pyqtSignal(object, object)

    def __init__(self, book: Callable[[], Codebook], *, read_only: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._read_only = read_only
        self.lines: list[Line] = []
        self._put: dict[int, str] = {}

    def show(self, guide: GuideRow | None, put: dict[int, str]) -> None:
        """Replace what is shown; ``put`` says to how many each question was put. Lines that stay keep their row."""
        lines = lines_of(guide.questions) if guide is not None else []
        same = len(lines) == len(self.lines) and all(
            (one.question is None) == (other.question is None) for one, other in zip(lines, self.lines, strict=True))
        if not same:
            self.beginResetModel()
        self.lines, self._put = lines, put
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, PUT))

    def row_of(self, question_id: int) -> int:
        """Where a question stands; -1 when it does not."""
        return next((n for n, line in enumerate(self.lines) if line.question and line.question.id == question_id), -1)

    def below(self, row: int) -> list[int]:
        """The question of a line, or those of the section it heads."""
        question = self.lines[row].question
        return _run(self.lines, row) if question is None else [question.id]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for each section and question."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """What it says, its kind, its theme, to how many it was put."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """What can be changed and carried."""
        found = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self._read_only:
            return found
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        found |= Qt.ItemFlag.ItemIsDragEnabled
        heading = self.lines[index.row()].question is None
        editable = index.column() == TEXT or (not heading and index.column() in (KIND, THEME))
        return found | Qt.ItemFlag.ItemIsEditable if editable else found

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the delegate and the screen reader, values for editors."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.EditRole:
            return self._value(line, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = _("section") if line.question is None else _("prompt") if line.question.is_prompt else ""
            shown = self._shown(line, index.column())
            return f"{shown}, {kind}" if kind and index.column() == TEXT else shown
        if role == Qt.ItemDataRole.DecorationRole and index.column() == THEME:
            node = self._book().by_id.get(line.question.theme_id or 0) if line.question else None
            return node.colour if node is not None else None
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand over what was written or chosen; it is shown once it is recorded."""
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == self._value(line, index.column()):
            return False
        self.edited.emit(line, index.column(), value)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines only move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Lines of this guide."""
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        """The row of the line that is carried."""
        made = QMimeData()
        made.setData(MIME, str(min(index.row() for index in indexes)).encode())
        return made

    def dropMimeData(self, data: QMimeData | None, action: Qt.DropAction, row: int, column: int,
                     parent: QModelIndex) -> bool:
        """Between two lines, or after the one that is pointed at."""
        if data is None or not data.hasFormat(MIME) or self._read_only:
            return False
        gap = row if row >= 0 else parent.row() + 1 if parent.isValid() else len(self.lines)
        carried = int(bytes(data.data(MIME).data()))
        move = moved(self.lines, carried, gap)
        if move is not None:
            self.dropped.emit(move, self.lines[carried])
        return False  # the lines are shown anew once the act is done: the view has none to remove

    def _value(self, line: Line, column: int) -> Any:
        if line.question is None:
            return line.section
        return {TEXT: line.question.text, KIND: line.question.is_prompt, THEME: line.question.theme_id}.get(column)

    def _shown(self, line: Line, column: int) -> str:
        question = line.question
        if question is None:
            return line.section if column == TEXT else ""
        match column:
            case 0:
                return question.text
            case 1:
                return _("prompt") if question.is_prompt else _("question")
            case 2:
                found = question.theme_id in self._book().by_id
                return self._book().path_text(question.theme_id or 0) if found else ""
            case _:
                return self._put.get(question.id, "")
