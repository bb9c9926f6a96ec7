# SPDX-License-Identifier: GPL-3.0-or-later
"""Where pseudonyms put earlier stand now: exactly, as long as the text did not change; else beside the same words, in
the same order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coding.anchors import Span
from coding.pseudonyms.correspondence import Put
from coding.pseudonyms.spotting import whole

AGREES = 8  # characters beside a pseudonym that tell it from another put of the same words
FOUND = 4  # what finding the words is worth, in characters that agree beside them


@dataclass(frozen=True)
class _Link:
    """A place for a put, and the best chain of places that it ends."""

    worth: int
    put: int
    span: Span
    before: _Link | None


def retraced(text: str, puts: Sequence[Put], *, sure: Collection[str]) -> list[Span | None]:
    """Where each put is in a text that changed: still there, or gone back already (the text then says what was);
    None when it cannot be told. ``sure``: words that always stand for the same ones, wherever they are."""
    order = sorted(range(len(puts)), key=lambda number: puts[number].start)
    found: list[Span | None] = [None] * len(puts)
    places: dict[str, list[int]] = {}
    ends: list[int] = []  # of the chains kept, each better than those that end before
    best: list[_Link] = []
    for number in order:
        put = puts[number]
        links = []
        for words in dict.fromkeys((put.now, put.was)):
            if words not in places:
                places[words] = list(_places(text, words))
            for at in places[words]:
                end = at + len(words)
                agree = _agree(text, at, end, put)
                if agree >= min(AGREES, len(put.before) + len(put.after)) or (words == put.now and words in sure):
                    place = bisect_right(ends, at) - 1
                    before = best[place] if place >= 0 else None
                    worth = agree + FOUND * (words == put.now) + (before.worth if before else 0) + 1
                    links.append(_Link(worth, number, (at, end), before))
        for link in links:
            _keep(ends, best, link)
    last = best[-1] if best else None
    while last is not None:
        found[last.put] = last.span
        last = last.before
    return found


def _keep(ends: list[int], best: list[_Link], link: _Link) -> None:
    """Take a chain in, unless one that ends no later is as good, and drop those it makes useless."""
    place = bisect_right(ends, link.span[1])
    if place and best[place - 1].worth >= link.worth:
        return
    if place and ends[place - 1] == link.span[1]:
        place -= 1
    last = place
    while last < len(best) and best[last].worth <= link.worth:
        last += 1
    ends[place:last], best[place:last] = [link.span[1]], [link]


def _places(text: str, words: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)
            if words and whole(text, match.start(), match.start() + len(words))]


def _agree(text: str, start: int, end: int, put: Put) -> int:
    """How many characters beside [start, end) are those that stood beside the put."""
    low = high = 0
    while low < min(len(put.before), start) and text[start - low - 1] == put.before[-low - 1]:
        low += 1
    while high < min(len(put.after), len(text) - end) and text[end + high] == put.after[high]:
        high += 1
    return low + high
