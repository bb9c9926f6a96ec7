# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a quote, in the transcript or as it is cited, as they are compared: no case, no typography."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from coding.fold import unaccented

Kind = Literal["word", "gap", "voice", "dash"]
Span = tuple[int, int]
GAP = "[…]"

_PIECE = re.compile(
    r"(?P<gap>\[\s*(?:…|\.\s?\.\s?\.)\s*\])"
    r"|(?P<group>\[(?:[^\[\]]|\[[^\[\]]*\])*\])"  # «[près de [ville 1]]» is one
    r"|(?P<voice>(?<!\S)[–—]\u00a0)"  # as coding.voices prints a change of voice
    r"|(?P<dash>(?<!\S)[–—-](?=\s))"
    r"|(?P<word>[\w\u0300-\u036f]+|[^\s\w])"
)
_WITHIN = re.compile(r"[\w\u0300-\u036f]+|[^\s\w]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or what counts as one, at [start, end) of its text.

    ``kind``: «gap» is «[…]»; «voice» the dash of another voice; «dash» any other dash that stands alone. ``key`` is what
    is compared. ``group``: the outermost brackets that hold it; ``opens``: it is the first word in them.
    """

    start: int
    end: int
    key: str
    kind: Kind = "word"
    group: Span | None = None
    opens: bool = False
    capital: bool = False


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order: runs of letters and digits (an apostrophe or a hyphen parts two words), signs such
    as % or €, marks of elision and dashes. All other punctuation is left aside."""
    found: list[Word] = []
    for piece in _PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "gap":
            found.append(Word(piece.start(), piece.end(), GAP, "gap"))
        elif kind == "group":
            found += _bracketed(text, piece.start(), piece.end())
        elif kind in {"voice", "dash"}:
            found.append(Word(piece.start(), piece.start() + 1, "–", "voice" if kind == "voice" else "dash"))
        elif _counts(piece.group()):
            found.append(_word(piece.group(), piece.start()))
    return tuple(found)


def _bracketed(text: str, start: int, end: int) -> list[Word]:
    within = [piece for piece in _WITHIN.finditer(text, start + 1, end - 1) if _counts(piece.group())]
    return [_word(piece.group(), piece.start(), (start, end), piece is within[0]) for piece in within]


def _word(said: str, start: int, group: Span | None = None, opens: bool = False) -> Word:
    key = unicodedata.normalize("NFC", said).casefold().translate(_LIGATURES)
    return Word(start, start + len(said), key, "word", group, opens, said[0].isupper())


def _counts(piece: str) -> bool:
    """Whether it is a word or a sign that says something, not punctuation."""
    if len(piece) > 1 or piece.isalnum():
        return True
    return piece in "%‰&@#§_" or unicodedata.category(piece) in ("So", "Sc", "Sm")


def same(one: Word, other: Word) -> bool:
    """Whether two words are the same but for case. A capital may have lost its accent («A l’hôpital»); words in brackets
    are not those outside."""
    if bool(one.group) != bool(other.group):
        return False
    if one.key == other.key:
        return True
    return (one.capital or other.capital) and one.key[1:] == other.key[1:] and (
        unaccented(one.key[:1]) == unaccented(other.key[:1]))
