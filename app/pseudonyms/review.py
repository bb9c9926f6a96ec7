# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found and what was decided about it: one line an identity. Kept in memory for the sitting, never on disk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from coding.identifiers.span import Label
from coding.pseudonyms import proposals
from coding.pseudonyms.already import already
from coding.pseudonyms.identity import Identity, Place, gathered

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
        self._before: list[tuple[Line, ...]] = []
        self._joined: dict[str, str] = {}  # the key of an identity -> that of the one it was joined to
        self._split: set[tuple[str, str]] = set()  # (key, form) that stands by itself
        self._relabelled: dict[str, Label] = {}
        self._added: dict[str, Identity] = {}
        self._applied: dict[str, Line] = {}  # should undo bring the names back
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
        known = self._applied | {line.key: line for line in self.lines}
        found = list(identities)
        there = {one.key for one in found}
        found += [one for key, one in self._added.items() if key not in there]
        arranged = self._arranged(found)
        self.lines = tuple(line for line in self.lines if line.key in {one.key for one in arranged})
        new = {line.key: line for line in self._new([one for one in arranged if one.key not in known])}
        self.lines = tuple(new.get(one.key) or _again(known[one.key], one) for one in arranged)
        self._before.clear()
        self.reset.emit()

    def add(self, identity: Identity) -> None:
        """Words that the search missed, with the places where they stand."""
        self._added[identity.key] = identity
        if self.line(identity.key) is None:
            self._show((*self._new([identity]), *self.lines))

    def forget(self, keys: Collection[str]) -> None:
        """These were dealt with: they are in the texts no longer."""
        for key in keys:
            self._added.pop(key, None)
        self._applied |= {line.key: line for line in self.lines if line.key in keys}
        self.lines = tuple(line for line in self.lines if line.key not in keys)
        self._before.clear()
        self.reset.emit()

    def recall(self) -> None:
        """A table was opened: what it knows already is proposed again, where nothing was decided."""
        new = {line.key: line for line in self._new([line.identity for line in self.lines if not line.decided])}
        self._show(tuple(new.get(line.key, line) for line in self.lines))

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
            earlier, now = self._before.pop(), {line.key: line for line in self.lines}
            same = [line.key for line in earlier] == [line.key for line in self.lines]
            changed = [line.key for line in earlier if now.get(line.key) is not line]
            self.lines = earlier
            if same:
                self.changed.emit(changed)
            else:
                self.reset.emit()

    # -- who is who

    def join(self, keys: Sequence[str]) -> str | None:
        """Make one identity of several, under the fullest name; its key."""
        joined = [line for line in self.lines if line.key in keys]
        if len(joined) < 2:
            return None
        kept = max(joined, key=lambda line: (len(line.identity.name.split()), len(line.identity.places)))
        whole = _united(kept.identity, [line.identity for line in joined])
        for line in joined:
            if line is not kept:
                self._joined[line.key] = kept.key
        line = replace(self._new([whole])[0], left_out=frozenset().union(*(line.left_out for line in joined)))
        self._show(tuple(line if one is kept else one for one in self.lines if one is kept or one.key not in keys))
        return line.key

    def split(self, key: str, form: str) -> str | None:
        """Make an identity of its own of one form; its key."""
        line = self.line(key)
        if line is None or len(line.identity.forms) < 2:
            return None
        rest, apart = _parted(line.identity, {form})
        if self.line(apart.key) not in (None, line) or rest.key == apart.key:
            return None  # the same words but for a capital: never told apart
        self._split.add((key, form))
        at = self.lines.index(line)
        self._show((*self.lines[:at], _again(line, rest), *self._new([apart]), *self.lines[at + 1 :]))
        return apart.key

    def relabel(self, keys: Collection[str], label: Label) -> None:
        """Say what kind these are."""
        wanted = [line.key for line in self.lines if line.key in keys and line.identity.label is not label]
        self._relabelled |= dict.fromkeys(wanted, label)
        new = iter(self._new([replace(line.identity, label=label) for line in self.lines if line.key in wanted]))
        self._show(tuple(next(new) if line.key in wanted else line for line in self.lines))

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
            self._before = [*self._before[-STEPS_KEPT:], before]
            self.changed.emit(changed)

    def _show(self, lines: tuple[Line, ...]) -> None:
        self._before = [*self._before[-STEPS_KEPT:], self.lines]
        self.lines = lines
        self.reset.emit()

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

    def _arranged(self, identities: Iterable[Identity]) -> list[Identity]:
        """What was found, with the kinds, joins and splits that were asked for."""
        found: dict[str, Identity] = {}
        for identity in identities:
            apart = {form for key, form in self._split if key == identity.key}
            pieces = [identity]
            for form in apart & {form for form, _count in identity.forms}:
                if len(pieces[0].forms) > 1:
                    pieces[:1] = _parted(pieces[0], {form})
            for piece in pieces:
                one = replace(piece, label=self._relabelled.get(piece.key, piece.label))
                key = self._joined.get(one.key, one.key)
                found[key] = _united(found[key], [found[key], one]) if key in found else one
        return list(found.values())


def _again(known: Line, identity: Identity) -> Line:
    """A line whose places or forms may be others than before."""
    gendered = replace(identity, gender=known.identity.gender)
    decision = replace(known.decision, identity=gendered)
    if known.identity.forms != identity.forms:
        decision = proposals.fill(decision)
    return Line(gendered, decision, known.decided, known.left_out & set(identity.places))


def _united(kept: Identity, joined: Sequence[Identity]) -> Identity:
    order = [place for one in joined for place in one.places]
    return gathered(kept.label, kept.name, order, gender=kept.gender, generation=kept.generation)


def _parted(identity: Identity, forms: set[str]) -> tuple[Identity, Identity]:
    """The identity without these forms, and one of them alone."""
    rest = [place for place in identity.places if place.form not in forms]
    apart = [place for place in identity.places if place.form in forms]
    names = [place.form for place in rest]
    name = identity.name if identity.name in names else max(names, key=len)
    return (gathered(identity.label, name, rest, gender=identity.gender, generation=identity.generation),
            gathered(identity.label, max(forms, key=len), apart))
