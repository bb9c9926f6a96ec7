# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found, before it is taken in: looked through, ticked, read in its transcript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app import parts
from app.guide.proposal_model import INTERVIEW, QUESTION, SURE, TURN, WORDS, ProposalModel, Show
from app.widgets.lead import lead
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import joined
from coding.guides.match import Match
from coding.language import _, ngettext, number

WIDTHS = {QUESTION: 270, INTERVIEW: 110, TURN: 58, SURE: 130}


class ProposalPage(parts.Panel):
    """``taken`` carries the ticked matches; ``dropped`` says that none is wanted; ``read_asked`` carries one to read
    in its transcript."""

    taken = pyqtSignal(list)
    dropped = pyqtSignal()
    read_asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.model = ProposalModel(self)
        self.table = _Table(self.model)
        self.question_pill = Pill(_("Question: {choice}"))
        self.interview_pill = Pill(_("Interview: {choice}"))
        self.show_pill = Pill(_("Show: {choice}"))
        self.show_pill.offer([Choice("all", _("all")), Choice("unsure", _("those to check")),
                              Choice("unticked", _("those not ticked"))], "all")
        for pill in (self.question_pill, self.interview_pill, self.show_pill):
            pill.chosen.connect(lambda _key: self._narrow())
        self.question, self.words = parts.label("", "muted", wrap=True), parts.label("", wrap=True)
        self.count = parts.label("", "muted")
        self.take = parts.button("", self._take, name="primary")
        self.table.tick_asked.connect(self._tick)
        self.table.read_asked.connect(lambda row: self.read_asked.emit(self.model.match_of(row)))
        self.model.dataChanged.connect(lambda *_places: self._say())
        self.model.modelReset.connect(self._say)
        self._follow_row()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        self._pills = PillRow((self.question_pill, self.interview_pill, self.show_pill))
        head.addWidget(self._pills, 1)
        head.addWidget(parts.button(_("Tick all shown"), lambda: self._tick_shown(True), name="flat"))
        head.addWidget(parts.button(_("Untick all shown"), lambda: self._tick_shown(False), name="flat"))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 14, 10)
        foot.setSpacing(10)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(parts.label(_("Space ticks · Enter reads the turn in its transcript"), "faint"))
        foot.addWidget(parts.button(_("Take none"), self.dropped.emit))
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._make_below())
        column.addLayout(foot)
        lead(self, lambda: self.table)

    def _make_below(self) -> QWidget:
        below = parts.Panel("panel")
        reading = QVBoxLayout(below)
        reading.setContentsMargins(16, 10, 16, 10)
        reading.setSpacing(4)
        reading.addWidget(self.question)
        reading.addWidget(self.words)
        reading.addStretch(1)
        below.setFixedHeight(104)
        return below

    def show_matches(self, matches: Sequence[Match], questions: Mapping[int, str], titles: Mapping[int, str]) -> None:
        """Show what was found."""
        asked = {match.question_id for match in matches}
        where = {match.interview_id for match in matches}
        self.question_pill.offer([Choice(None, _("all")), *(
            Choice(key, text if len(text) < 70 else text[:68] + "…", short=text if len(text) < 34 else text[:32] + "…")
            for key, text in questions.items() if key in asked)], None)
        self.interview_pill.offer([Choice(None, _("all")), *(
            Choice(key, title) for key, title in titles.items() if key in where)], None)
        self.show_pill.choose("all")
        self.model.narrow(None, None, "all")
        self.model.show(matches, questions, titles)
        self._pills.fit()
        if matches:
            self.table.setCurrentIndex(self.model.index(0, QUESTION))

    def _narrow(self) -> None:
        question, interview = self.question_pill.current, self.interview_pill.current
        self.model.narrow(cast("int | None", question), cast("int | None", interview),
                          cast(Show, self.show_pill.current))
        self._pills.fit()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, QUESTION))

    def _tick(self, rows: list[int]) -> None:
        """All of the rows become what the first of them is not."""
        if rows:
            self.model.tick(rows, not self.model.is_ticked(rows[0]))

    def _tick_shown(self, on: bool) -> None:
        self.model.tick(range(self.model.rowCount()), on)

    def _take(self) -> None:
        self.taken.emit(self.model.chosen())

    def _say(self) -> None:
        ticked, found = len(self.model.ticked), len(self.model.matches)
        unsure = sum(not match.sure for match in self.model.matches)
        self.count.setText(joined(
            ngettext("{n} match found", "{n} matches found", found).format(n=number(found)),
            ngettext("{n} to check", "{n} to check", unsure).format(n=number(unsure)) if unsure else ""))
        self.take.setText(ngettext("Take {n} match", "Take {n} matches", ticked).format(n=number(ticked)))
        self.take.setEnabled(ticked > 0)
        self._show_row()

    def _follow_row(self) -> None:
        chosen = self.table.selectionModel()
        if chosen is not None:
            chosen.currentRowChanged.connect(lambda *_indexes: self._show_row())

    def _show_row(self) -> None:
        """The whole words of the current row, which the table cuts."""
        row = self.table.currentIndex().row()
        shown = 0 <= row < self.model.rowCount()
        self.question.setText(self.model.index(row, QUESTION).data() if shown else "")
        self.words.setText(_("“{words}”").format(words=self.model.match_of(row).words) if shown else "")


class _Table(QTableView):
    """``tick_asked`` carries the rows that Space ticks or unticks; ``read_asked`` the row that Enter reads."""

    tick_asked = pyqtSignal(list)
    read_asked = pyqtSignal(int)

    def __init__(self, model: ProposalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(_("Matches found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(INTERVIEW, Qt.SortOrder.AscendingOrder)
        across, down = self.horizontalHeader(), self.verticalHeader()
        if across is not None and down is not None:
            down.hide()
            down.setDefaultSectionSize(30)
            across.setHighlightSections(False)
            across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            across.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(lambda index: self.read_asked.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Space ticks every selected row; Enter reads the current one."""
        key = event.key() if event is not None else 0
        if key == Qt.Key.Key_Space:
            self.tick_asked.emit(sorted({index.row() for index in self.selectedIndexes()}))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.read_asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
