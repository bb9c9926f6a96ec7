# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words of a document stand in an interview's text, when the document has been worked on since.

Both are cut in words and signs. Runs of words that stand once in each are matched first, then what lies between them
(the idea of Bram Cohen's patience diff, with runs for lines); spaces, capitals and the shape of quotation marks tell
nothing apart. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Span = tuple[int, int]
_TOKEN = re.compile(r"\w+|[^\w\s]")
_TURN_NUMBER = re.compile(r"^[ \t]*\d+\.?\t", re.MULTILINE)  # what the program writes at the head of a turn
_ALIKE = str.maketrans("‘’ʼ“”«»‑–—", "'''\"\"\"\"---")
RUNS = (8, 4, 2, 1)  # words in a run, the surest first
SMALL = 60_000  # pairs of words up to which all are compared
LARGE = 4_000_000  # and beyond which nothing is, where no run is found
FOUND_AGAIN = 20  # characters from which words that stand once in the text are known wherever they are
ENOUGH = 0.3  # the share of a comment's words that must be the interview's
GONE = 150  # words up to which what was taken out around a comment is what the comment was on
LOOSE = 3  # how many times longer than its replacement what was replaced may be


@dataclass(frozen=True)
class Place:
    """[start, end) of an interview's text; ``changed``: its words were changed in the document."""

    start: int
    end: int
    changed: bool


@dataclass(frozen=True)
class _Tokens:
    """The words and signs of a text, with where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> range:
        """Those that [start, end) touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def says(self, places: Iterable[int]) -> bool:
        """Whether there is a word among these places."""
        return any(self.words[place][0].isalnum() for place in places)

    def said(self, places: Iterable[int]) -> int:
        """How many words there are among these places."""
        return sum(self.words[place][0].isalnum() for place in places)


class Alignment:
    """A document's text laid beside an interview's. ``body`` is where the transcript stands in the document."""

    def __init__(self, document: str, text: str, body: Span | None = None) -> None:
        self._document, self._text = document, text
        low, high = body or (0, len(document))
        self._there = _tokens(document, low, high, _TURN_NUMBER.finditer(document))
        self._here = _tokens(text, 0, len(text))
        self._to = [-1] * len(self._there.words)
        for one, other in _pairs(self._there.words, self._here.words):
            self._to[one] = other
        self._matched = [place for place, other in enumerate(self._to) if other >= 0]
        self._found = {self._to[place] for place in self._matched}

    @property
    def share(self) -> float:
        """How much of the interview's words are in the document, from 0 to 1."""
        return len(self._matched) / len(self._here.words) if self._here.words else 0.0

    def place(self, start: int, end: int) -> Place | None:
        """Where the words at [start, end) of the document stand in the text; a single point stands for what was
        taken out there, or for the word it touches. None when they are not words of the interview."""
        if start >= end:
            gone = self._taken_out(start)
            if gone is not None:
                return gone
            start, end = self._word_at(start)
        inside = self._there.within(start, end)
        matched = self._together([place for place in inside if self._to[place] >= 0], len(inside))
        if not matched or self._there.said(matched) < self._there.said(inside) * ENOUGH:
            return self._replaced(inside) or self._elsewhere(start, end)
        low, high = self._widened(inside, matched)
        cut_low, cut_high = start - self._there.starts[matched[0]], self._there.ends[matched[-1]] - end
        first = self._here.starts[low] + (max(0, cut_low) if low == self._to[matched[0]] else 0)
        last = self._here.ends[high] - (max(0, cut_high) if high == self._to[matched[-1]] else 0)
        lost = any(place not in self._found for place in range(low, high + 1) if self._here.says((place,)))
        return Place(first, last, lost or self._there.says(p for p in inside if self._to[p] < 0))

    def _together(self, matched: list[int], count: int) -> list[int]:
        """Words that were found, without those that stand far from the rest at either end: chance matches of what was
        moved or put in."""
        while len(matched) > 1 and self._to[matched[-1]] - self._to[matched[0]] >= LOOSE * (count + 1):
            first = self._to[matched[1]] - self._to[matched[0]]
            last = self._to[matched[-1]] - self._to[matched[-2]]
            matched = matched[1:] if first > last else matched[:-1]
        return matched

    def _widened(self, inside: range, matched: Sequence[int]) -> Span:
        """The first and last words of the text, with those that others have taken the place of at either end."""
        low, high = self._to[matched[0]], self._to[matched[-1]]
        before, after = self._around(matched[0]), self._around(matched[-1])
        if inside[0] < matched[0] and inside[0] == before[0] + 1:
            replaced = range(self._to[before[0]] + 1 if before[0] >= 0 else 0, low)
            low = replaced.start if self._stands_for(replaced, matched[0] - inside[0]) else low
        if inside[-1] > matched[-1] and inside[-1] == after[1] - 1:
            replaced = range(high + 1, self._to[after[1]] if after[1] < len(self._to) else len(self._here.words))
            high = replaced.stop - 1 if self._stands_for(replaced, inside[-1] - matched[-1]) else high
        return low, high

    def _replaced(self, inside: range) -> Place | None:
        """Words put in the place of others stand where those stood."""
        if not inside:
            return None
        before, after = self._around(inside[0])[0], self._around(inside[-1])[1]
        if before < 0 or after >= len(self._to):
            return None
        gap = range(self._to[before] + 1, self._to[after])
        if not self._stands_for(gap, after - before - 1):
            return None
        return Place(self._here.starts[gap[0]], self._here.ends[gap[-1]], changed=True)

    def _taken_out(self, point: int) -> Place | None:
        """The words of the text that stood at a point of the document, between two words that are still there."""
        after = bisect_left(self._there.starts, point)
        if not 0 < after < len(self._to) or self._there.ends[after - 1] > point:
            return None
        low, high = self._to[after - 1 : after + 1]
        gap = range(low + 1, high) if low >= 0 else range(0)
        if not 0 < self._here.said(gap) <= GONE:
            return None
        return Place(self._here.starts[gap[0]], self._here.ends[gap[-1]], changed=True)

    def _stands_for(self, gap: range, count: int) -> bool:
        """Whether words of the text may be what so many of the document replaced."""
        return bool(gap) and len(gap) <= LOOSE * (count + 1) and self._here.says(gap)

    def _elsewhere(self, start: int, end: int) -> Place | None:
        """Words that were moved, and stand once in the text."""
        words = self._document[start:end].strip()
        at = self._text.find(words) if len(words) >= FOUND_AGAIN else -1
        if at < 0 or self._text.find(words, at + 1) >= 0:
            return None
        return Place(at, at + len(words), changed=True)

    def _around(self, place: int) -> Span:
        """The matched words of the document right before and after one; -1 and their number where there is none."""
        low, high = bisect_left(self._matched, place) - 1, bisect_right(self._matched, place)
        return (self._matched[low] if low >= 0 else -1,
                self._matched[high] if high < len(self._matched) else len(self._to))

    def _word_at(self, point: int) -> Span:
        there = self._there
        place = bisect_right(there.starts, point) - 1
        touched = [p for p in (place, place - 1) if p >= 0 and there.ends[p] >= point]
        word = next((p for p in touched if there.says((p,))), place)
        return (there.starts[word], there.ends[word]) if word >= 0 else (point, point)


def _tokens(text: str, low: int, high: int, skipped: Iterable[re.Match[str]] = ()) -> _Tokens:
    left_out = {place for found in skipped for place in range(*found.span())}
    made = _Tokens([], [], [])
    for found in _TOKEN.finditer(text, low, high):
        if found.start() not in left_out:
            made.words.append(found[0].translate(_ALIKE).casefold())
            made.starts.append(found.start())
            made.ends.append(found.end())
    return made


def _pairs(one: Sequence[str], other: Sequence[str]) -> Iterator[Span]:
    """Places of the same words in two texts, both growing."""
    regions = [(0, len(one), 0, len(other))]
    while regions:
        a, b, c, d = regions.pop()
        while a < b and c < d and one[a] == other[c]:
            yield a, c
            a, c = a + 1, c + 1
        while a < b and c < d and one[b - 1] == other[d - 1]:
            b, d = b - 1, d - 1
            yield b, d
        if a < b and c < d:
            yield from _between(one, other, (a, b, c, d), regions)


def _between(one: Sequence[str], other: Sequence[str], region: tuple[int, int, int, int],
             regions: list[tuple[int, int, int, int]]) -> Iterator[Span]:
    """Pairs within a region; what is left between them is added to ``regions``."""
    a, b, c, d = region
    if (b - a) * (d - c) > SMALL:
        for run in RUNS:
            anchors = list(_anchors(one[a:b], other[c:d], run))
            if anchors:
                at, there = a, c
                for x, y in anchors:
                    if a + x >= at and c + y >= there:
                        regions.append((at, a + x, there, c + y))
                        at, there = a + x, c + y
                regions.append((at, b, there, d))
                return
    if (b - a) * (d - c) <= LARGE:
        for x, y, size in SequenceMatcher(None, one[a:b], other[c:d], autojunk=False).get_matching_blocks():
            yield from ((a + x + k, c + y + k) for k in range(size))


def _anchors(one: Sequence[str], other: Sequence[str], run: int) -> list[Span]:
    """Where runs that stand once in each begin: the longest row of them in the same order."""
    there = _single(other, run)
    common = [(place, there[words]) for words, place in _single(one, run).items() if words in there]
    common.sort()
    return _growing(common)


def _single(words: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    """Runs of words that stand only once, with their places."""
    found: dict[tuple[str, ...], int] = {}
    for place, words_there in enumerate(zip(*(words[n:] for n in range(run)), strict=False)):
        found[words_there] = -1 if words_there in found else place
    return {key: place for key, place in found.items() if place >= 0}


def _growing(pairs: Sequence[Span]) -> list[Span]:
    """The longest part of ``pairs`` (whose first numbers grow) whose second numbers grow too."""
    tops: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for place, (_first, second) in enumerate(pairs):
        at = bisect_left(tops, second)
        before[place] = last[at - 1] if at else -1
        tops[at : at + 1], last[at : at + 1] = [second], [place]
    found = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]
