# SPDX-License-Identifier: GPL-3.0-or-later
"""Places that one search gave, among those of a later one: words around them may have moved, or been replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from coding.pseudonyms.identity import Place

AGREES = 8  # characters beside a place that tell it from others of the same words
Words = tuple[str, int, str, str]


def places_again(known: Iterable[Place], found: Iterable[Place]) -> frozenset[Place]:
    """Those of ``found`` that are the ``known`` ones: the same words of the same column and row, those around them
    being most alike, then nearest. Where there are no more of them than were known, they are the same whatever
    stands around."""
    wanted: dict[Words, list[Place]] = defaultdict(list)
    for place in dict.fromkeys(known):
        wanted[words_of(place)].append(place)
    there: dict[Words, list[Place]] = defaultdict(list)
    for place in found if wanted else ():
        if words_of(place) in wanted:
            there[words_of(place)].append(place)
    same: set[Place] = set()
    for words, places in there.items():
        same.update(places if len(places) <= len(wanted[words]) else _paired(wanted[words], places))
    return frozenset(same)


def words_of(place: Place) -> Words:
    """What a place keeps when it moves."""
    return place.table, place.row_id, place.column, place.form


def _paired(known: list[Place], found: list[Place]) -> set[Place]:
    pairs = sorted((-_alike(one, other), abs(one.start - other.start), n, m)
                   for n, one in enumerate(known) for m, other in enumerate(found))
    taken: set[int] = set()
    same: dict[int, Place] = {}
    for alike, _far, n, m in pairs:
        enough = min(AGREES, len(known[n].before) + len(known[n].after))
        if n not in taken and m not in same and -alike >= enough:
            taken.add(n)
            same[m] = found[m]
    return set(same.values())


def _alike(one: Place, other: Place) -> int:
    """How many characters beside two places are the same."""
    return _begin_alike(one.before[::-1], other.before[::-1]) + _begin_alike(one.after, other.after)


def _begin_alike(one: str, other: str) -> int:
    return sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
