# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is who, as the researcher says it: identities joined, forms set apart, kinds corrected; done again after each
search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from coding.identifiers.span import Label
from coding.pseudonyms.identity import Identity, gathered


class Wish(Protocol):
    """One correction of what a search found."""

    def done(self, identities: Sequence[Identity]) -> list[Identity]:
        """The identities corrected; as they are when they no longer hold what the wish is about."""


@dataclass(frozen=True)
class Relabel:
    """These are of another kind."""

    keys: frozenset[str]
    label: Label

    def done(self, identities: Sequence[Identity]) -> list[Identity]:
        """Each under the kind said."""
        return [replace(one, label=self.label) if one.key in self.keys else one for one in identities]


@dataclass(frozen=True)
class Join:
    """These are one, known by the name of ``kept``."""

    keys: frozenset[str]
    kept: str

    def done(self, identities: Sequence[Identity]) -> list[Identity]:
        """One identity where the one kept was."""
        joined = [one for one in identities if one.key in self.keys]
        kept = next((one for one in joined if one.key == self.kept), None)
        if kept is None:
            return list(identities)
        places = sorted({place for one in joined for place in one.places},
                        key=lambda place: (place.table != "interview", place.row_id, place.column, place.start))
        whole = gathered(kept.label, kept.name, places, gender=kept.gender, generation=kept.generation)
        return [whole if one is kept else one for one in identities if one is kept or one.key not in self.keys]


@dataclass(frozen=True)
class Split:
    """One form of an identity is somebody or something else."""

    key: str
    form: str

    def done(self, identities: Sequence[Identity]) -> list[Identity]:
        """The rest, then the form; as it was when nothing would be left, or nothing would tell the two apart."""
        found: list[Identity] = []
        for one in identities:
            rest = [place for place in one.places if place.form != self.form]
            if one.key != self.key or not rest or len(rest) == len(one.places):
                found.append(one)
                continue
            names = [place.form for place in rest]
            name = one.name if one.name in names else max(names, key=len)
            left = gathered(one.label, name, rest, gender=one.gender, generation=one.generation)
            apart = gathered(one.label, self.form, [place for place in one.places if place.form == self.form])
            told = {other.key for other in identities if other is not one}
            found += [left, apart] if left.key != apart.key and apart.key not in told else [one]
        return found


def arranged(identities: Iterable[Identity], wishes: Iterable[Wish]) -> list[Identity]:
    """The identities with every correction made, one after the other."""
    found = list(identities)
    for wish in wishes:
        found = wish.done(found)
    return found
