# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews as a table, with what is counted in them."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QObject, pyqtSignal

from app.corpus.interview_columns import columns
from app.corpus.sheet_model import SheetModel
from app.desk import Desk
from coding import attributes
from coding.changes import Change
from coding.interviews import InterviewRow, interviews, word_counts
from coding.language import _, ngettext, number, percent
from coding.order import Basis, ordered_interviews
from coding.reading_progress import Progress, ProgressBook
from coding.units import tally


class InterviewsModel(SheetModel):
    """``summed`` says that the summary did change since; ``basis`` is what orders the interviews."""

    summed = pyqtSignal()
    target = "interview"
    every: list[InterviewRow]
    rows: list[InterviewRow]

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.basis: Basis = "import"
        self._counted: dict[int, int] = {}
        self._book = ProgressBook()
        self.progress: dict[int, Progress] = {}
        self.load()

    def load(self) -> None:
        """Read the interviews again; words are counted in the background."""
        every = self.desk.read_now(interviews)
        self.basis = self.desk.read_now(ordered_interviews).basis
        self.take(every, columns(self.desk.read_now(attributes.listed), self._counted, self.progress))
        if any(row.id not in self._counted for row in every):
            self.desk.read(word_counts, self._take_words)
        self.desk.read(self._book.refreshed, self._take_progress)

    def follow(self, change: Change) -> None:
        """Note what a change touched; ``load`` shows it."""
        self._book.follow(change)
        for image in change.images:
            if image.table == "interview" and "text" in (image.after or {}):
                self._counted.pop(image.id, None)

    def summary(self) -> str:
        """«16 interviews, 9 read to the end · 26 configurations · 14 structures · 412 passages, 31 % coded · 4 turns
        to revisit»."""
        passages = sum(row.passages for row in self.every)
        known = self.progress.values()
        ended, theirs = sum(found.ended for found in known), sum(found.theirs for found in known)
        revisit, coded = sum(len(found.to_revisit) for found in known), sum(found.coded for found in known)
        said = [ngettext("{n} interview", "{n} interviews", len(self.every)).format(n=number(len(self.every)))]
        if ended:
            said[0] += ngettext(", {n} read to the end", ", {n} read to the end", ended).format(n=number(ended))
        said.append(tally(row.units for row in self.every).say_units())
        said.append(ngettext("{n} passage", "{n} passages", passages).format(n=number(passages)))
        if coded:
            said.append(_("{share} of what participants say is coded").format(share=percent(coded / theirs)))
        if revisit:
            said.append(ngettext("{n} turn to revisit", "{n} turns to revisit", revisit).format(n=number(revisit)))
        return " · ".join(filter(None, said))

    def _take_progress(self, found: Mapping[int, Progress]) -> None:
        if found == self.progress:
            return
        self.progress.clear()
        self.progress.update(found)
        self._recount("read", "to_revisit")
        self.summed.emit()

    def _take_words(self, counts: dict[int, int]) -> None:
        self._counted.clear()
        self._counted.update(counts)
        self._recount("words", "words")

    def _recount(self, first: str, last: str) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, self.column_of(first)),
                                  self.index(len(self.rows) - 1, self.column_of(last)))
