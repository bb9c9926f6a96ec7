# SPDX-License-Identifier: GPL-3.0-or-later
"""Close passages: words that bear no code and resemble what bears it, each taken or refused by hand.

Imports numpy: imported when it is first shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import dismissals as acts
from app.acts import passages
from app.close.cards import Card
from app.close.keys import accept_key, refuse_key
from app.close.list import CloseList
from app.close.narrowed import Narrowed, Where
from app.desk import Desk
from app.guide.code_field import CodeField
from app.search.choices import Offered, offered
from app.search.tabs import page_tabs
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.freshness import Freshness, Latest
from app.widgets.learn_bar import LearnOffer
from app.widgets.learning import Learning
from app.widgets.words import joined
from app.workspaces.base import Workspace
from coding import close_passages
from coding.changes import Change
from coding.close_passages import Close, Found, Material
from coding.fold import fold
from coding.language import _, ngettext, number
from coding.lemmas import Lemmas
from coding.quotes import Quote
from coding.searching import find
from coding.typography import NBSP, quoted

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


LONG = 2000  # texts that take a minute or so to read


class ClosePage(Workspace):
    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._language = "fr"
        self._titles: Mapping[int, str] = {}
        self.code_id: int | None = None
        self.found: Found | None = None
        self.learning = Learning(desk, self)
        self.lemmas = Lemmas()
        self.bar = LearnOffer(self.learning, _("Read the interviews"), _waiting)
        self.field = CodeField(desk.codebook, makes=False)
        self.narrowed = Narrowed()
        self._where = Where()
        self.list = CloseList()
        self.empty = Empty()
        self.tabs = page_tabs("close")
        self.head = parts.Header("")
        self.counts = parts.label("", "muted")
        self.accept = parts.button("", lambda: self.judge(True), name="primary")
        self.refuse = parts.button(_("Not for this code"), lambda: self.judge(False))
        self.nearest = parts.button(_("What they resemble"), self.list.turn_nearest, name="flat")
        self.place = parts.button(_("See in the transcript"), self.list.ask_place, name="flat")
        self.forget = parts.button(_("Propose the refused again"), self._forget, name="flat")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.accept.setToolTip(_("Give the code to these words ({key}, in the list)").format(key=accept_key()))
        self.refuse.setToolTip(_("Never propose these words for this code again ({key}, in the list)").format(
            key=refuse_key()))
        self.nearest.setToolTip(_("The passage of the code that resembles them most (Space)"))
        self.place.setToolTip(_("See in the transcript (Enter)"))
        self.field.setFixedWidth(340)
        self.field.told.hide()
        self.head.add_left(self.tabs)
        self.head.add_left(self.field)
        self.head.add_left(self.counts)
        self.head.add_right(self.forget)
        about = parts.label(_(
            "An aid to reading: words not coded this way whose vocabulary resembles the code’s passages. "
            "Only you code; what is said in other words is not found."), "muted", wrap=True)
        about.setContentsMargins(22, 10, 22, 10)
        self.bar.setContentsMargins(8, 0, 8, 0)  # under the words above
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(about)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())
        self._pages = QStackedWidget()
        self._pages.addWidget(inside)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.narrowed)
        whole.addWidget(self._pages, 1)

    def _foot(self) -> QWidget:
        self._ways = parts.Panel("panel")
        line = QHBoxLayout(self._ways)
        line.setContentsMargins(22, 8, 22, 8)
        line.setSpacing(8)
        for part in (self.accept, self.refuse, self.nearest, self.place):
            line.addWidget(part)
        line.addStretch(1)
        return self._ways

    def _connect(self) -> None:
        self.bar.asked.connect(self.look)
        self.bar.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.field.changed.connect(self._named)
        self.narrowed.changed.connect(self._narrow)
        self.list.judged.connect(self.judge)
        self.list.place_asked.connect(self.desk.place_asked)
        self.list.chosen.connect(self._able)
        self.desk.changed.connect(self._follow)

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        (self.list if self.found is not None and self.found.close else self.field).setFocus()

    def show_code(self, code_id: int) -> None:
        """Look for what resembles the passages of a code."""
        self.field.show_code(code_id)

    def status_text(self) -> str:
        return self.counts.text()

    def hints(self) -> str:
        return _("{yes} code · {no} not for this code · Space what they resemble").format(
            yes=accept_key(), no=refuse_key())

    def look(self) -> None:
        """Read the interviews by the language model, then propose."""
        code_id = self.code_id
        if code_id is not None:
            texts = partial(self.desk.read_now, lambda session: self._material(session, code_id).texts)
            self.learning.learn(lambda told, stopped: self.lemmas.learn(texts(), told, stopped),
                                lambda _none: self.reload())

    def judge(self, accepted: bool) -> None:
        """Give the current words the code, or never propose them for it again."""
        one, code_id = self.list.current(), self.code_id
        if one is None or code_id is None or self.desk.read_only:
            return
        if accepted:
            passages.code_span(self.desk, interview_id=one.stretch.interview_id, start=one.stretch.start,
                               end=one.stretch.end, code_ids=[code_id], then=lambda _change: self.list.drop(one))
        else:
            acts.refuse(self.desk, code_id, one.stretch, then=lambda _change: self.list.drop(one))

    def reload(self) -> None:
        """Read what there is to compare, and rank what is known of its words."""
        code_id, lemmas = self.code_id, self.lemmas
        if code_id is None or code_id not in self.desk.codebook.by_id:
            self.code_id = None
            self._latest.read(offered, lambda there: self._show(None, None, there))
            return

        def rank(session: Session) -> tuple[Found, Material, Offered]:
            material = self._material(session, code_id)
            known = lemmas.known(material.texts, material.language)
            return close_passages.rank(material, known), material, offered(session)

        self._latest.read(rank, lambda answer: self._show(*answer))

    def _material(self, session: Session, code_id: int) -> Material:
        """What there is to compare where words are sought. Called away from the window's thread."""
        return close_passages.read(session, code_id, self._where.interviews(session), bare=self._where.bare)

    def _show(self, found: Found | None, material: Material | None, there: Offered) -> None:
        self.found, self._titles = found, dict(there.interviews)
        self.narrowed.offer(there)
        if material is not None:
            self._language = material.language
        close = found.close if found is not None else ()
        self.list.show_close(close, [self._cards(one) for one in close])
        self._say(found)
        self.status_changed.emit()

    def _say(self, found: Found | None) -> None:
        if found is None:
            self.empty.say(_("Choose a code"), _("Words that resemble its passages will be proposed here."))
        elif not found.passages:
            self.empty.say(_("No passage yet"), _("Code some passages first: others are sought by their words."))
        elif not found.close and not found.pending and self._where != Where():
            self.empty.say(_("Nothing resembles it here"),
                           _("Look in every interview, or among what bears other codes."))
        elif not found.close and not found.pending:
            self.empty.say(_("Nothing resembles it any more"),
                           _("All that shares the vocabulary of its passages is coded, or was refused."))
        blank = found is None or not found.passages or (not found.close and not found.pending)
        self._pages.setCurrentIndex(1 if blank else 0)
        pending = found.pending if found is not None else 0
        self.bar.show_pending(pending, pending)
        n = len(found.close) if found is not None else 0
        refused = found.refused if found is not None else 0
        said = _("the {n} closest") if n == close_passages.MOST else ngettext("{n} proposed", "{n} proposed", n)
        told = [said.format(n=n)] if n else []
        told += [ngettext("{n} refused", "{n} refused", refused).format(n=refused)] if refused else []
        self.counts.setText(joined(*told))
        self.forget.setVisible(bool(refused) and not self.desk.read_only)
        if self.code_id is not None and self.code_id in self.desk.codebook.by_id:
            self.accept.setText(_("Code “{name}”").format(
                name=self.desk.codebook.by_id[self.code_id].name).replace("&", "&&"))
        self._able()

    def _able(self) -> None:
        one = self.list.current()
        self._ways.setVisible(one is not None)
        for part in (self.accept, self.refuse):
            part.setEnabled(one is not None and not self.desk.read_only)

    def _cards(self, one: Close) -> tuple[Card, Card]:
        """The card closed and opened."""
        turn = _("turn {number}").format(number=one.stretch.turn).replace(" ", NBSP)
        source = joined(self._titles.get(one.stretch.interview_id, ""), turn,
                        _("bears another code") if one.is_coded else "")
        shared = _("Words in common: {words}").format(words=", ".join(_spelt(one)))
        words = quoted(one.stretch.words, self._language)
        return Card(words, source, shared), Card(
            words, source, shared, quoted(one.nearest.printed, self._language), _source(one.nearest, self._language))

    def _named(self) -> None:
        choice = self.field.choice
        code_id = choice.code_id if choice is not None else None
        if code_id != self.code_id:
            self.code_id = code_id
            self.list.show_close((), ())
            self.reload()

    def _narrow(self) -> None:
        self._where = self.narrowed.asked()
        self.reload()

    def _forget(self) -> None:
        if self.code_id is not None:
            acts.forget(self.desk, self.code_id)

    def _follow(self, change: Change) -> None:
        if change.touches("code"):
            self._rename()
        if change.touches("coding", "passage", "dismissal", "code") or find.outdated_by(change):
            self._fresh.mark()

    def _rename(self) -> None:
        """The field offers the codes there are now."""
        self.field.offer(self.desk.codebook)
        self.field.show_code(self.code_id if self.code_id in self.desk.codebook.by_id else None)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {}


def _waiting(pending: int, _total: int) -> str:
    said = ngettext("{n} text to read: the French language model compares words by their lemma, on this machine.",
                    "{n} texts to read: the French language model compares words by their lemma, on this machine.",
                    pending).format(n=number(pending))
    return f"{said} {_('A group or a single interview is read sooner.')}" if pending > LONG else said


def _source(quote: Quote, language: str) -> str:
    turn = _("turn {number}").format(number=quote.turn).replace(" ", NBSP) if quote.turn else ""
    named = any(name == quote.interview for name, _role in quote.attribution)
    return joined("" if named else quote.interview, quote.attributed(language), turn)


def _spelt(one: Close) -> list[str]:
    """The shared lemmas as the words proposed spell them, or else as they are."""
    said = re.split(r"[^\w-]+", one.stretch.words.lower())
    said += [part for word in said if "-" in word for part in word.split("-")]
    written = {fold(word): word for word in reversed(said)}
    return list(dict.fromkeys(_spelling(fold(lemma), written) or lemma for lemma in one.shared))


def _spelling(lemma: str, written: Mapping[str, str]) -> str | None:
    """The word written that is most likely a form of a lemma, both folded; None when none is near enough."""
    if lemma in written:
        return written[lemma]
    stem = lemma[: max(4, len(lemma) - 3)]
    near = [key for key in written if key.startswith(stem) and len(key) <= len(lemma) + 3]
    return written[min(near, key=len)] if near else None
