# SPDX-License-Identifier: GPL-3.0-or-later
"""The words counted, as rows: how often, in how many interviews and, for a part, the same and its specificity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app import theme
from coding.fold import fold
from coding.language import _, number
from coding.textometry.counting import Part, Vocabulary
from coding.textometry.specificity import exponent, rounded

WORD, COUNT, SPREAD, HERE, AMONG, SPECIFIC = range(6)


@dataclass(frozen=True)
class Line:
    """A word. ``here``, ``among`` and ``specific`` are its count, in how many interviews, and its exponent in the part
    read, 0 without one."""

    word: str
    count: int
    spread: int
    here: int
    among: int
    specific: float


def lines_of(found: Vocabulary, words: Sequence[int], part: int | None) -> list[Line]:
    """The words (places in ``found.words``) with what the part of that place makes of them, the most specific first."""
    if part is None:
        return [Line(found.words[at], found.counts[at], found.spread[at], 0, 0, 0.0) for at in words]
    read = found.parts[part]
    made = [Line(found.words[at], found.counts[at], found.spread[at], read.counts[at], read.spread[at],
                 exponent(read.counts[at], read.words, found.counts[at], found.corpus)) for at in words]
    return sorted(made, key=lambda line: -line.specific)


class WordsModel(QAbstractTableModel):
    """``take`` is told how many interviews were read, and the part read, which brings columns of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._all: list[Line] = []
        self._interviews = 0
        self.part: Part | None = None

    def take(self, lines: list[Line], interviews: int, part: Part | None) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines, self._all, self._interviews, self.part = lines, lines, interviews, part
        self.endResetModel()

    def narrow(self, begun: str) -> None:
        """Show the words that begin so."""
        wanted = fold(begun.strip())
        self.beginResetModel()
        self.lines = [line for line in self._all if fold(line.word).startswith(wanted)] if wanted else self._all
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7 if self.part else 4  # the last one is empty

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (_("Word"), _("Times said"), _("Interviews"), _("Times here"), _("Interviews here"),
                      _("Specificity"))
            return titles[section] if section < self.columnCount() - 1 else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if column == self.columnCount() - 1:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == Qt.ItemDataRole.FontRole and column == WORD:
            return theme.reading_font(15)
        if role == Qt.ItemDataRole.ForegroundRole:
            colours = theme.palette()
            return colours.ink if column in (WORD, COUNT, HERE) or (
                column == SPECIFIC and rounded(line.specific)) else colours.muted
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.headerData(column, Qt.Orientation.Horizontal)
            return self._said(line, column) if column == WORD else f"{title}: {self._said(line, column)}"
        return None

    def _said(self, line: Line, column: int) -> str:
        if column == SPREAD:
            return f"{line.spread}/{self._interviews}"
        if column == AMONG:
            return f"{line.among}/{self.part.interviews if self.part is not None else 0}"
        if column == SPECIFIC:
            whole = rounded(line.specific)
            return _("banal") if not whole else f"+{whole}" if whole > 0 else f"−{-whole}"
        return line.word if column == WORD else number(line.count if column == COUNT else line.here)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, the most first; column -1 is the order they came in."""
        self.beginResetModel()
        keys = (lambda line: fold(line.word), lambda line: -line.count, lambda line: -line.spread,
                lambda line: -line.here, lambda line: -line.among, lambda line: -line.specific)
        if 0 <= column < len(keys):
            self.lines = sorted(self.lines, key=keys[column], reverse=order == Qt.SortOrder.DescendingOrder)
        else:
            shown = set(self.lines)
            self.lines = [line for line in self._all if line in shown]
        self.endResetModel()


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == WORD else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
