# SPDX-License-Identifier: GPL-3.0-or-later
"""Words sought in quotes, whatever their accents and case: patterns, since folding every quote would take twenty times
as long."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from coding.fold import fold

_PHRASE = re.compile(r'["“”«]([^"“”«»]*)["“”»]?')
_UNIT = re.compile(r"[^\W_]+\*?")
_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00))
_MARKS = "[\u0300-\u036f]*"  # accents that have no letter of their own
_BEGIN, _END = r"(?<![^\W_])", r"(?![^\W_])"


class Words:
    """Words that must all be there, whole, and phrases between quotation marks, whose words follow each other whatever
    stands between them. A «*» ends a word that may go on («rechut*»)."""

    def __init__(self, asked: str) -> None:
        phrases = [_units(found[1]) for found in _PHRASE.finditer(asked)]
        phrases += [[unit] for unit in _units(_PHRASE.sub(" ", asked))]
        self._wanted = [re.compile(_pattern(units)) for units in phrases if units]
        units = {unit for units in phrases for unit in units}
        self._each = [re.compile(_pattern([unit])) for unit in sorted(units, key=len, reverse=True)]  # the rarest first

    def may_stand_in(self, source: str) -> bool:
        """Whether each word stands in a text that may have labels between its words."""
        return all(pattern.search(source) for pattern in self._each)

    def stand_in(self, plain: str) -> bool:
        """Whether all that is asked stands in a text."""
        return all(pattern.search(plain) for pattern in self._wanted)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where what is asked stands in a text: [start, end) in code points, in order."""
        return sorted(found.span() for pattern in self._wanted for found in pattern.finditer(text))

    def __bool__(self) -> bool:
        return bool(self._wanted)


def _units(text: str) -> list[str]:
    """The folded words of a text, each with its «*» if it has one."""
    found: list[str] = _UNIT.findall(fold(text))
    return found


def _pattern(units: list[str]) -> str:
    """These words one after the other."""
    return r"[\W_]+".join(
        _BEGIN + _letters(unit.removesuffix("*")) + (r"[^\W_]*" if unit.endswith("*") else _END) for unit in units)


@lru_cache(maxsize=256)
def _letters(word: str) -> str:
    """What folds to ``word``."""
    pieces, at = [], 0
    while at < len(word):
        both = _folding().get(word[at : at + 2]) if at + 1 < len(word) else None
        apart = "".join(_letter(letter) for letter in word[at : at + (2 if both else 1)])
        pieces.append(f"(?:{apart}|[{both}]{_MARKS})" if both else apart)
        at += 2 if both else 1
    return "".join(pieces)


def _letter(letter: str) -> str:
    alike = "".join(sorted({letter, *letter.upper(), *_folding().get(letter, "")}))
    return f"[{re.escape(alike)}]{_MARKS}"


@cache
def _folding() -> Mapping[str, str]:
    """The Latin letters by what they fold to: «e» → «eéèêëE…», «oe» → «œŒ»."""
    found: dict[str, list[str]] = defaultdict(list)
    for letter in (chr(code) for codes in _LATIN for code in codes):
        if letter.isalpha():
            found[fold(letter)].append(letter)
    return {folded: "".join(letters) for folded, letters in found.items()}
