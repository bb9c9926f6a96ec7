# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ways of counting the characters of one text, and where a place of one is in the other."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from coding.intake.cleaning import BREAKS, UNWANTED

Span = tuple[int, int]
# What may not be in normal form, with the letter before it and what cleaning drops in between.
_FAR = re.compile(r"[\x00-\x7f]?(?:[^\x00-\x7f]|[\x00-\x08\x0e-\x1f\x7f])+")
_NEXT_LINE = "\x85"  # a line end, although it stands among what is dropped


class Scale:
    """Places of a text on one side, on another side where some stretches are longer or shorter.

    ``stretches`` are (start, end, length): [start, end) of this side is ``length`` long on the other; in order,
    disjoint. A place inside such a stretch belongs to its beginning or to its end.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        self._here: list[Span] = []
        self._there: list[Span] = []
        shift = 0
        for start, end, length in stretches:
            self._here.append((start, end))
            self._there.append((start + shift, start + shift + length))
            shift += length - (end - start)

    def to(self, place: int, *, end: bool = False) -> int:
        """Where a place of this side is on the other; one inside a stretch goes to its beginning, or to its end."""
        return _across(self._here, self._there, place, end)

    def back(self, place: int, *, end: bool = False) -> int:
        """Where a place of the other side is on this one."""
        return _across(self._there, self._here, place, end)


def cleaning(raw: str, clean: str) -> Scale:
    """From a text as it was written to the same text as intake cleans it (``coding.intake.cleaning.clean``)."""
    return Scale([]) if raw == clean else Scale(_cleaned(raw))


def wide(raw: str) -> Iterator[tuple[int, int, int]]:
    """The characters that UTF-16 counts twice."""
    return ((m.start(), m.end(), 2) for m in re.finditer("[\U00010000-\U0010ffff]", raw))


def breaks(raw: str, *, length: int) -> Iterator[tuple[int, int, int]]:
    """The line ends that a program counts as ``length`` characters, whatever it wrote."""
    return ((m.start(), m.end(), length) for m in re.finditer("\r\n|\n|\r", raw) if m.end() - m.start() != length)


def _across(here: Sequence[Span], there: Sequence[Span], place: int, end: bool) -> int:
    at = bisect_right(here, (place, place if end else 1 << 60)) - 1
    if at < 0:
        return place
    (low, high), (start, stop) = here[at], there[at]
    if place >= high:
        return place - high + stop
    return start if place == low or not end else stop


def _cleaned(raw: str) -> Iterator[tuple[int, int, int]]:
    """The stretches that cleaning shortens or lengthens."""
    dropped = [(m.start(), m.end(), 0) for m in UNWANTED.finditer(raw) if m[0] != _NEXT_LINE]
    found = dropped + [(m.start(), m.end(), 1) for m in BREAKS.finditer(raw) if m.end() - m.start() > 1]
    if dropped or not unicodedata.is_normalized("NFC", raw):
        for run in _FAR.finditer(raw):
            found += _composed(run[0], run.start())
    kept: list[tuple[int, int, int]] = []
    for start, end, length in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:  # what stands within a larger stretch is told by it
            kept.append((start, end, length))
    return iter(kept)


def _composed(run: str, at: int) -> Iterator[tuple[int, int, int]]:
    """The clusters of a run of letters that normal form makes shorter or longer."""
    if unicodedata.is_normalized("NFC", _without(run)):
        return
    start = 0
    for place in range(1, len(run) + 1):
        if place < len(run) and _joins(run[start:place], run[place]):
            continue
        cluster = _without(run[start:place])
        length = len(unicodedata.normalize("NFC", cluster))
        if length != len(cluster):
            yield at + start, at + place, length
        start = place


def _joins(cluster: str, letter: str) -> bool:
    """Whether a letter makes one with those before it."""
    if unicodedata.combining(letter) or not _without(letter):
        return True
    cluster = _without(cluster)
    whole = unicodedata.normalize("NFC", cluster + letter)
    return whole != unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", letter)


def _without(run: str) -> str:
    """A run as it stands once cleaned and before it is composed."""
    return UNWANTED.sub("", run.replace(_NEXT_LINE, "\n"))
