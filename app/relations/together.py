# SPDX-License-Identifier: GPL-3.0-or-later
"""Co-occurrence: the codes that meet, as a list or as a matrix, and where they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.relations.asked import LEVELS, LOOKS, NEARS, Asked, found_again
from app.relations.matrix import MatrixView
from app.relations.meetings_panel import MeetingsPanel
from app.relations.pair_view import PairView
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.freshness import Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import interviews_counted, joined
from coding import codebook, contradictions
from coding.codebook import Codebook
from coding.language import _, ngettext, number
from coding.order import ordered_interviews
from coding.relations import cooccurrence, meetings, spans
from coding.relations.cooccurrence import Level, Meetings, Near, Pair
from coding.relations.spans import Spans
from coding.relations.words import level_words, near_words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class _Found:
    """What one reading brought; ``pairs`` are those of the theme asked for."""

    book: Codebook
    spans: Spans
    counted: Meetings
    pairs: Sequence[Pair]
    marked: frozenset[tuple[int, int]]
    near: Near
    level: Level


class TogetherView(QWidget):
    """``show_asked`` reads; ``tools`` are its pills, which the page places."""

    counted = pyqtSignal()  # what the status bar tells has changed

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._settings = desk, settings
        near, level, look = found_again(settings.place(desk.store.path).get("relations"))
        self._latest, self._latest_pair = Latest(desk), Latest(desk)
        self._asked = Asked()
        self._found: _Found | None = None
        self._chosen: Pair | None = None
        self._opened: tuple[_Found, Pair] | None = None
        self.near = Pill(_("Near: {choice}"))
        self.near.offer([Choice(near, near_words(near)) for near in NEARS], near)
        self.near.setToolTip(_("How near two passages must stand for their codes to meet"))
        self.level = Pill(_("Codes: {choice}"))
        self.level.offer([Choice(level, level_words(level)) for level in LEVELS], level)
        self.look = Pill(_("Shown: {choice}"))
        self.look.offer([Choice(key, words) for key, words in zip(LOOKS, (_("list"), _("matrix")), strict=True)], look)
        self.tools = PillRow((self.near, self.level, self.look))
        self.list, self.matrix, self.empty = PairView(), MatrixView(), Empty()
        self.panel = MeetingsPanel(desk)
        self._legend = parts.label("", "faint", wrap=True)
        self._build(settings)
        self.near.chosen.connect(lambda _key: self._recount())
        self.level.chosen.connect(lambda _key: self._recount())
        self.look.chosen.connect(lambda _key: self._redraw())
        for pill in (self.near, self.level, self.look):
            pill.chosen.connect(lambda _key: self._remember())
        for view in (self.list, self.matrix):
            view.chosen.connect(self._open)
            view.entered.connect(self.panel.list.setFocus)

    def _build(self, settings: Settings) -> None:
        self._pages = QStackedWidget()
        for page in (self.list, self.matrix, self.empty):
            self._pages.addWidget(page)
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        self._legend.setContentsMargins(16, 8, 14, 10)
        column.addWidget(self._legend)
        KeptSplitter("relations.together", settings, (left, self.panel), usual=(800, 400), main=0, parent=self)

    @property
    def choice(self) -> tuple[Near, Level]:
        """How near, and at which level."""
        return cast(Near, self.near.current), cast(Level, self.level.current)

    def show_asked(self, asked: Asked) -> None:
        """Read the project again."""
        self._asked = asked
        near, level = self.choice
        self._latest.read(lambda session: _read(session, asked, near, level, None), self._show)

    def lead(self) -> QWidget:
        """What has the keys when the view is shown."""
        return self._pages.currentWidget() or self.list

    def pick(self, one_id: int, other_id: int) -> None:
        """Choose a pair."""
        for view in (self.list, self.matrix):
            view.choose(one_id, other_id)

    def status_text(self) -> str:
        """How much was read."""
        if self._found is None:
            return ""
        pairs = len(self._found.pairs)
        return joined(interviews_counted(self._found.counted.read),
                      ngettext("{n} pair of codes", "{n} pairs of codes", pairs).format(n=number(pairs)))

    def hints(self) -> str:
        """The keys."""
        return _("Arrows move · Enter goes to the quotes")

    def _remember(self) -> None:
        kept = {"near": self.near.current, "level": self.level.current, "look": self.look.current}
        self._settings.remember_place(self._desk.store.path, relations=kept)

    def _recount(self) -> None:
        """Another definition: the passages read already are counted again."""
        asked, (near, level) = self._asked, self.choice
        kept = self._found.spans if self._found is not None else None
        self._latest.read(lambda session: _read(session, asked, near, level, kept), self._show)

    def _show(self, found: _Found) -> None:
        self._found = found
        self.list.pairs.show(found.pairs, found.counted, found.book, found.marked)
        self.matrix.matrix.show(found.pairs, found.book, found.counted.read)
        self._redraw()
        self.counted.emit()

    def _redraw(self) -> None:
        found = self._found
        if found is None:
            return
        self.tools.fit()
        self._legend.setText(_legend(found))
        self._legend.setVisible(bool(found.pairs))
        if not found.pairs:
            self.empty.say(*_why_empty(found, self._asked))
            self._pages.setCurrentWidget(self.empty)
            self._chosen = self._opened = None
            self.panel.show_nothing()
            return
        shown = self.matrix if self.look.current == "matrix" else self.list
        self._pages.setCurrentWidget(shown)
        kept = self._chosen
        now = next((pair for pair in found.pairs if kept is not None
                    and (pair.one_id, pair.other_id) == (kept.one_id, kept.other_id)), None)
        if now is None:
            now = found.pairs[0]
        shown.choose(now.one_id, now.other_id)
        self._open(now)

    def _open(self, pair: Pair | None) -> None:
        found = self._found
        if found is None:
            return
        if pair is None:
            self._opened = None
            self.panel.show_nothing(_("These two codes do not meet so near."))
            return
        if self._opened is not None and self._opened[0] is found and self._opened[1] == pair:
            return
        self._chosen, self._opened = pair, (found, pair)
        key = (pair.one_id, pair.other_id)
        self._latest_pair.read(
            lambda session: meetings.find(session, found.spans, found.book, key, found.near, found.level),
            lambda made: self.panel.show_found(pair, made, self._asked.language,
                                               marked=self.list.pairs.is_marked(pair)))


def _read(session: Session, asked: Asked, near: Near, level: Level, kept: Spans | None) -> _Found:
    book = codebook.read(session)
    ids = ordered_interviews(session, asked.group_id).ids
    made = spans.read(session, ids) if kept is None else kept
    counted = cooccurrence.count(made, book, len(ids), near, level)
    within = asked.within(book)
    pairs = (counted if within is None else counted.of(within)).pairs()
    return _Found(book, made, counted, pairs, contradictions.marked(session), near, level)


def _legend(found: _Found) -> str:
    words = [_("A pair counts once in each interview where its codes meet"), _("≠ marked as contradictory")]
    if found.near in ("turn", *(near for near in NEARS if isinstance(near, int))):
        words.insert(1, _("turns of the interviewer count too"))
    return joined(*words)


def _why_empty(found: _Found, asked: Asked) -> tuple[str, str]:
    if not len(found.book):
        return _("No codebook yet"), _("Create codes while you read, or import a codebook.")
    if not found.counted.read:
        return _("No interview in this group"), _("Choose another group, or put interviews in this one in Corpus.")
    if not len(found.spans.ids):
        return _("Nothing is coded here yet"), _("Code passages in Coding: the codes that meet are counted here.")
    if asked.theme_id is not None:
        return _("No code of this theme meets another"), _("Choose a looser definition of near, or every theme.")
    return _("No two codes meet so near"), looser(found.near)


def looser(near: Near) -> str:
    """What to choose in place of ``near``; empty for the loosest."""
    if near == "passage":
        return _("Choose a looser definition of near: overlapping passages, the same turn, or a few turns.")
    if near == "overlap":
        return _("Choose a looser definition of near: the same turn, or a few turns.")
    return _("Choose a looser definition of near: a few turns.") if near != NEARS[-1] else ""
