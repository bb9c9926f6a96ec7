# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands before a first name and makes it a nickname: «la grande Sophie», «Ti Jean», «ma p’tite Lulu»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coding.identifiers import lists
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

# With a capital these are part of the name.
ENDEARING = frozenset((
    "mamie papi papy mami mamy tonton tata tatie ptit petit petite grand grande gros grosse man meme pepe vieux "
    "vieille pere mere ti tit tite big miss lady lalla sidi moulay hadj elhadj hajja cheikh beau belle"
).split())
# With an article, and no capital, too.
_TELLING = frozenset(
    "mere pere petit petite grand grande gros grosse vieux vieille beau belle bel ptit ptite tit tite ti".split())
_PARTICLES = frozenset("le la de du van el ben".split())  # «Le Roux», at the head of a sentence
_ARTICLES = frozenset("le la l".split())


def widened(tokens: Tokens, finds: Iterable[Find]) -> Iterator[Find]:
    """The same finds, people with what makes their nickname."""
    starts = {word.start: word for word in tokens.words}
    for one in finds:
        word = starts.get(one.start) if one.label is Label.PERSON else None
        start = _before(tokens, word) if word else one.start
        yield Find(start, one.end, one.label)


def _before(tokens: Tokens, word: Word) -> int:
    before = tokens.get(word.number - 1)
    if before is None or not tokens.near(before.number):
        return word.start
    if before.capital and before.key in _PARTICLES and lists.surname(word.text) and not lists.first_name(word.text):
        return before.start
    if before.capital:
        return before.start if before.key in ENDEARING and len(before.text) > 1 else word.start
    if before.key not in _TELLING:
        return word.start
    short = tokens.get(before.number - 1)
    if short is not None and short.key == "p" and tokens.near(short.number):  # «p’tite»
        return short.start
    return before.start if tokens.key(before.number - 1) in _ARTICLES else word.start
