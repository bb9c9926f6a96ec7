# SPDX-License-Identifier: GPL-3.0-or-later
"""The word lists of ``resources/third_party/words``, read when first asked for, and what they say of a word."""

from __future__ import annotations

import lzma
from functools import cache, lru_cache
from pathlib import Path

from coding.fold import fold
from coding.identifiers import geography, vocabulary

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "third_party" / "words"
# Capitals are often typed bare: «Etre», «Ca».
_ACCENTED = {"e": "éèê", "a": "àâ", "c": "ç", "o": "ô", "i": "î", "u": "ù"}


def _read(name: str) -> list[str]:
    with lzma.open(FOLDER / name, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


@cache
def _words() -> frozenset[str]:
    return frozenset(_read("words.txt.xz"))


@cache
def _first_names() -> dict[str, int]:
    """Bearers by name as it is written, and by its folded form, which forgives accents forgotten."""
    names: dict[str, int] = {}
    for line in _read("first-names.txt.xz"):
        name, _gender, count = line.split("\t")
        for key in {name, fold(name)}:
            names[key] = names.get(key, 0) + int(count)
    return names


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(name) for name in _read("surnames.txt.xz"))


@cache
def _communes() -> frozenset[str]:
    """Whole names, and what people cut them down to: «Sablé» for Sablé-sur-Sarthe."""
    whole = [fold(name) for name in _read("communes.txt.xz")]
    short = [parts[0] for name in whole if len(parts := name.replace(" ", "-").split("-")) > 2 and len(parts[0]) > 4]
    halves = [name.split("-")[0] for name in whole if name.count("-") == 1 and " " not in name]
    short += [half for half in halves if len(half) > 6 and not ordinary(half) and half not in _first_names()]
    return frozenset([*whole, *(name for name in short if name not in geography.NO_SHORT_PLACE)])


@lru_cache(maxsize=65536)
def ordinary(word: str) -> bool:
    """Whether French has the word, whatever else it may name."""
    lower = word.lower().replace("’", "'")
    if _is_word(lower):
        return True
    return all(_is_word(part) for part in lower.split("-")) if "-" in lower else False


def _is_word(lower: str) -> bool:
    if lower in _words() or fold(lower) in vocabulary.COLLOQUIAL or lower.replace("œ", "oe") in _words():
        return True
    if lower.endswith("ions") and lower[:-1] in _words():  # «transmissions» looks like a tense, and was cut as one
        return True
    return any(accent + lower[1:] in _words() for accent in _ACCENTED.get(lower[:1], ""))


def bearers(word: str) -> int:
    """How many people were given this first name since 1900; a compound has the fewest of its parts.

    A word must have the name's own accents: «marié» is not Marie.
    """
    key = word.lower() if ordinary(word) else fold(word)
    names = _first_names()
    if key in names or "-" not in key:
        return names.get(key, 0)
    return min(names.get(part, 0) for part in key.split("-"))


def first_name(word: str) -> bool:
    """Whether the word is a first name, or a nickname made as children make them."""
    return bearers(word) > 0 or fold(word) in vocabulary.NICKNAMES


def unmistakable(word: str) -> bool:
    """A first name that nobody takes for a word, even without its capital."""
    key = fold(word)
    if key in vocabulary.NEVER_A_LONE_NAME:
        return False
    if key in vocabulary.NICKNAMES or (key in vocabulary.NAMES_FIRST and bearers(word)):
        return True
    if "-" in key and all(bearers(part) >= 1000 and fold(part) not in vocabulary.NEVER_A_LONE_NAME
                          for part in word.split("-")):
        return True  # «jean-marc»: two names, though both be words
    return len(key) > 2 and not ordinary(word) and bearers(word) >= (300 if len(key) > 3 else 1000)


def surname(word: str) -> bool:
    """Whether many people bear the surname."""
    return fold(word) in _surnames()


def commune(name: str) -> bool:
    """Whether a French commune, a large foreign city, a country, a département or a region is called so."""
    key = fold(name)
    return key in geography.PLACES or key in _communes() or key.replace(" ", "-") in _communes()
