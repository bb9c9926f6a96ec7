# SPDX-License-Identifier: GPL-3.0-or-later
"""Which codes a few letters call for, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coding.codebook import PATH_SEPARATOR, Codebook, CodeNode
from coding.fold import fold, fold_with_offsets

BEGINS, WORD_BEGINS, CONTAINS, SCATTERED = range(4)


@dataclass(frozen=True)
class Found:
    """A code, which characters of its name were typed, and the names above it."""

    node: CodeNode
    matched: tuple[int, ...]
    above: str


def rank(book: Codebook, typed: str, *, recent: Sequence[int], uses: Callable[[int], int]) -> list[Found]:
    """The codes that answer ``typed``, whatever the accents and case.

    A name that begins with it comes first, then one with a word that does, one that contains it, one that has its
    letters in order. Among equals: the latest used, then the most used, then the order of the codebook. The words
    before a « > » must be found in the names above.
    """
    *above, wanted = [fold(part.strip()) for part in typed.split(">")]
    latest = {code_id: place for place, code_id in enumerate(recent)}
    found = []
    for order, node in enumerate(book):
        match = _match(node.name, wanted)
        if match is None or not all(_under(book, node, part) for part in above):
            continue
        quality, matched = match
        key = (quality, latest.get(node.id, len(latest)), -uses(node.id), order)
        found.append((key, Found(node, matched, PATH_SEPARATOR.join(book.path(node.id)[:-1]))))
    return [item for _key, item in sorted(found, key=lambda pair: pair[0])]


def _under(book: Codebook, node: CodeNode, part: str) -> bool:
    return any(part in fold(name) for name in book.path(node.id)[:-1])


def _match(name: str, wanted: str) -> tuple[int, tuple[int, ...]] | None:
    if not wanted:
        return BEGINS, ()
    folded, origin = fold_with_offsets(name)
    at = folded.find(wanted)
    if at == 0:
        quality = BEGINS
    elif at > 0:
        starts = [n for n in range(1, len(folded)) if not folded[n - 1].isalnum() and folded.startswith(wanted, n)]
        quality, at = (WORD_BEGINS, starts[0]) if starts else (CONTAINS, at)
    else:
        scattered = _scattered(folded, wanted)
        return (SCATTERED, tuple(dict.fromkeys(origin[n] for n in scattered))) if scattered else None
    return quality, tuple(dict.fromkeys(origin[n] for n in range(at, at + len(wanted))))


def _scattered(folded: str, wanted: str) -> list[int] | None:
    """Where the letters of ``wanted`` stand in order, the first of each at the beginning of a word."""
    places: list[int] = []
    at = 0
    for letter in wanted.replace(" ", ""):
        at = folded.find(letter, at)
        if at < 0:
            return None
        places.append(at)
        at += 1
    heads = not folded[places[0] - 1].isalnum() if places and places[0] else True
    return places if heads else None
