# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands instead of each form, whatever its case, and whose form it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from coding.fold import fold
from coding.identifiers.span import Label
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.spotting import Spotter

SHORTEST = 3  # letters of what is looked for whatever its case
NAMED = (Label.PERSON, Label.LOC, Label.ORG, Label.EMAIL, Label.PHONE, Label.ID)


class Wording:
    """The forms of some decisions, those that change everywhere above all."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self._instead = [{fold(form): words for form, words in _forms(decision)} for decision in decisions]
        self._counts: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)  # form -> (decision, interview)
        self._forms: list[str] = []
        for number, decision in enumerate(decisions):
            if decision.everywhere:
                self._learn(number, decision)
        self._parts = {part: number for part, number in self._name_parts() if part not in self._counts}

    def of(self, number: int, found: str) -> str:
        """What a decision writes instead of ``found``, in the same case."""
        decision = self._decisions[number]
        if decision.forms.get(found):
            return decision.forms[found]
        return cased(found, self._instead[number].get(fold(found)) or decision.words)

    def whose(self, form: str, interview_id: int) -> int:
        """The decision that a form is of: in that interview, or wherever it is most often."""
        counts = self._counts.get(fold(form))
        if counts is None:
            return self._parts[fold(form)]
        return max(counts, key=lambda one: (one[1] == interview_id, counts[one], -one[0]))[0]

    def spotter(self, *, all_forms: bool = False) -> Spotter:
        """Finds the forms as they are written; those that may be common words only with ``all_forms``."""
        return Spotter([form for form in self._forms if all_forms or not common(form)])

    def loose_spotter(self) -> Spotter:
        """Finds names, and each word of those of people, whatever the accents and case."""
        named = (form for form in self._forms if self._decisions[self.whose(form, 0)].identity.label in NAMED)
        return Spotter([form for form in (*named, *self._parts) if sum(map(str.isalnum, form)) >= SHORTEST],
                       loose=True)

    def named_in(self, text: str) -> bool:
        """Whether a name stands in a text, whatever the accents and case."""
        return any(True for _spot in self.loose_spotter().spots(text))

    def _learn(self, number: int, decision: Decision) -> None:
        forms = [form for form, _count in decision.identity.forms]
        self._forms += dict.fromkeys([*forms, *decision.forms])
        for form in (*forms, *decision.forms):
            self._counts[fold(form)][number, 0] += 1
        for place in decision.identity.places:
            where = place.row_id if place.table == "interview" else 0
            self._counts[fold(place.form)][number, where] += 1

    def _name_parts(self) -> Iterator[tuple[str, int]]:
        """Each word of people's names: what a file is called by, and what takes its place."""
        for number, decision in enumerate(self._decisions):
            if decision.everywhere and decision.identity.label is Label.PERSON:
                for form, words in _forms(decision):
                    for part, instead in _paired(form, words):
                        if part[0].isupper():
                            self._instead[number].setdefault(fold(part), instead)
                            yield fold(part), number


def cased(like: str, words: str) -> str:
    """``words`` in capitals or small letters as ``like`` is; a class («[ville 1]») stays as it is."""
    if words.startswith("["):
        return words
    if like.isupper() and sum(map(str.isalpha, like)) > 1:
        return words.upper()
    return words.lower() if like.islower() else words


def common(form: str) -> bool:
    """Whether a form may be a word of every day: «rose», «mars»."""
    return form.islower() and all(letter.isalpha() or letter in " -'’" for letter in form)


def _forms(decision: Decision) -> list[tuple[str, str]]:
    forms = dict.fromkeys([*(form for form, _count in decision.identity.forms), *decision.forms])
    return [(form, decision.instead_of(form)) for form in forms]


def _paired(form: str, words: str) -> Iterator[tuple[str, str]]:
    """The words of a name, each with that of its pseudonym; what both have («Mme») is no name."""
    old, new = form.split(), words.split()
    if len(old) == len(new) and not words.startswith("["):
        yield from ((a, b) for a, b in zip(old, new, strict=True) if fold(a) != fold(b))
    else:
        shared = {fold(word) for word in new}
        yield from ((word, words) for word in old if fold(word) not in shared)
