# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a text, as one picks them: «peut-être» and «aujourd’hui» are one; «l’équipe» is two, «l’» and «équipe»;
a word begun and dropped keeps its hyphen («vou- vous»).

A mark that stands alone counts as a word. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

APOSTROPHES = "’'ʼ"
AROUND = 400  # no word is sought further than this
_WORD = re.compile(
    r"(?:aujourd|presqu|quelqu|prud|entr)[’'ʼ]\w+(?:-\w+)*"
    r"|(?:[cçdjlmnst]|\w*qu)[’'ʼ](?=\s?\w)"
    r"|\w+(?:-\w+)*(?:[’'ʼ](?=\w)|-(?=\s))?"
    r"|[^\w\s]", re.IGNORECASE)


def words(text: str, low: int, high: int) -> Iterator[Span]:
    """The words that begin in [low, high), which must not cut the first."""
    return (found.span() for found in _WORD.finditer(text, low, high))


def around(text: str, low: int, high: int) -> list[Span]:
    """The words near [low, high), from before it to after it."""
    start, end = max(0, low - AROUND), min(len(text), high + AROUND)
    while start > 0 and start < low and not text[start - 1].isspace():
        start += 1
    return list(words(text, start, end))


def word_at(text: str, offset: int) -> Span:
    """The word that holds the code point or, on white space, the one just before; empty when there is none near."""
    before = (offset, offset)
    for start, end in around(text, offset, offset):
        if start <= offset:
            before = (start, end)
    return before


def whole(text: str, start: int, end: int) -> Span:
    """The span stretched over the words it cuts; the first, with what is elided before it («c’était»)."""
    elided = (0, 0)
    for low, high in around(text, start, start):
        if low < start < high:
            start = elided[0] if elided[1] == low else low
        if high - low > 1 and text[high - 1] in APOSTROPHES:
            elided = low, high
    for low, high in around(text, end, end):
        if low < end < high:
            end = high
    return start, end


def start_before(text: str, offset: int) -> int:
    """Where the last word that begins before ``offset`` begins; 0 when there is none."""
    return max((low for low, _high in around(text, offset, offset) if low < offset), default=0)


def end_after(text: str, offset: int) -> int:
    """Where the first word that ends after ``offset`` ends; the text's end when there is none."""
    return min((high for _low, high in around(text, offset, offset) if high > offset), default=len(text))
