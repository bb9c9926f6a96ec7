# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found and what was decided about it: one line an identity. Kept in memory for the sitting, never on disk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from app.pseudonyms.who import Join, Relabel, Split, Wish, arranged
from coding.identifiers.span import Label
from coding.pseudonyms import proposals
from coding.pseudonyms.already import already
from coding.pseudonyms.identity import Identity, Place
from coding.pseudonyms.places_again import places_again, words_of

if TYPE_CHECKING:
    from coding.pseudonyms.correspondence import Correspondence
    from coding.pseudonyms.decisions import Action, Decision

NUMBERED = re.compile(r"\[(.+) (\d+)\]")
WAYS: tuple[Action, ...] = ("replace", "class", "generalise", "keep", "never")
STAYING: tuple[Action, ...] = ("keep", "never")
STEPS_KEPT = 200


@dataclass(frozen=True)
class Line:
    """An identity, what is proposed or ``decided`` for it, and the places that are left as they stand."""

    identity: Identity
    decision: Decision
    decided: bool = False
    left_out: frozenset[Place] = frozenset()

    @property
    def key(self) -> str:
        """That of its identity."""
        return self.identity.key

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that are not left out."""
        return tuple(place for place in self.identity.places if place not in self.left_out)

    @property
    def interviews(self) -> int:
        """How many interviews it is named in."""
        return len({place.row_id for place in self.identity.places if place.table == "interview"})

    @property
    def stays(self) -> bool:
        """Whether the words stay as they are, as decided or because they say too little («en mai»)."""
        return self.decision.action in STAYING

    def whole(self) -> Decision:
        """The decision, without the places left out."""
        return replace(self.decision, identity=self.identity, places=self.places if self.left_out else None)


@dataclass(frozen=True)
class Tally:
    """What is left: identities to decide and decided, and the places that all of them have."""

    undecided: int
    decided: int
    places: int


class Review(QObject):
    """The lines, in the order found. ``reset`` says that others are there; ``changed`` carries the keys of those
    about which something was decided."""

    reset = pyqtSignal()
    changed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.added: tuple[tuple[str, Label], ...] = ()  # words that the search missed
        self._wishes: tuple[Wish, ...] = ()
        self._before: list[tuple[tuple[Line, ...], tuple[Wish, ...]]] = []
        self._applied: dict[str, Line] = {}  # should undo bring the names back
        self._left: frozenset[Place] = frozenset()  # places that were left out when the others were replaced
        self.used: Collection[str] = ()  # pseudonyms and classes put earlier
        self.table: Correspondence | None = None  # what it knows already is proposed first

    # -- what there is

    def line(self, key: str) -> Line | None:
        """The line of an identity."""
        return next((line for line in self.lines if line.key == key), None)

    def tally(self) -> Tally:
        """What is left."""
        done = sum(line.decided for line in self.lines)
        return Tally(len(self.lines) - done, done, sum(len(line.identity.places) for line in self.lines))

    def decisions(self) -> list[Decision]:
        """What was decided and not applied."""
        return [line.whole() for line in self.lines if line.decided]

    @property
    def can_undo(self) -> bool:
        """Whether a decision can be taken back."""
        return bool(self._before)

    # -- what comes in

    def take(self, identities: Iterable[Identity]) -> None:
        """Show what a search found; what was decided about the same identities, joined or split as before, stays."""
        self._lay(arranged(_once(identities), self._wishes), self._applied | {line.key: line for line in self.lines})
        self._before.clear()
        self.reset.emit()

    def add(self, identity: Identity) -> None:
        """Words that the search missed, with the places where they stand."""
        if self.line(identity.key) is None:
            self._remember()
            asked = {words_of(place) for place in identity.places}
            self._left = frozenset(place for place in self._left if words_of(place) not in asked)
            self.added = (*self.added, (identity.name, identity.label))
            self.lines = (*self._new([identity]), *self.lines)
            self.reset.emit()

    def forget(self, keys: Collection[str]) -> None:
        """These were dealt with: they are in the texts no longer, but where places were left out, which are not asked
        about again."""
        done = [line for line in self.lines if line.key in keys]
        self._applied |= {line.key: line for line in done}
        self._left = self._left.union(*(line.left_out for line in done))
        kept = {(line.identity.name, line.identity.label) for line in done if line.stays}
        self.added = tuple(one for one in self.added if one not in kept)  # undo may bring back the others
        self.lines = tuple(line for line in self.lines if line.key not in keys)
        self._before.clear()
        self.reset.emit()

    def recall(self) -> None:
        """A table was opened: what it knows already is proposed again, where nothing was decided."""
        new = {line.key: line for line in self._new([line.identity for line in self.lines if not line.decided])}
        self._remember()
        self.lines = tuple(new.get(line.key, line) for line in self.lines)
        self.reset.emit()

    # -- what is decided

    def accept(self, keys: Collection[str]) -> None:
        """Do as proposed."""
        self._alter(keys, lambda line: replace(line, decided=True))

    def reopen(self, keys: Collection[str]) -> None:
        """To decide again."""
        self._alter(keys, lambda line: replace(line, decided=False))

    def act(self, keys: Collection[str], action: Action) -> None:
        """Decide for a way."""
        self._alter(keys, lambda line: replace(line, decision=self._proposed(line.identity, action), decided=True))

    def turn(self, keys: Collection[str], step: int) -> None:
        """Propose the next way, or the one before; to be accepted."""
        def turned(line: Line) -> Line:
            ways = [way for way in WAYS if way != "replace" or line.identity.label is Label.PERSON]
            at = ways.index(line.decision.action) if line.decision.action in ways else -1
            return replace(line, decision=self._proposed(line.identity, ways[(at + step) % len(ways)]), decided=False)

        self._alter(keys, turned)

    def another(self, keys: Collection[str], gender: str | None = None) -> None:
        """Propose another pseudonym, of another gender when one is given."""
        def renamed(line: Line) -> Line:
            identity = line.identity if gender is None else replace(line.identity, gender=gender)
            return replace(line, identity=identity, decision=self._proposed(identity, "replace"))

        self._alter(keys, renamed)

    def use(self, key: str, decision: Decision) -> None:
        """Decide for one of ``alternatives``."""
        self._alter([key], lambda line: replace(line, decision=decision, decided=True))

    def write(self, key: str, words: str) -> None:
        """Decide for one's own words."""
        def written(line: Line) -> Line:
            action = "replace" if line.stays else line.decision.action
            bare = replace(line.decision, action=action, words=words.strip(), forms={})
            return replace(line, decision=proposals.fill(bare), decided=True)

        if words.strip():
            self._alter([key], written)

    def write_form(self, key: str, form: str, words: str) -> None:
        """Decide what stands in the place of one form."""
        self._alter([key], lambda line: replace(
            line, decision=replace(line.decision, forms={**line.decision.forms, form: words.strip()}))
            if words.strip() else line)

    def leave_out(self, key: str, places: Collection[Place], out: bool) -> None:
        """Leave some places as they stand, or no longer."""
        self._alter([key], lambda line: replace(
            line, left_out=line.left_out | set(places) if out else line.left_out - set(places)))

    def undo(self) -> None:
        """Take back the last decision."""
        if self._before:
            now = self.lines
            self.lines, self._wishes = self._before.pop()
            if [line.key for line in now] == [line.key for line in self.lines]:
                self.changed.emit([new.key for new, old in zip(self.lines, now, strict=True) if new is not old])
            else:
                self.reset.emit()

    # -- who is who

    def join(self, keys: Sequence[str]) -> str | None:
        """Make one identity of several, under the fullest name; its key."""
        joined = [line for line in self.lines if line.key in keys]
        if len(joined) < 2:
            return None
        kept = max(joined, key=lambda line: (len(line.identity.name.split()), len(line.identity.places)))
        self._wish(Join(frozenset(keys), kept.key))
        return kept.key

    def split(self, key: str, form: str) -> str | None:
        """Make an identity of its own of one form; its key."""
        before = {line.key for line in self.lines}
        self._wish(Split(key, form))
        return next((line.key for line in self.lines if line.key not in before and line.identity.name == form), None)

    def relabel(self, keys: Collection[str], label: Label) -> None:
        """Say what kind these are."""
        self._wish(Relabel(frozenset(keys), label))

    def alternatives(self, key: str, count: int = 5) -> list[Decision]:
        """Other pseudonyms for a person, then each other way that changes the words."""
        line = self.line(key)
        if line is None:
            return []
        taken, found = self._taken(), {line.decision.words: line.decision}
        for _one in range(count if line.identity.label is Label.PERSON else 0):
            made = proposals.propose(line.identity, taken, self._classes(), "replace")
            taken.add(made.words)
            found.setdefault(made.words, made)
        for way in WAYS[1:3]:
            made = self._proposed(line.identity, way)
            if way != line.decision.action and made.words != line.identity.name:
                found.setdefault(made.words, made)
        return list(found.values())[1:]

    # -- within

    def _alter(self, keys: Collection[str], change: Callable[[Line], Line]) -> None:
        """Change some lines one after the other, so that no two are given the same words."""
        wanted, before, changed = set(keys), self.lines, []
        for place, line in enumerate(before):
            if line.key in wanted:
                altered = change(line)
                if altered != line:
                    self.lines = (*self.lines[:place], altered, *self.lines[place + 1 :])
                    changed.append(line.key)
        if changed:
            self._before = [*self._before[-STEPS_KEPT:], (before, self._wishes)]
            self.changed.emit(changed)

    def _remember(self) -> None:
        self._before = [*self._before[-STEPS_KEPT:], (self.lines, self._wishes)]

    def _wish(self, wish: Wish) -> None:
        found = wish.done([line.identity for line in self.lines])
        if found != [line.identity for line in self.lines]:
            self._remember()
            self._wishes = (*self._wishes, wish)
            self._lay(found, {line.key: line for line in self.lines})
            self.reset.emit()

    def _lay(self, identities: Sequence[Identity], known: Mapping[str, Line]) -> None:
        """A line for each identity: the one known, brought up to date, or a new one; none where all was left out."""
        places = [place for one in identities for place in one.places]
        left = places_again(self._left, places)
        out = left | places_again((place for line in known.values() for place in line.left_out), places)
        asked = [one for one in identities if not left.issuperset(one.places)]
        there = {one.key for one in asked}
        self.lines = tuple(line for line in self.lines if line.key in there)
        new = {line.key: line for line in self._new([one for one in asked if one.key not in known])}
        self.lines = tuple(_without(new.get(one.key) or _again(known[one.key], one), out) for one in asked)

    def _new(self, identities: Sequence[Identity]) -> list[Line]:
        """Lines on which nothing was decided: what the table knows, else what is usual."""
        known = {one.identity.key: proposals.fill(one) for one in already(self.table, identities)} if self.table else {}
        rest = [one for one in identities if one.key not in known]
        known |= {one.identity.key: one for one in proposals.propose_all(rest, self._taken(), self._classes())}
        return [Line(one, known[one.key]) for one in identities]

    def _proposed(self, identity: Identity, action: Action) -> Decision:
        return proposals.propose(identity, self._taken(), self._classes(), action)

    def _taken(self) -> set[str]:
        named = {form for line in self.lines for form, _count in line.identity.forms}
        return named | {line.decision.words for line in self.lines} | set(self.used)

    def _classes(self) -> Counter[str]:
        """The highest number that each class has been given."""
        highest = Counter[str]()
        for word in (*self.used, *(line.decision.words for line in self.lines)):
            numbered = NUMBERED.fullmatch(word)
            if numbered:
                highest[numbered[1]] = max(highest[numbered[1]], int(numbered[2]))
        return highest


def _again(known: Line, identity: Identity) -> Line:
    """A line whose places or forms may be others than before."""
    gendered = replace(identity, gender=known.identity.gender or identity.gender)
    decision = replace(known.decision, identity=gendered)
    if known.identity.forms != identity.forms:
        decision = proposals.fill(decision)
    return Line(gendered, decision, known.decided)


def _without(line: Line, out: frozenset[Place]) -> Line:
    """A line but for the places left out."""
    return replace(line, left_out=out.intersection(line.identity.places)) if out else line


def _once(identities: Iterable[Identity]) -> list[Identity]:
    """Each identity once: words that were added may be found by now."""
    return list({one.key: one for one in reversed(list(identities))}.values())[::-1]
