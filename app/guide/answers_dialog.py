# SPDX-License-Identifier: GPL-3.0-or-later
"""Coding the answers to a question in one act across the corpus, once they were looked at."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from PyQt6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import icons, parts
from app.desk import Desk
from app.guide.code_field import CodeField
from app.guide.interview_ticks import InterviewTicks
from app.widgets.freshness import Latest
from app.widgets.words import interviews_counted, joined
from app.widgets.wrapped_list import WrappedList
from coding import interviews
from coding.guides import answers
from coding.guides.answers import Answer
from coding.guides.guides import GuideRow
from coding.language import _, ngettext, number

LONG = 3  # times the usual length: a digression, or a question that was not found


class AnswersDialog(QDialog):
    """``question_id``, ``code.choice`` and ``chosen`` (interviews) are what the act takes."""

    def __init__(self, desk: Desk, guide: GuideRow, question_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._latest = Latest(desk)
        self._found: Sequence[Answer] = ()
        self.setWindowTitle(_("Code the answers to a question"))
        rows = desk.read_now(interviews.interviews)
        self._titles = {row.id: row.title for row in rows}
        self.questions = QComboBox()
        self.questions.setAccessibleName(_("Question"))
        self.questions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for row in guide.questions:
            self.questions.addItem(("↳ " if row.is_prompt else "") + row.text, row.id)
        self.code = CodeField(desk.codebook)
        self.ticks = InterviewTicks(rows, [row.id for row in rows])
        self.preview = WrappedList()
        self.preview.setAccessibleName(_("Answers"))
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Code the answers"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        self.resize(940, 600)
        place = self.questions.findData(question_id)
        self.questions.setCurrentIndex(max(0, place))
        self.questions.currentIndexChanged.connect(lambda _place: self._read())
        self.ticks.list.itemChanged.connect(lambda _item: self._show())
        self.code.changed.connect(self._enable)
        self._read()

    @property
    def question_id(self) -> int:
        """The question whose answers are coded."""
        return int(self.questions.currentData())

    @property
    def chosen(self) -> list[int]:
        """The interviews in which they are."""
        return self.ticks.ticked

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        for caption, widget in ((_("Question"), self.questions), (_("Code to give"), self.code)):
            left.addWidget(parts.label(caption, "faint"))
            left.addWidget(widget)
        left.addWidget(parts.label(_("In these interviews"), "faint"))
        left.addWidget(self.ticks, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(parts.label(_("What is coded: each turn of the participants, without the questions"), "faint"))
        right.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(left, 2)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(body, 1)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))

    def _read(self) -> None:
        """Another question: its answers in every interview, and the code it opens."""
        question_id = self.question_id
        opens = {row.id: row.theme_id for row in self._guide.questions}
        if opens.get(question_id) is not None:
            self.code.show_code(opens[question_id])
        self._latest.read(lambda session: answers.spans(session, question_id), self._take_in)

    def _take_in(self, found: Sequence[Answer]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        ticked = set(self.chosen)
        found = [answer for answer in self._found if answer.interview_id in ticked]
        usual = median(answer.words for answer in found) if found else 0
        self.preview.clear()
        for answer in found:
            head = joined(self._titles.get(answer.interview_id, ""), _turns(answer),
                          ngettext("{n} word", "{n} words", answer.words).format(n=number(answer.words)))
            item = QListWidgetItem(f"{head}\n{answer.opening or _('(no answer)')}")
            if len(found) > 2 and answer.words > LONG * usual:
                item.setIcon(icons.icon("warning", "warn"))
                item.setToolTip(_("Much longer than the others: a digression, or a next question that was not found."))
            self.preview.addItem(item)
        self.preview.fit()
        turns = sum(len(answer.parts) for answer in found)
        self.count.setText(joined(
            ngettext("{n} passage", "{n} passages", turns).format(n=number(turns)),
            interviews_counted(len({answer.interview_id for answer in found if answer.parts})),
        ) if self._found else _("Nothing is known of who was asked this question: find it in the interviews first."))
        self._enable()

    def _enable(self) -> None:
        ticked = set(self.chosen)
        self.take.setEnabled(self.code.choice is not None and any(
            answer.parts for answer in self._found if answer.interview_id in ticked))


def _turns(answer: Answer) -> str:
    """Which turns answer; nothing when none does."""
    if not answer.parts:
        return ""
    first, last = answer.parts[0].number, answer.parts[-1].number
    return _("turn {n}").format(n=first) if first == last else _("turns {first}–{last}").format(first=first, last=last)
