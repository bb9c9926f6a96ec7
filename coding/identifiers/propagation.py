# SPDX-License-Identifier: GPL-3.0-or-later
"""A name found once is looked for everywhere, whatever its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from coding.identifiers import lists, vocabulary
from coding.identifiers.names import PARTICLES
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

NONE: Mapping[str, Label] = MappingProxyType({})
_SPREAD = (Label.PERSON, Label.LOC, Label.ORG)
_NOT_A_NAME = frozenset((
    "un une des le la les ses mes tes nos vos leurs ces du chaque plusieurs deux trois en bouquet"
).split())


def finds(tokens: Tokens, known: Mapping[str, Label], elsewhere: Mapping[str, Label] = NONE) -> Iterator[Find]:
    """Every place of the ``known`` names: a word that French has too counts only as a name is written. Names known
    from ``elsewhere``, another text, are trusted less: such a word must have its capital."""
    for word in tokens.words:
        label = known.get(word.key) or _compound(tokens, word, known) or _from_elsewhere(tokens, word, elsewhere)
        if label and _is_name(tokens, word):
            alone = word.key in known or word.key in elsewhere
            yield Find(word.start, word.end if alone else tokens.words[word.number + 1].end, label)


def known_by(text: str, found: Iterable[Find]) -> dict[str, Label]:
    """The folded words of the names in ``found`` that stand for them by themselves."""
    known: dict[str, Label] = {}
    for one in found:
        if one.label not in _SPREAD:
            continue
        words = Tokens(text[one.start : one.end]).words
        for word in words:
            if _spreads(word, one.label, alone=len(words) == 1):
                known.setdefault(word.key, one.label)
    return known


def _from_elsewhere(tokens: Tokens, word: Word, elsewhere: Mapping[str, Label]) -> Label | None:
    if not elsewhere or (not word.capital and lists.ordinary(word.text)):
        return None
    return elsewhere.get(word.key) or _compound(tokens, word, elsewhere)


def _spreads(word: Word, label: Label, *, alone: bool) -> bool:
    """Whether a word of a name stands for it elsewhere: each name of a person, a place when it is no word."""
    common = word.key in PARTICLES or word.key in vocabulary.FUNCTION or word.key in vocabulary.TITLES
    short = len(word.key) < 3 and (len(word.key) < 2 or not word.capital or word.shouted or not alone)
    if common or short or word.text.isdigit() or word.key in vocabulary.NOBODY:
        return False
    if label is Label.PERSON:
        return word.key not in vocabulary.ORG_HEADS
    if word.key in vocabulary.ORG_HEADS | vocabulary.STREETS | vocabulary.ORG_ADJECTIVES:
        return False
    return (word.capital and (alone or not lists.ordinary(word.text))) or not lists.ordinary(word.text)


def _compound(tokens: Tokens, word: Word, known: Mapping[str, Label]) -> Label | None:
    """«marie annick» for Marie-Annick."""
    following = tokens.get(word.number + 1)
    if following is None or not tokens.near(word.number):
        return None
    return known.get(f"{word.key}-{following.key}")


def _spoken_of(tokens: Tokens, word: Word) -> bool:
    """«Petit, il disait rien»: a known name at the head of a sentence, taken up by a pronoun."""
    after = tokens.key(word.number + 1)
    pause = tokens.gap(word.number).strip()
    if pause == ",":
        return after in ("il", "elle", "lui", "qui", "qu", "c")
    return not pause and after in ("il", "elle")


def _is_name(tokens: Tokens, word: Word) -> bool:
    if len(word.key) < 3 and (not word.capital or word.shouted):
        return False
    if not lists.ordinary(word.text):
        return True
    if word.capital:
        return not word.begins or lists.bearers(word.text) > 500 or _spoken_of(tokens, word)
    return word.plain and lists.bearers(word.text) > 500 and tokens.key(word.number - 1) not in _NOT_A_NAME
