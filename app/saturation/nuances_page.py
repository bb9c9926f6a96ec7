# SPDX-License-Identifier: GPL-3.0-or-later
"""«Nouvelle nuance ?»: the passages of a theme least like what others said before, and the researcher's answers.

Imports numpy: the side panel imports it when it is first shown.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import nuances as acts
from app.desk import Desk
from app.saturation.lines import Line
from app.saturation.novelty_view import NoveltyView
from app.saturation.nuance_foot import NuanceFoot
from app.saturation.nuance_list import CandidateList
from app.widgets.empty import Empty
from app.widgets.exporting import Format, file_name
from app.widgets.freshness import Latest
from app.widgets.learn_bar import LearnOffer
from app.widgets.learning import Learning
from app.widgets.pill import Choice, Pill
from coding import nuance_candidates
from coding.changes import Change
from coding.language import N_, _, ngettext
from coding.lemmas import READ, Lemmas
from coding.nuance_candidates import Candidate, Ranked

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.saturation.reading import Reading
    from coding.verdicts import Material

SHOWN = (("all", N_("All")), ("open", N_("To answer")), ("new", N_("New nuances")), ("known", N_("Nothing new")))


class NuancesPage(QWidget):
    """Shows one theme over the interviews that count, in their order. ``place_asked``: show this in its transcript."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk)
        self._line: Line | None = None
        self._interviews: tuple[int, ...] = ()
        self._material: Material | None = None
        self._answered: set[int] = set()  # those answered since the filter was chosen stay in sight
        self.ranked: Ranked | None = None
        self.learning = Learning(desk, self)
        self.chart = NoveltyView()
        self.list = CandidateList()
        self.foot = NuanceFoot(read_only=desk.read_only)
        self.shown = Pill("{choice}")
        self.shown.offer([Choice(key, _(title)) for key, title in SHOWN], "all")
        self.counts = parts.label("", "muted")
        self.plain = parts.label(_(
            "The language model reads French: words are compared as they are written."), "faint", wrap=True)
        self.empty = Empty(width=270)
        self.lemmas = Lemmas()
        self.bar = LearnOffer(self.learning, _("Look for nuances"), _waiting)
        self._build()
        self._connect()

    def _build(self) -> None:
        about = parts.label(_(
            "An aid, never a verdict: words are counted. Paraphrase is missed, long passages seem redundant."),
            "muted", wrap=True)
        about.setToolTip(_("Asked about are the passages whose words are least like what was said before in other "
                           "interviews."))
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 4)
        head.setSpacing(8)
        head.addWidget(about)
        head.addWidget(self.plain)
        over = QHBoxLayout()
        over.setSpacing(8)
        over.addWidget(self.shown)
        over.addStretch(1)
        over.addWidget(self.counts)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.bar)
        inside.addWidget(self.chart)
        over.setContentsMargins(14, 4, 12, 6)
        inside.addLayout(over)
        inside.addWidget(self.list, 100)
        inside.addStretch(1)
        inside.addWidget(self.foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._inside)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.bar.asked.connect(self.look)
        self.bar.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.chart.place_chosen.connect(self._go_to)
        self.list.chosen.connect(self._choose)
        self.list.answered.connect(self._answer)
        self.list.place_asked.connect(self.place_asked)
        self.foot.answered.connect(self._answer)
        self.foot.worded.connect(self._word)
        self.foot.finished.connect(self._go_on)
        self.foot.closest_asked.connect(self.list.turn_closest)
        self.foot.place_asked.connect(self.list.ask_place)
        self.shown.chosen.connect(lambda _key: self._filter())
        self._desk.changed.connect(self._follow)

    def show_line(self, line: Line, reading: Reading) -> None:
        """Ask about the passages of a theme; of the whole group nothing is asked."""
        another = self._line is None or line.theme_id != self._line.theme_id
        if another:
            self.settle()
            self._answered.clear()
            self.list.cards.open(None)
            self.list.show_candidates([])  # or one could answer about another theme until this one is read
        fresh = not another and reading.material is self._material  # judged by other parameters, nothing more
        self._line, self._material = line, reading.material
        self._interviews = reading.material.counted.interview_ids
        if not fresh:
            self._reload()

    def settle(self) -> None:
        """Keep the word being written."""
        self.foot.keep()

    def look(self) -> None:
        """Read the passages by the language model, then ask about those that stand apart."""
        if self._line is not None and self._line.theme_id is not None:
            texts = partial(self._desk.read_now, partial(
                nuance_candidates.to_learn, theme_id=self._line.theme_id, interview_ids=self._interviews))
            self.learning.learn(lambda told, stopped: self.lemmas.learn(texts(), told, stopped),
                                lambda _none: self._reload())

    def formats(self, stem: str) -> list[Format]:
        """The chart as a picture or a drawing, once there is one; it holds nobody's words."""
        if self.ranked is None or not self.ranked.points or self._line is None:
            return []
        name = file_name(stem, _("novelty"), self._line.name)
        return [
            Format(_("Novelty as a picture (.png)…"), _("Pictures (*.png)"), f"{name}.png", write=self.chart.write),
            Format(_("Novelty as a drawing (.svg)…"), _("Drawings (*.svg)"), f"{name}.svg", write=self.chart.write),
        ]

    def _reload(self) -> None:
        """Read the passages and answers, and rank what is known of their words."""
        theme_id = self._line.theme_id if self._line is not None else None
        if theme_id is None or len(self._interviews) < 2:
            self.ranked = None
            self._say_empty()
            return
        interviews, lemmas = self._interviews, self.lemmas

        def rank(session: Session) -> tuple[Ranked, str]:
            material = nuance_candidates.read(session, theme_id, interviews)
            known = lemmas.known(material.texts, material.language)
            return nuance_candidates.rank(material, known), material.language

        self._latest.read(rank, lambda found: self._show(*found))

    def _show(self, ranked: Ranked, language: str) -> None:
        self.ranked = ranked
        self.list.cards.language = language
        self._say_empty()
        self.plain.setVisible(language != READ)
        name = self._line.name if self._line is not None else ""
        self.chart.show_ranked(ranked, name)
        self.chart.setVisible(bool(ranked.points))
        self._say_counts(ranked)
        self._list()
        self.bar.show_pending(ranked.pending, ranked.passages)

    def _say_empty(self) -> None:
        ranked = self.ranked
        if ranked is None:
            self.empty.say(_("Theme by theme"), _(
                "A nuance belongs to a theme: choose one in the table. At least two interviews are needed."))
        elif not ranked.passages:
            self.empty.say(_("No passage yet"), _("No interview that counts holds a passage of this theme."))
        self._pages.setCurrentIndex(0 if ranked is not None and ranked.passages else 1)

    def _say_counts(self, ranked: Ranked) -> None:
        """The filter counts what it would let through."""
        count = {"all": len(ranked.candidates), "open": ranked.open, "new": ranked.new, "known": ranked.known}
        self.shown.offer([Choice(key, f"{_(title)} ({count[key]})") for key, title in SHOWN], self.shown.current)
        told = (ngettext("{n} to answer", "{n} to answer", ranked.open).format(n=ranked.open),
                ngettext("{n} yes", "{n} yes", ranked.new).format(n=ranked.new),
                ngettext("{n} no", "{n} no", ranked.known).format(n=ranked.known))
        self.counts.setText(" · ".join(told))
        for part in (self.counts, self.shown, self.list):
            part.setVisible(bool(ranked.candidates))

    def _list(self) -> None:
        """List what the filter lets through."""
        if self.ranked is not None:
            kind = self.shown.current
            self.list.show_candidates([
                one for one in self.ranked.candidates
                if kind in ("all", _kind(one)) or one.quote.passage_id in self._answered])

    def _filter(self) -> None:
        self.settle()
        self._answered.clear()
        self._list()

    def _choose(self, one: Candidate | None) -> None:
        opened = one is not None and one.quote.passage_id == self.list.cards.opened
        self.foot.show_candidate(one, opened=opened)
        self.chart.choose(one.quote.passage_id if one is not None else None)

    def _answer(self, is_new: bool | None) -> None:
        """Answer about the current passage, then ask for a word."""
        one = self.list.current()
        if one is None or self._line is None or self._line.theme_id is None or self._desk.read_only:
            return
        self._answered.add(one.quote.passage_id)
        if is_new is None:
            if one.answer is not None:
                acts.take_back(self._desk, theme_id=self._line.theme_id, passage_id=one.quote.passage_id)
            return
        acts.answer(self._desk, theme_id=self._line.theme_id, passage_id=one.quote.passage_id, is_new=is_new,
                    word=self.foot.word.text(), novelty=one.shown)
        self.foot.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word(self) -> None:
        one = self.list.current()
        theme_id = self._line.theme_id if self._line is not None else None
        if one is not None and one.answer is not None and theme_id is not None:
            acts.reword(self._desk, theme_id=theme_id, passage_id=one.quote.passage_id, is_new=one.answer.is_new,
                        word=self.foot.word.text(), novelty=one.answer.novelty)

    def _go_on(self) -> None:
        self.settle()
        self.list.go_on()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, place: int) -> None:
        if self.list.go_to(place):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, change: Change) -> None:
        if change.touches("nuance"):
            self._reload()  # what else changes is shown again with the verdicts


def _kind(one: Candidate) -> str:
    if one.answer is None:
        return "open"
    return "new" if one.answer.is_new else "known"


def _waiting(pending: int, total: int) -> str:
    if pending == total:
        return ngettext("{n} passage to compare.", "{n} passages to compare.", pending).format(n=pending)
    return ngettext("{n} passage coded since is not compared yet.", "{n} passages coded since are not compared yet.",
                    pending).format(n=pending)
