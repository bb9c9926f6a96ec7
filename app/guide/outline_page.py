# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide as it is written: its lines, and below them what adds and removes."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import messages, parts
from app.acts import guides as acts
from app.desk import Desk
from app.guide.outline_model import KIND, TEXT, Line, Move
from app.guide.outline_view import OutlineView
from app.name_dialog import ask_name
from app.widgets.empty import Empty
from app.widgets.lead import lead
from coding.guides.guides import GuideRow
from coding.language import _, ngettext


class OutlinePage(parts.Panel):
    """``show_guide`` shows one; what is written, moved or removed goes through acts and comes back by it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._guide: GuideRow | None = None
        self.view = OutlineView(desk)
        self.empty = Empty()
        self.empty.asked.connect(self.add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._remove = parts.button(_("Delete"), self.remove, name="flat", icon="trash")
        self._build()
        self.view.outline.edited.connect(self._edit)
        self.view.move_asked.connect(self._move)
        self.view.add_asked.connect(self.add)
        self.view.remove_asked.connect(self.remove)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 14, 8)
        foot.setSpacing(4)
        writes: tuple[tuple[str, Callable[[], None], str, str], ...] = (
            (_("Question"), self.add, "plus", _("Add a question below this one (Ins)")),
            (_("Section…"), self.add_section, "plus", _("Add a section at the end")),
            (_("Up"), lambda: self.view.step(-1), "chevron-up", _("Move up (Alt+↑)")),
            (_("Down"), lambda: self.view.step(1), "chevron-down", _("Move down (Alt+↓)")),
        )
        for text, act, icon, tip in writes:
            button = parts.button(text, act, name="flat", icon=icon)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setEnabled(not self._desk.read_only)
            foot.addWidget(button)
        self._remove.setEnabled(not self._desk.read_only)
        self._remove.setToolTip(_("Delete this question, or the whole section (Del)"))
        foot.addWidget(self._remove)
        foot.addStretch(1)
        foot.addWidget(parts.label(_("Enter writes · drag or Alt+↑ ↓ moves"), "faint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        lead(self, lambda: self.view)

    def show_guide(self, guide: GuideRow | None, put: dict[int, str]) -> None:
        """Show a guide; ``put`` says to how many interviews each question was put."""
        self._guide = guide
        self.view.show_guide(guide, put)
        self.empty.say(
            _("No question yet"),
            _("Write the questions one by one, in sections if there are any, or import the guide from a file."),
            "" if self._desk.read_only else _("First question"))
        self._stack.setCurrentWidget(self.view if guide is not None and guide.questions else self.empty)

    def current_question(self) -> int | None:
        """The id of the current question."""
        line = self.view.line()
        return line.question.id if line is not None and line.question is not None else None

    def add(self) -> None:
        """A new question below the current line, to be written at once."""
        line = self.view.line()
        questions = self._guide.questions if self._guide is not None else ()
        if line is None:
            self._add(questions[-1].section if questions else "", len(questions))
        else:
            self._add(line.section, line.place + (line.question is not None))

    def add_section(self) -> None:
        """Ask for the name of a section: its first question is to be written at once."""
        if self._guide is not None:
            ask_name(self, _("New section"), lambda name: self._add(name, len(self._guide.questions)
                                                                    if self._guide is not None else 0))

    def remove(self) -> None:
        """Delete the current question, or a section once confirmed."""
        line = self.view.line()
        if line is None or self._desk.read_only:
            return
        ids = self.view.outline.below(self.view.currentIndex().row())
        if line.question is None and not messages.confirm(
            self, _("Delete the section “{section}”?").format(section=line.section),
            ngettext("Its question goes with it.", "Its {n} questions go with it.", len(ids)).format(n=len(ids)),
            yes=_("Delete"),
        ):
            return
        acts.remove_questions(self._desk, ids)

    def _add(self, section: str, position: int) -> None:
        if self._guide is not None and not self._desk.read_only:
            acts.add_question(self._desk, guide_id=self._guide.id, text=_("New question"), section=section,
                              position=position, then=lambda change: self._write(change.result))

    def _write(self, question_id: int) -> None:
        self.view.pick(question_id)
        self.view.write_line()

    def _edit(self, line: Line, column: int, value: object) -> None:
        if self._guide is None:
            return
        if line.question is None:
            acts.rename_section(self._desk, guide_id=self._guide.id, section=line.section, new=str(value))
        elif column == TEXT:
            acts.set_question(self._desk, line.question.id, text=str(value))
        elif column == KIND:
            acts.set_question(self._desk, line.question.id, is_prompt=bool(value))
        else:
            acts.set_theme(self._desk, line.question.id, value if isinstance(value, int) else None)

    def _move(self, move: Move) -> None:
        acts.move(self._desk, move.places, section=move.section, down=move.down)
