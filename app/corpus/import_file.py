# SPDX-License-Identifier: GPL-3.0-or-later
"""One file of the import dialog: its title, who speaks and who asks, and what should be looked at."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.corpus.participants_page import look_like_a_table
from app.corpus.replacing_part import ReplacingPart
from coding.arrivals import Again, Incoming
from coding.comparing import Compared
from coding.intake.batch import Refusal
from coding.intake.transcript import SpeakerSeen, Transcript
from coding.interviews import words_spoken
from coding.language import _, ngettext, number, say

ASKS, LABEL, TURNS, FIRST = range(4)


class FilePage(QWidget):
    """``incoming`` is the transcript with the title and the interviewers as they stand here, and how it is to go in;
    None for a refused file. ``changed`` says that one of them was corrected."""

    changed = pyqtSignal()

    def __init__(self, one: Compared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        outcome = one.outcome
        self.replacing: ReplacingPart | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(10)
        if isinstance(outcome, Refusal):
            column.addWidget(parts.label(outcome.path.name, "title", wrap=True))
            notice = parts.Panel("notice-bad")
            inside = QVBoxLayout(notice)
            inside.addWidget(parts.label(say(outcome.error), wrap=True))
            column.addWidget(notice)
            column.addWidget(parts.label(_("This file is left out; the others are not concerned."), "hint", wrap=True))
            column.addStretch(1)
        else:
            self._show(column, outcome)

    def _show(self, column: QVBoxLayout, read: Transcript) -> None:
        column.addWidget(parts.label(_("Title of the interview"), "faint"))
        self.title = QLineEdit(read.title)
        self.title.textEdited.connect(lambda _text: self.changed.emit())
        column.addWidget(self.title)
        column.addWidget(parts.label(self._sizes(read), "muted"))
        for words in (*(warning.say() for warning in read.warnings), *self._already()):
            notice = parts.Panel("notice-warn")
            inside = QVBoxLayout(notice)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.addWidget(parts.label(words, wrap=True))
            column.addWidget(notice)
        self.voices = self._table(read.speakers)
        self._new = QWidget()
        inside = QVBoxLayout(self._new)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(parts.label(_("Who speaks? Tick those who ask the questions."), "heading"))
        inside.addWidget(self.voices, 1)
        if self._one.likeness is not None and self._one.replacement is not None:
            self.replacing = ReplacingPart(self._one.likeness, self._one.replacement, proposed=self._one.proposed)
            self.replacing.changed.connect(self._turn)
            column.addWidget(self.replacing, 1)
        column.addWidget(self._new, 1)
        self._turn()

    def _already(self) -> list[str]:
        """What is said of a file whose text is not new."""
        like = self._one.likeness
        if like is not None and like.same:
            return [_("Already in the project, as “{title}”: the text is the same. This file is left out; tick it to "
                      "import it all the same.").format(title=like.title)]
        if self._one.twin:
            return [_("The text is the same as in “{file}”. This file is left out; tick it to import it all the "
                      "same.").format(file=self._one.twin)]
        return []

    def _turn(self) -> None:
        """Show what the choice made asks for."""
        replacing = self.replacing is not None and self.replacing.chosen
        like, outcome = self._one.likeness, self._one.outcome
        self._new.setVisible(not replacing)
        self.title.setEnabled(not replacing)
        if replacing and like is not None:
            self.title.setText(like.title)
        elif self.replacing is not None and isinstance(outcome, Transcript):
            self.title.setText(outcome.title)
        self.changed.emit()

    def _sizes(self, read: Transcript) -> str:
        words = words_spoken(read.text, ((turn.start, turn.end) for turn in read.turns))
        return " · ".join((
            read.file_name,
            ngettext("{n} turn", "{n} turns", len(read.turns)).format(n=number(len(read.turns))),
            ngettext("{n} word", "{n} words", words).format(n=number(words)),
        ))

    def _table(self, speakers: tuple[SpeakerSeen, ...]) -> QTableWidget:
        table = QTableWidget(len(speakers), 4)
        look_like_a_table(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalHeaderLabels([_("Asks"), _("Speaker"), _("Turns"), _("First words")])
        for row, seen in enumerate(speakers):
            asks = QTableWidgetItem()
            asks.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            asks.setCheckState(Qt.CheckState.Checked if seen.interviewer else Qt.CheckState.Unchecked)
            table.setItem(row, ASKS, asks)
            for place, text in ((LABEL, seen.label), (TURNS, number(seen.turns)), (FIRST, seen.first_words)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, place, item)
        table.setColumnWidth(ASKS, 96)
        table.setColumnWidth(LABEL, 170)
        table.setColumnWidth(TURNS, 72)
        head = table.horizontalHeader()
        if head is not None:
            head.setSectionResizeMode(FIRST, QHeaderView.ResizeMode.Stretch)
        table.itemChanged.connect(lambda _item: self.changed.emit())
        return table

    @property
    def incoming(self) -> Incoming | None:
        """The transcript as it will go in; None as long as it may not."""
        outcome = self._one.outcome
        if isinstance(outcome, Refusal):
            return None
        if self.replacing is not None and self.replacing.chosen:
            return self.replacing.correction(outcome)
        asking = [self.voices.item(row, ASKS) for row in range(self.voices.rowCount())]
        speakers = tuple(
            replace(seen, interviewer=item is not None and item.checkState() == Qt.CheckState.Checked)
            for seen, item in zip(outcome.speakers, asking, strict=True))
        read = replace(outcome, title=self.title.text().strip() or outcome.title, speakers=speakers)
        return Again(read) if self._one.there else read
