# SPDX-License-Identifier: GPL-3.0-or-later
"""A matrix with what its cells hold: questions or themes × interviews."""

from __future__ import annotations

from typing import Literal

from PyQt6.QtCore import QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QShowEvent
from PyQt6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import guides as acts
from app.desk import Desk
from app.guide.cell_panel import CellPanel
from app.guide.matrix_model import State
from app.guide.matrix_read import Found, questions_sheet, themes_sheet
from app.guide.matrix_view import MatrixView
from app.widgets.empty import Empty
from app.widgets.lead import lead
from app.widgets.words import joined
from coding.guides import reading
from coding.guides.reading import AskingTurn
from coding.language import _

Kind = Literal["questions", "themes"]
AFTER: dict[State, State] = {"unknown": "put", "put": "not", "not": "unknown"}
SAID: dict[State, bool | None] = {"put": True, "not": False, "unknown": None}


class AskedPage(QWidget):
    """``kind`` says which of the two matrices it is. Marking goes through acts and comes back by ``show_found``.
    ``follow_asked``: choose which interviews followed the guide."""

    follow_asked = pyqtSignal()

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._found: Found | None = None
        self.matrix = MatrixView()
        self.panel = CellPanel(read_only=desk.read_only)
        self.empty = Empty()
        self.empty.asked.connect(self.follow_asked)
        self._legend = parts.label("", "faint", wrap=True)
        self._build()
        self.matrix.moved.connect(self._open)
        self.matrix.entered_cell.connect(self._enter)
        if kind == "themes" and not desk.read_only:
            self.matrix.turn_asked.connect(self._turn)
            self.matrix.said.connect(self.say)
        self.panel.said.connect(self.say)
        self.panel.marked.connect(self._mark)
        self.panel.turn_asked.connect(self._read_turn)
        self.panel.place_asked.connect(self._go)

    def _build(self) -> None:
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._legend.setContentsMargins(16, 8, 14, 10)
        column.addWidget(self._legend)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([800, 290])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        lead(self, lambda: self.matrix)

    def show_found(self, found: Found) -> None:
        """Show what was read."""
        self._found = found
        sheet = (questions_sheet if self._kind == "questions" else themes_sheet)(found, self._desk.codebook)
        self.matrix.show_sheet(sheet)
        shown = bool(sheet.lines and sheet.columns)
        self._stack.setCurrentWidget(self.matrix if shown else self.empty)
        self.panel.setVisible(shown)
        self._legend.setVisible(shown)
        self._say_legend()
        if not shown:
            self._say_empty(bool(sheet.lines))
        if self.isVisible():
            self._open(self.matrix.currentIndex())

    def showEvent(self, event: QShowEvent | None) -> None:
        """Tell of the current cell, which may have changed meanwhile."""
        super().showEvent(event)
        self._open(self.matrix.currentIndex())

    def say(self, state: State) -> None:
        """Say by hand what is known of the chosen cells."""
        pairs = self.matrix.chosen()
        if pairs and self._kind == "themes" and not self._desk.read_only:
            acts.set_asked(self._desk, pairs, SAID[state])

    def _turn(self) -> None:
        """The next state of the current cell, for all that are chosen."""
        index = self.matrix.currentIndex()
        cell = self.matrix.matrix.cell(index.row(), index.column())
        if cell is not None:
            self.say(AFTER[cell.state])

    def _mark(self, turn_id: int, on: bool) -> None:
        place = self.matrix.current()
        if place is not None and not self._desk.read_only:
            acts.put(self._desk, turn_id=turn_id, question_id=place[0], on=on)

    def _enter(self) -> None:
        if self.panel.list.isVisible():
            self.panel.list.setFocus()
        elif self._kind == "themes":
            self.panel.group.buttons()[0].setFocus()

    def _go(self, key: int, interview_id: int) -> None:
        self.matrix.choose(self.matrix.matrix.place(key, interview_id))
        self.matrix.setFocus()

    def _read_turn(self, turn: AskingTurn) -> None:
        place = self.matrix.current()
        if place is not None and place[1] is not None:
            self._desk.place_asked.emit(place[1], turn.start, turn.end)

    def _open(self, index: QModelIndex) -> None:
        """Tell of the current cell."""
        model, row, column = self.matrix.matrix, index.row(), index.column()
        line, interview, cell = model.line(row), model.interview(column), model.cell(row, column)
        if not index.isValid() or (line is None and interview is None) or (line is not None and line.key is None):
            self.panel.show_nothing()
        elif line is None and interview is not None:
            self.panel.show_interview(interview, model.missed(column), theme=model.sheet.themes)
        elif line is not None and interview is None:
            self.panel.show_line(line, model.never(row), model.put_to(row), theme=model.sheet.themes)
        elif line is not None and interview is not None and cell is not None:
            turns = self._desk.read_now(lambda session: reading.asking_turns(session, interview[0]))
            if self._kind == "questions":
                self.panel.show_question(line, interview[1], cell, turns)
            else:
                self.panel.show_theme(line, interview[1], cell, turns, self._questions_of(line.key or 0))

    def _questions_of(self, theme_id: int) -> set[int]:
        """The questions of every guide that open a theme or a code below it."""
        below = set(self._desk.codebook.below(theme_id)) if theme_id in self._desk.codebook.by_id else set()
        every = self._found.guides if self._found is not None else ()
        return {row.id for guide in every for row in guide.questions if row.theme_id in below}

    def _say_legend(self) -> None:
        if self._kind == "questions":
            self._legend.setText(joined(_("Cells count the turns that put the question"), _("– never put"),
                                        _("an empty interview was not compared with the guide yet")))
        else:
            self._legend.setText(joined(
                _("✓ asked"), _("– not asked"), _("empty: nothing known"), _("a dot: said by hand"),
                _("Space, + and − say it, Del leaves it to the guide")))

    def _say_empty(self, has_lines: bool) -> None:
        if self._kind == "themes":
            self.empty.say(_("No theme or no interview yet"), _(
                "Each theme of the codebook is a row here, each interview a column. The first codebook may be made of "
                "the guide."))
        elif has_lines:
            self.empty.say(_("Which interviews followed this guide?"), _(
                "Each of them is a column here. Then its questions are found in their transcripts."),
                "" if self._desk.read_only else _("Choose the interviews…"))
        else:
            self.empty.say(_("No question yet"), _("Write the questions of the guide: each is a row here."))
