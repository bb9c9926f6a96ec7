# SPDX-License-Identifier: GPL-3.0-or-later
"""Which codes a few letters call for, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coding.codebook import PATH_SEPARATOR, Codebook, CodeNode
from coding.fold import fold, fold_with_offsets

PINNED, BEGINS, WORD_BEGINS, WORDS, CONTAINS, SCATTERED, MISTYPED = range(7)
LONG = 4  # letters from which a typed word may have a fault
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Found:
    """A code, which characters of its name were typed, the names above it, and how many passages bear it."""

    node: CodeNode
    matched: tuple[int, ...]
    above: str
    uses: int


def rank(book: Codebook, typed: str, *, recent: Sequence[int], uses: Callable[[int], int]) -> list[Found]:
    """The codes that answer ``typed``, whatever the accents and case.

    The code that a digit gives comes first, then a name that begins with what is typed, one with a word that does,
    one whose words (or its theme's) begin with the words typed, one that contains it, one that has its letters in
    order, one that answers it but for a letter missing, added, wrong or swapped in a long word. Among equals: the
    latest used, then the most used, then the order of the codebook. The words before a « > » must be found in the
    names above.
    """
    *above, wanted = [fold(part.strip()) for part in typed.split(">")]
    latest = {code_id: place for place, code_id in enumerate(recent)}
    found = []
    for order, node in enumerate(book):
        names = book.path(node.id)[:-1]
        match = (PINNED, ()) if wanted and wanted == str(node.pin) else _match(node.name, names, wanted)
        if match is None or not all(any(part in fold(name) for name in names) for part in above):
            continue
        quality, matched = match
        count = uses(node.id)
        key = (quality, latest.get(node.id, len(latest)), -count, order)
        found.append((key, Found(node, matched, PATH_SEPARATOR.join(names), count)))
    return [item for _key, item in sorted(found, key=lambda pair: pair[0])]


_folded = lru_cache(maxsize=4096)(fold_with_offsets)  # names are folded at every letter typed


def _match(name: str, above: Sequence[str], wanted: str) -> tuple[int, tuple[int, ...]] | None:
    if not wanted:
        return BEGINS, ()
    folded, origin = _folded(name)
    answer = _whole(folded, wanted) or _by_words(folded, above, wanted, WORDS, str.startswith)
    if answer is None:
        scattered = _scattered(folded, wanted)
        answer = (SCATTERED, scattered) if scattered else _by_words(folded, above, wanted, MISTYPED, _nearly_begins)
    return (answer[0], tuple(dict.fromkeys(origin[n] for n in answer[1]))) if answer else None


def _whole(folded: str, wanted: str) -> tuple[int, list[int]] | None:
    """Where all that is typed stands in one piece, best at the beginning of a word."""
    at = folded.find(wanted)
    if at < 0:
        return None
    starts = [n for n in range(at, len(folded)) if folded.startswith(wanted, n)
              and (n == 0 or not folded[n - 1].isalnum())]
    quality = BEGINS if at == 0 else WORD_BEGINS if starts else CONTAINS
    at = starts[0] if starts else at
    return quality, list(range(at, at + len(wanted)))


def _by_words(folded: str, above: Sequence[str], wanted: str, quality: int,
              answers: Callable[[str, str], bool]) -> tuple[int, list[int]] | None:
    """Each word typed answers a word of the name or, as long as one does, of the names above."""
    words = list(_WORD.finditer(folded))
    higher = [word for name in above for word in _WORD.findall(_folded(name)[0])]
    places: list[int] = []
    for part in _WORD.findall(wanted):
        word = next((word for word in words if answers(word[0], part)), None)
        if word is not None:
            places.extend(range(word.start(), min(word.end(), word.start() + len(part))))
        elif not any(answers(other, part) for other in higher):
            return None
    return (quality, sorted(set(places))) if places else None


def _nearly_begins(word: str, part: str) -> bool:
    """Whether a word begins with what was typed, but for one fault."""
    if word.startswith(part):
        return True
    lengths = (len(part) - 1, len(part), len(part) + 1)
    return len(part) >= LONG and word[:1] == part[:1] and any(_one_fault(word[:length], part) for length in lengths)


def _one_fault(one: str, other: str) -> bool:
    """Whether a letter missing, added or wrong, or two swapped, are all that tells two words apart."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return (len(one) <= 1 and len(other) <= 1) or (len(one) == 2 and one == other[::-1])


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
