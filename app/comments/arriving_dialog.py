# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments of a Word file come home: each is listed, and becomes a memo, a code, both, or nothing, in one act."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app import parts
from app.acts import comments as acts
from app.comments.decision_panel import DecisionPanel
from app.comments.decisions import DecisionList
from app.desk import Desk
from coding.changes import Change
from coding.comments import arriving
from coding.comments.arriving import Arrivals, Taken
from coding.comments.word_file import Letter
from coding.language import _, ngettext, number
from coding.order import ordered_interviews


class ArrivingDialog(QDialog):
    """``taken`` is called with what was added."""

    def __init__(self, desk: Desk, letter: Letter, interview_id: int | None, taken: Callable[[Taken], None],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Comments from Word"))
        self._desk, self._letter, self._taken = desk, letter, taken
        self.arrivals: Arrivals | None = None
        self.interview = QComboBox()
        self.interview.setAccessibleName(_("Interview"))
        self.interview.setPlaceholderText(_("Which interview is it?"))
        for row in desk.read_now(ordered_interviews):
            self.interview.addItem(row.title, row.id)
        self.interview.setCurrentIndex(self.interview.findData(interview_id) if interview_id is not None else -1)
        self.told = parts.label("", "muted", wrap=True)
        self.list = DecisionList()
        self.panel = DecisionPanel(desk.codebook)
        self.counted = parts.label("", "muted")
        self.take = parts.button(_("Import comments"), self.accept, name="primary")
        self._lay_out()
        self.interview.currentIndexChanged.connect(lambda _place: self._read())
        self.list.itemSelectionChanged.connect(self._show_selected)
        self.panel.act_chosen.connect(self._decide)
        self.panel.code_chosen.connect(self._name_code)
        self._read()
        self.resize(1040, 660)
        (self.list if interview_id is not None else self.interview).setFocus()

    def accept(self) -> None:
        """Take what was decided, as one act."""
        if self.arrivals is None or not self.take.isEnabled():
            return
        self.take.setEnabled(False)
        acts.take(self._desk, interview_id=self.arrivals.interview_id, file=self._letter.name,
                  decisions=self.list.decisions(), then=self._done)

    def _done(self, change: Change) -> None:
        super().accept()
        self._taken(change.result)

    def _read(self) -> None:
        """Lay the file beside the interview chosen."""
        key = self.interview.currentData()
        if key is None:
            self._show(None)
            return
        self.told.setText(_("Looking for the words of the comments…"))
        self._desk.read(lambda session: arriving.foresee(session, self._letter, key), self._show)

    def _show(self, arrivals: Arrivals | None) -> None:
        if arrivals is not None and arrivals.interview_id != self.interview.currentData():
            return  # another was chosen meanwhile
        self.arrivals = arrivals
        self.told.setText("" if arrivals is None else summary(arrivals))
        parts.role(self.told, "warn" if arrivals is not None and arrivals.doubtful else "muted")
        self.told.setVisible(bool(self.told.text()))
        self.list.show_arrivals(() if arrivals is None else arrivals.new, self._desk.codebook)
        self._show_selected()
        self._count()

    def _show_selected(self) -> None:
        places = self.list.places
        if not places:
            self.panel.show_arrival(None, "memo", None)
            return
        current = self.list.indexOfTopLevelItem(self.list.currentItem())
        place = current if current in places else places[0]
        self.panel.show_arrival(self.list.arrivals[place], self.list.acts[place], self.list.codes[place])

    def _decide(self) -> None:
        for place in self.list.places:
            self.list.decide(place, self.panel.act, self.list.codes[place])
        self._count()

    def _name_code(self) -> None:
        for place in self.list.places:
            self.list.decide(place, self.list.acts[place], self.panel.code_id)
        self._count()

    def _count(self) -> None:
        made = self.list.acts
        memos, codes = sum(act in ("memo", "both") for act in made), sum(act in ("code", "both") for act in made)
        out, unnamed = made.count("ignore"), self.list.unnamed()
        self.counted.setText(_("Name the code of each comment that gives one.") if unnamed else " · ".join((
            ngettext("{n} memo", "{n} memos", memos).format(n=number(memos)),
            ngettext("{n} code", "{n} codes", codes).format(n=number(codes)),
            ngettext("{n} left out", "{n} left out", out).format(n=number(out)))))
        self.take.setEnabled(bool(memos or codes) and not unnamed and not self._desk.read_only)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(parts.label(self._letter.name, "title"))
        head.addStretch(1)
        head.addWidget(self.interview)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.panel)
        split.setSizes([270, 240])
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(split, 1)
        column.addWidget(parts.label(
            _("Memos keep their author’s name; codes are given in that name. Undo takes it all back."), "hint",
            wrap=True))
        column.addLayout(parts.dialog_foot(self, self.counted, self.take))


def summary(arrivals: Arrivals) -> str:
    """What the file brings, in a few sentences."""
    new, lost = len(arrivals.new), sum(one.place is None for one in arrivals.new)
    changed = sum(one.place is not None and one.place.changed for one in arrivals.new)
    said = [ngettext("{n} new comment.", "{n} new comments.", new).format(n=number(new))]
    if arrivals.doubtful:
        said.insert(0, _("This file does not look like “{title}”: check which interview it is.").format(
            title=arrivals.title))
    if arrivals.known:
        said.append(ngettext("{n} other is here already and changes nothing.",
                             "{n} others are here already and change nothing.", arrivals.known).format(
                                 n=number(arrivals.known)))
    if changed:
        said.append(ngettext("{n} is on words that were changed (≈).", "{n} are on words that were changed (≈).",
                             changed).format(n=number(changed)))
    if lost:
        said.append(ngettext("{n} has no place in the interview.", "{n} have no place in the interview.",
                             lost).format(n=number(lost)))
    return " ".join(said)
