# SPDX-License-Identifier: GPL-3.0-or-later
"""Folded words as regular expressions that find them in a text as it is written, accents, capitals and ligatures
included: nothing is folded, so that what is found needs no way back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from coding.fold import fold
from coding.searching.query import Phrase, Term

_Tree = dict[str, Any]  # of itself, by unit; «» where a word ends
_BETWEEN = r"[\W_]+"
_BEGINS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_RANGES = (range(0x41, 0x250), range(0x1E00, 0x1F00), range(0xFB00, 0xFB07))  # Latin letters


def compiled(*sought: tuple[Sequence[Term], Sequence[Term]]) -> re.Pattern[str]:
    """A pattern for any of these terms, and for words said in a row as they were written: pairs of (terms by
    themselves, terms in a row). The longest comes first where two begin alike."""
    phrases: dict[Phrase, bool] = {}
    for terms, row in sought:
        if len(row) > 1 and all(len(term.phrases) == 1 for term in row):
            phrases[tuple(word for term in row for word in term.phrases[0])] = row[-1].begun
        for term in terms:
            phrases |= {phrase: phrases.get(phrase, False) or term.begun for phrase in term.phrases}
    whole = [phrase for phrase, begun in phrases.items() if not begun]
    begun = [phrase for phrase, begun in phrases.items() if begun]
    parts = [_BETWEEN.join(_branches([word]) for word in phrase) + _ENDS for phrase in whole if len(phrase) > 1]
    parts += [_BETWEEN.join([*(_branches([word]) for word in phrase[:-1]), _open(phrase[-1])])
              for phrase in sorted(begun, key=len, reverse=True)]
    single = [phrase[0] for phrase in whole if len(phrase) == 1]
    if single:
        parts.append(_branches(single) + _ENDS)
    parts.sort(key=lambda part: -part.count(_BETWEEN))
    return re.compile(_BEGINS + f"(?:{'|'.join(parts)})")


def _open(word: str) -> str:
    """A word and what goes on from it; a ligature may stand for its last letter and the next."""
    *units, last = _units(word)
    end = f"(?:{_letter(last)}|[œŒ])" if last == "o" else f"(?:{_letter(last)}|[æÆ])" if last == "a" else _letter(last)
    return "".join(map(_letter, units)) + end + r"[^\W_]*"


def _branches(words: Iterable[str]) -> str:
    """Any of these words, as a tree: what begins alike is tried once."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for unit in _units(word):
            node = node.setdefault(unit, {})
        node[""] = {}
    return _said(tree)


def _said(node: _Tree) -> str:
    ends = "" in node
    ways = [_letter(unit) + _said(below) for unit, below in node.items() if unit]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"


def _units(word: str) -> list[str]:
    return re.findall("oe|ae|ss|.", word)


@cache
def _letter(unit: str) -> str:
    """What may be written for one folded letter, or for two that a ligature joins."""
    alone = "".join(map(re.escape, _written().get(unit, unit)))
    if len(unit) == 1:
        return f"[{alone}]" if unit in _written() else re.escape(unit)
    return f"(?:{''.join(map(_letter, unit))}|[{alone}])"


@cache
def _written() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in (code for codes in _RANGES for code in codes):
        character = chr(code)
        folded = fold(character)
        if character.isalpha() and folded and (len(folded) == 1 or folded in ("oe", "ae", "ss")):
            found[folded] = found.get(folded, "") + character
    return found
