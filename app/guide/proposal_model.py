# SPDX-License-Identifier: GPL-3.0-or-later
"""The matches that were found between turns and questions, each with a box."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from coding.guides.match import Match
from coding.language import N_, _, percent

QUESTION, INTERVIEW, TURN, WORDS, SURE = range(5)
TITLES = (N_("Question"), N_("Interview"), N_("Turn"), N_("What is said"), N_("How sure"))
MATCH = Qt.ItemDataRole.UserRole
Show = Literal["all", "unsure", "unticked"]


class ProposalModel(QAbstractTableModel):
    """``ticked`` are the places, in ``matches``, of those to take. ``narrow`` chooses what is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: tuple[Match, ...] = ()
        self.ticked: set[int] = set()
        self._questions: Mapping[int, str] = {}
        self._titles: Mapping[int, str] = {}
        self._rows: list[int] = []
        self._by: tuple[int | None, int | None, Show] = (None, None, "all")
        self._sorted: tuple[int, bool] = (INTERVIEW, False)

    def show(self, matches: Sequence[Match], questions: Mapping[int, str], titles: Mapping[int, str]) -> None:
        """Replace everything; the sure ones are ticked. ``questions`` are in the order of the guide, ``titles`` of
        interviews in that of the corpus."""
        self.matches, self._questions, self._titles = tuple(matches), questions, titles
        self.ticked = {place for place, match in enumerate(matches) if match.sure}
        self._arrange()

    def narrow(self, question_id: int | None, interview_id: int | None, show: Show) -> None:
        """Show only the matches of a question, of an interview, or those to look at."""
        self._by = (question_id, interview_id, show)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows shown."""
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def chosen(self) -> list[Match]:
        """The ticked matches, shown or not."""
        return [self.matches[place] for place in sorted(self.ticked)]

    def tick(self, rows: Collection[int], on: bool) -> None:
        """Tick or untick rows."""
        places = {self._rows[row] for row in rows}
        self.ticked = self.ticked | places if on else self.ticked - places
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), SURE))

    def is_ticked(self, row: int) -> bool:
        """Whether a row is ticked."""
        return self._rows[row] in self.ticked

    def match_of(self, row: int) -> Match:
        """The match of a row."""
        return self.matches[self._rows[row]]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """A row for each match shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Question, interview, turn, words, sureness."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """The first column has the box."""
        found = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == QUESTION else found

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and the box."""
        match = self.match_of(index.row())
        if role == MATCH:
            return match
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == QUESTION:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(match, index.column())
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A box was clicked."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    def _words(self, match: Match, column: int) -> str:
        match column:
            case 0:
                return self._questions.get(match.question_id, "")
            case 1:
                return self._titles.get(match.interview_id, "")
            case 2:
                return str(match.turn_number)
            case 3:
                return match.words
            case _:
                told = percent(match.score, 0)
                return told if match.sure else _("{share} · to check").format(share=told)

    def _arrange(self) -> None:
        question, interview, show = self._by
        self.beginResetModel()
        self._rows = [
            place for place, match in enumerate(self.matches)
            if question in (None, match.question_id) and interview in (None, match.interview_id)
            and (show == "all" or (show == "unsure" and not match.sure)
                 or (show == "unticked" and place not in self.ticked))
        ]
        column, reverse = self._sorted
        self._rows.sort(key=lambda place: self._key(self.matches[place], column), reverse=reverse)
        self.endResetModel()

    def _key(self, match: Match, column: int) -> tuple[Any, ...]:
        questions, titles = list(self._questions), list(self._titles)
        question = questions.index(match.question_id) if match.question_id in self._questions else -1
        interview = titles.index(match.interview_id) if match.interview_id in self._titles else -1
        return {
            QUESTION: (question, interview, match.turn_number), INTERVIEW: (interview, match.turn_number, question),
            TURN: (match.turn_number,), WORDS: (match.words,), SURE: (match.score,),
        }[column]
