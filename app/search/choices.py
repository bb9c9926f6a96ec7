# SPDX-License-Identifier: GPL-3.0-or-later
"""What narrows a search, as pills: how the words are read, who says them, in which group; how results are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.widgets.groups import group_choices
from app.widgets.pill import Choice, Pill, PillRow
from coding import groups, order
from coding.groups import GroupRow
from coding.language import _
from coding.searching import people
from coding.searching.lines import Order
from coding.searching.query import Mode

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Offered:
    """What there is to choose among; ``interviews`` and ``people`` are ids with titles or names."""

    groups: tuple[GroupRow, ...]
    interviews: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Wanted:
    """A search to be made: what is written, how it is read, who says it («answers», «asks», None for everyone), and
    the group that it is said in."""

    line: str
    mode: Mode = "words"
    voice: str | None = None
    within: int | None = None


def offered(session: Session) -> Offered:
    """Read it."""
    interviews = tuple((row.id, row.title) for row in order.ordered_interviews(session))
    return Offered(tuple(groups.listed(session)), interviews, tuple(people.speaking(session)))


def places(there: Offered) -> list[Choice]:
    """The groups (keys: ids), all interviews (None), then each interview (its id and title)."""
    return [*group_choices(there.groups, len(there.interviews)),
            *(Choice((key, title), title, apart=not place) for place, (key, title) in enumerate(there.interviews))]


class Choices(PillRow):
    """``changed`` asks for the search anew; ``arranged`` for another order, or another look, of what was found."""

    changed = pyqtSignal()
    arranged = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.mode = Pill(_("Look for: {choice}"))
        self.voice = Pill(_("Who speaks: {choice}"))
        self.group = Pill(_("In: {choice}"))
        self.order = Pill(_("Order: {choice}"))
        self.look = Pill(_("Show: {choice}"))
        super().__init__((self.group, self.voice, self.order, self.look, self.mode), parent)
        self.mode.offer([Choice("words", _("words")), Choice("phrase", _("a phrase")),
                         Choice("lemma", _("lemmas (être → suis, était…)"), short=_("lemmas"))], "words")
        self.order.offer([Choice("corpus", _("by interview")), Choice("left", _("by the word before")),
                          Choice("found", _("by the word found")), Choice("right", _("by the word after"))], "corpus")
        self.look.offer([Choice("lines", _("concordance")), Choice("turns", _("turns"))], "lines")
        for pill in (self.mode, self.voice, self.group):
            pill.chosen.connect(lambda _key: self.changed.emit())
        for pill in (self.order, self.look):
            pill.chosen.connect(lambda _key: self.arranged.emit())
        self.offer(Offered((), (), ()))

    def offer(self, there: Offered) -> None:
        """List what there is; what was chosen stays chosen while it is there."""
        voices = [Choice(None, _("everyone")), Choice("answers", _("those who answer")),
                  Choice("asks", _("the interviewer"))]
        voices += [Choice(key, name, apart=not place) for place, (key, name) in enumerate(there.people)]
        self.voice.offer(voices, self.voice.current)
        within = places(there)
        kept = self.group.current if self.group.current in {choice.key for choice in within} else None
        self.group.offer(within, kept)
        self.fit()

    @property
    def by_turn(self) -> bool:
        """Whether turns are listed, not lines of a concordance."""
        return self.look.current == "turns"

    def asked_order(self) -> Order:
        """The order of the lines; turns are in the order of the corpus."""
        return "corpus" if self.by_turn else cast(Order, self.order.current)

    def pick(self, mode: Mode, voice: str | None, within: int | None) -> None:
        """Show these as chosen."""
        for pill, key in ((self.mode, mode), (self.voice, voice), (self.group, within)):
            pill.choose(key)
        self.fit()

    def asked_mode(self) -> Mode:
        """How the line is read."""
        return cast(Mode, self.mode.current)

    def narrowed(self) -> dict[str, Any]:
        """What the pills ask of a Sought."""
        voice, within = self.voice.current, self.group.current
        return {"asks": {"answers": False, "asks": True}.get(str(voice)),
                "participant_ids": (voice,) if isinstance(voice, int) else (),
                "group_ids": (within,) if isinstance(within, int) else (),
                "interview_ids": within[:1] if isinstance(within, tuple) else ()}
