# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that run into other words, as in what files are called by: «GuilbaudM2», «mguilbaud»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coding.fold import fold, fold_with_offsets
from coding.identifiers import lists
from coding.identifiers.decoded import Normal
from coding.identifiers.span import Find, Label

SHORTEST = 5  # letters of a name that is looked for within a word
BESIDE = 2  # letters of what it runs into: initials
_WORD = re.compile(r"[^\W\d_]+")


def apart(plain: Normal) -> Normal:
    """The text with a space where a capital or a digit begins another word."""
    pieces: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(plain.text):
        if _begins(plain.text, at):
            pieces.append(" ")
            origin.append(plain.origin[at])
        pieces.append(letter)
        origin.append(plain.origin[at])
    return Normal("".join(pieces), [*origin, plain.origin[-1]])


def glued(text: str, names: Mapping[str, Label]) -> Iterator[Find]:
    """Names of people at the head or the end of a word that is none itself, beside initials."""
    people = [name for name, label in names.items() if label is Label.PERSON and len(name) >= SHORTEST]
    for word in _WORD.finditer(text):
        key = fold(word[0])
        ends = [name for name in people if 0 < len(key) - len(name) <= BESIDE and name in (
            key[: len(name)], key[-len(name) :])]
        if ends and not (lists.ordinary(word[0]) or lists.first_name(key) or lists.surname(key)
                         or lists.commune(word[0])):
            origin = fold_with_offsets(word[0])[1]
            name = max(ends, key=len)
            at = key.find(name)
            yield Find(word.start() + origin[at], word.start() + origin[at + len(name)], Label.PERSON)


def _begins(text: str, at: int) -> bool:
    before, here = text[at - 1 : at], text[at]
    return (before.islower() and here.isupper()) or (before.isalpha() and here.isdigit()) or (
        before.isdigit() and here.isalpha())
