# SPDX-License-Identifier: GPL-3.0-or-later
"""What was put to whom, as an item model: questions or themes × interviews, with a count at each end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.language import _, ngettext

CELL = Qt.ItemDataRole.UserRole  # a Cell, or None at the ends and on the line of a section
LINE = Qt.ItemDataRole.UserRole + 1  # the Line, of cells and of vertical headers; None for the last one
State = Literal["put", "not", "unknown"]


@dataclass(frozen=True)
class Cell:
    """``turns`` puts it there, where that is known; ``by_hand``: said by the researcher, not read in the turns."""

    state: State
    turns: int = 0
    by_hand: bool = False


@dataclass(frozen=True)
class Line:
    """A question or a theme; ``key`` is None for the heading of a section. ``lesser``: a prompt."""

    key: int | None
    text: str
    colour: str = ""
    lesser: bool = False


@dataclass(frozen=True)
class Sheet:
    """``columns`` are the id and title of each interview; ``cells`` go by (key of the line, interview id), one that
    is missing being ``unknown``. ``title`` names what the lines are; ``themes``: they are themes, not questions."""

    title: str
    lines: tuple[Line, ...]
    columns: tuple[tuple[int, str], ...]
    cells: Mapping[tuple[int, int], Cell]
    themes: bool = False


NOTHING = Cell("unknown")
EMPTY = Sheet("", (), (), {})


class MatrixModel(QAbstractTableModel):
    """After the lines, how many of them were put to each interview (prompts aside); after the interviews, to how
    many each line was put."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = EMPTY

    def show(self, sheet: Sheet) -> None:
        """Replace everything; what keeps its lines and columns keeps its places."""
        same = sheet.lines == self.sheet.lines and sheet.columns == self.sheet.columns
        if not same:
            self.beginResetModel()
        self.sheet = sheet
        if not same:
            self.endResetModel()
        elif self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def line(self, row: int) -> Line | None:
        """The line of a row; None for the last one."""
        return self.sheet.lines[row] if 0 <= row < len(self.sheet.lines) else None

    def interview(self, column: int) -> tuple[int, str] | None:
        """The interview of a column; None for the last one."""
        return self.sheet.columns[column] if 0 <= column < len(self.sheet.columns) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell; None at the ends and on the line of a section."""
        line, interview = self.line(row), self.interview(column)
        if line is None or line.key is None or interview is None:
            return None
        return self.sheet.cells.get((line.key, interview[0]), NOTHING)

    def place(self, key: int, interview_id: int | None) -> QModelIndex:
        """The cell of a line and an interview (the last column when None); invalid when there is none."""
        row = next((n for n, line in enumerate(self.sheet.lines) if line.key == key), -1)
        columns: list[int | None] = [*(each for each, _title in self.sheet.columns), None]
        column = columns.index(interview_id) if interview_id in columns else -1
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def never(self, row: int) -> list[tuple[int, str]]:
        """The interviews to which a line was not put, as far as is known."""
        return [self.sheet.columns[n] for n in range(len(self.sheet.columns)) if self._state(row, n) == "not"]

    def missed(self, column: int) -> list[Line]:
        """The lines that were not put to an interview, prompts aside."""
        return [line for row, line in enumerate(self.sheet.lines)
                if not line.lesser and self._state(row, column) == "not"]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """The lines, and the last one."""
        return 0 if (parent is not None and parent.isValid()) or not self.sheet.lines else len(self.sheet.lines) + 1

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """The interviews, and the last column."""
        return 0 if (parent is not None and parent.isValid()) or not self.sheet.columns else len(self.sheet.columns) + 1

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Nothing is to be chosen on the line of a section."""
        line = self.line(index.row())
        return Qt.ItemFlag.NoItemFlags if line is not None and line.key is None else super().flags(index)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Figures for the painter and words for the screen reader."""
        row, column = index.row(), index.column()
        if role == LINE:
            return self.line(row)
        if role == CELL:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._figure(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles across, questions or themes down."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Vertical:
            line = self.line(section)
            if role == LINE:
                return line
            return (line.text if line is not None else _("How many")) if shown else None
        interview = self.interview(section)
        return (interview[1] if interview is not None else _("put to")) if shown else None

    def _state(self, row: int, column: int) -> State:
        return (self.cell(row, column) or NOTHING).state

    def _figure(self, row: int, column: int) -> str:
        line, interview = self.line(row), self.interview(column)
        if line is not None and line.key is None:
            return ""
        if line is None:
            return "" if interview is None else str(self._put_in(column))
        if interview is None:
            return f"{self.put_to(row)}/{self._known(row)}" if self._known(row) else ""
        cell = self.cell(row, column) or NOTHING
        return {"put": str(cell.turns or "✓"), "not": "" if line.lesser else "–", "unknown": ""}[cell.state]

    def put_to(self, row: int) -> int:
        """To how many interviews a line was put."""
        return sum(self._state(row, n) == "put" for n in range(len(self.sheet.columns)))

    def _known(self, row: int) -> int:
        return sum(self._state(row, n) != "unknown" for n in range(len(self.sheet.columns)))

    def _put_in(self, column: int) -> int:
        return sum(self._state(row, column) == "put" for row, line in enumerate(self.sheet.lines) if not line.lesser)

    def _words(self, row: int, column: int) -> str:
        """A cell in a sentence: what, to whom, how."""
        line, interview = self.line(row), self.interview(column)
        if line is not None and line.key is None:
            return line.text
        if line is None:
            whole = sum(each.key is not None and not each.lesser for each in self.sheet.lines)
            return "" if interview is None else _("{title}: {n} of {whole} put").format(
                title=interview[1], n=self._put_in(column), whole=whole)
        if interview is None:
            return _("{line}\nPut to {n} of {whole} interviews").format(
                line=line.text, n=self.put_to(row), whole=self._known(row))
        said = state_words(self.cell(row, column) or NOTHING, theme=self.sheet.themes)
        return f"{line.text} × {interview[1]}\n{said}"


def state_words(cell: Cell, *, theme: bool = False) -> str:
    """What is known of a cell, of a question or of a theme."""
    if cell.turns:
        return ngettext("put in {n} turn", "put in {n} turns", cell.turns).format(n=cell.turns)
    if theme and cell.state != "unknown":
        known = _("theme asked") if cell.state == "put" else _("theme not asked")
    else:
        known = {"put": _("put"), "not": _("never put"), "unknown": _("nothing known")}[cell.state]
    return _("{known}, said by hand").format(known=known) if cell.by_hand else known
