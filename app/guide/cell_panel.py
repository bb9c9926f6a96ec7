# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the matrix: the turns that put a question, to whom it never was, and what is said by hand of a theme."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from app import parts
from app.guide.matrix_model import Cell, Line, State, state_words
from app.widgets.wrapped_list import WrappedList
from coding.guides.reading import AskingTurn
from coding.language import _, ngettext

TURN = Qt.ItemDataRole.UserRole  # an AskingTurn
PLACE = Qt.ItemDataRole.UserRole + 1  # (key of a line, interview)


class CellPanel(parts.Panel):
    """``turn_asked`` carries a turn to read in its transcript; ``marked`` a turn's id and whether it puts the
    question; ``place_asked`` another cell; ``said`` what is known of a theme."""

    turn_asked = pyqtSignal(object)
    marked = pyqtSignal(int, bool)
    place_asked = pyqtSignal(int, int)
    said = pyqtSignal(str)

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._read_only = read_only
        self._turns: Sequence[AskingTurn] = ()
        self._keys: frozenset[int] = frozenset()
        self._markable = False
        self.title = parts.Elided("", "heading")
        self.text = parts.label("", "muted", wrap=True)
        self.state = parts.label("", wrap=True)
        self.states = self._make_states()
        self.every = QCheckBox(_("Show every turn of the interviewer"))
        self.every.setToolTip(_("To tick by hand the turns that put this question"))
        self.every.toggled.connect(lambda _on: self._fill())
        self.list = WrappedList()
        self.list.setProperty("role", "panel")
        self.list.itemActivated.connect(self._open)
        self.list.itemChanged.connect(self._mark)
        self.hint = parts.label("", "hint", wrap=True)
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(40)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.title, 1)
        above = QVBoxLayout()
        above.setContentsMargins(12, 10, 12, 8)
        above.setSpacing(8)
        for widget in (self.text, self.state, self.states, self.every):
            above.addWidget(widget)
        self.hint.setContentsMargins(12, 6, 12, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addStretch(0)

    def _make_states(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.group = QButtonGroup(self)
        words: tuple[tuple[State, str, str], ...] = (
            ("put", _("Asked"), "+"), ("not", _("Not asked"), "-"), ("unknown", _("Leave to the guide"), "Del"))
        for state, text, key in words:
            button = parts.button(text, partial(self.said.emit, state), name="segment")
            button.setCheckable(True)
            button.setEnabled(not self._read_only)
            button.setToolTip(_("{what} (key {key})").format(what=text, key=key))
            button.setProperty("last", state == "unknown")
            button.setObjectName(state)
            self.group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return made

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._say(_("Cell"), "", "")
        self._show(hint=_("Choose a cell: the turns that put the question stand here. The last column tells to whom "
                          "a question was never put, the last line what was not asked of an interview."))

    def show_question(self, line: Line, title: str, cell: Cell, turns: Sequence[AskingTurn]) -> None:
        """A question in an interview; ``turns`` are those of who asks."""
        self._turns, self._keys, self._markable = turns, frozenset((line.key or 0,)), not self._read_only
        self._say(title, line.text, _sentence(cell))
        self._show(every=self._markable, listed=True,
                   hint=_("Enter reads the turn in its transcript · Space ticks") if self._markable
                   else _("Enter reads the turn in its transcript"))
        self._fill()

    def show_theme(self, line: Line, title: str, cell: Cell, turns: Sequence[AskingTurn],
                   questions: Collection[int]) -> None:
        """A theme in an interview; ``questions`` are those that open it."""
        self._turns, self._keys, self._markable = turns, frozenset(questions), False
        self._say(title, line.text, _sentence(cell, theme=True))
        for button in self.group.buttons():
            held = cell.by_hand and button.objectName() == cell.state
            button.setChecked(held or (button.objectName() == "unknown" and not cell.by_hand))
        self._show(states=True, listed=any(turn.questions & self._keys for turn in turns),
                   hint=_("Saturation and the transversal table go by what stands here."))
        self._fill()

    def show_line(self, line: Line, never: Sequence[tuple[int, str]], put: int, *,
                  theme: bool = False) -> None:
        """A question or a theme, in all interviews."""
        told = (ngettext("Theme asked in {n} interview.", "Theme asked in {n} interviews.", put) if theme
                else ngettext("Put to {n} interview.", "Put to {n} interviews.", put)).format(n=put)
        left_out = _("Not asked in:") if theme else _("Never put to:")
        never_told = left_out if never else _("As far as is known, nobody was left out.") if put else ""
        self._say(_("All interviews"), line.text, f"{told} {never_told}".strip())
        self._show(listed=bool(never), hint=_("Enter goes to the cell") if never else "")
        self._places([(title, (line.key or 0, key)) for key, title in never])

    def show_interview(self, interview: tuple[int, str], missed: Sequence[Line], *, theme: bool = False) -> None:
        """An interview: what was not put to it."""
        left_out = _("Themes not asked here:") if theme else _("Never put here:")
        self._say(interview[1], "", left_out if missed else _("As far as is known, nothing is missing."))
        self._show(listed=bool(missed), hint=_("Enter goes to the cell") if missed else "")
        self._places([(line.text, (line.key or 0, interview[0])) for line in missed])

    def _say(self, title: str, text: str, state: str) -> None:
        self.title.show_text(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.state.setText(state)
        self.state.setVisible(bool(state))

    def _show(self, *, every: bool = False, states: bool = False, listed: bool = False, hint: str = "") -> None:
        for widget, shown in ((self.every, every), (self.states, states), (self.list, listed)):
            widget.setVisible(shown)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _fill(self) -> None:
        """The turns, those that put the question ticked."""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for turn in self._turns:
            puts = bool(turn.questions & self._keys)
            if not puts and not (self._markable and self.every.isChecked()):
                continue
            item = QListWidgetItem(_("Turn {n} · {words}").format(n=turn.number, words=turn.words))
            item.setData(TURN, turn)
            if self._markable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if puts else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setAccessibleName(_("Turns"))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.list.fit()
        self.list.blockSignals(False)

    def _places(self, found: Sequence[tuple[str, tuple[int, int]]]) -> None:
        self._turns = ()
        self.list.blockSignals(True)
        self.list.clear()
        for text, place in found:
            item = QListWidgetItem(text)
            item.setData(PLACE, place)
            self.list.addItem(item)
        self.list.setAccessibleName(_("Never put"))
        self.list.setCurrentRow(0 if found else -1)
        self.list.fit()
        self.list.blockSignals(False)

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(TURN) is not None:
            self.turn_asked.emit(item.data(TURN))
        elif item.data(PLACE) is not None:
            self.place_asked.emit(*item.data(PLACE))

    def _mark(self, item: QListWidgetItem) -> None:
        turn = item.data(TURN)
        if isinstance(turn, AskingTurn):
            self.marked.emit(turn.id, item.checkState() == Qt.CheckState.Checked)


def _sentence(cell: Cell, *, theme: bool = False) -> str:
    words = state_words(cell, theme=theme)
    return words[:1].upper() + words[1:] + "."
