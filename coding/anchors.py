# SPDX-License-Identifier: GPL-3.0-or-later
"""Where spans go when words of a text are replaced: they stay on their words.

Offsets are code points. Outside the words replaced everything is shifted, exactly; a bound among them goes where the
words on either side of it match best.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

Span = tuple[int, int]
_COARSE = re.compile(r"\s+|\S+\s*")
_FINE = re.compile(r"\w+|\s+|[^\w\s]")
_NO_WORD = re.compile(r"\W+\Z")
_BOUNDARY = re.compile(r"(?<=\s)(?=\S)|(?<=\S)(?=\s)|\b")
FINE_MOST = 400  # pieces: beyond that, matching them all against each other takes too long
BOUND_MOST = 160  # characters replaced: beyond that a bound among them keeps its share of the way


@dataclass(frozen=True)
class Edit:
    """[start, end) of a text becomes ``words``."""

    start: int
    end: int
    words: str


def differences(old: str, new: str, at: int = 0) -> list[Edit]:
    """The edits, word by word, that turn ``old`` (which stands at ``at``) into ``new``; in order, disjoint."""
    found: list[Edit] = []
    for edit in _between(_COARSE.findall(old), _COARSE.findall(new), at, autojunk=True):
        before, after = _FINE.findall(old[edit.start - at : edit.end - at]), _FINE.findall(edit.words)
        fine = max(len(before), len(after)) <= FINE_MOST
        found += _between(before, after, edit.start, autojunk=False) if fine else [edit]
    return found


def moved(old: str, new: str) -> Callable[[int], int]:
    """Where an offset of ``old`` is in ``new``, told by what the two begin and end with alike: for a place on screen,
    not for a passage."""
    same = _alike(old, new)
    rest = min(_alike(old[::-1], new[::-1]), len(old) - same, len(new) - same)
    last = len(old) - rest

    def to(offset: int) -> int:
        if offset <= same:
            return offset
        return offset + len(new) - len(old) if offset >= last else min(offset, len(new) - rest)

    return to


def _alike(old: str, new: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(old: Sequence[str], new: Sequence[str], at: int, *, autojunk: bool) -> Iterator[Edit]:
    """The edits between two texts cut in pieces, the first of which stands at ``at``."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    rest = 0
    while rest < min(len(old), len(new)) - same and old[-1 - rest] == new[-1 - rest]:
        rest += 1
    ends = [at, *(at + n for n in accumulate(map(len, old)))]
    middle = SequenceMatcher(_wordless, old[same : len(old) - rest], new[same : len(new) - rest], autojunk)
    for kind, low, high, first, last in middle.get_opcodes():
        if kind != "equal":
            yield Edit(ends[same + low], ends[same + high], "".join(new[same + first : same + last]))


def _wordless(piece: str) -> bool:
    """Nothing is recognised by a space or a comma alone."""
    return _NO_WORD.match(piece) is not None


class Anchors:
    """A text with edits made in it: ``text`` is what it reads now, ``edits`` what was really replaced.

    A span that begins or ends with words to replace begins or ends with the new ones. Words put right before or after
    a span stay out of it, unless they make one word with its first or last.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        wanted = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if any(low.end > high.start for low, high in pairwise(wanted)):
            raise ValueError("two edits replace the same words")
        self.old = text
        self.edits: list[Edit] = []
        self._first: dict[int, int] = {}  # where words to replace begin -> the edits before them
        self._last: dict[int, int] = {}  # where they end -> the edits up to there
        for edit in wanted:
            before = len(self.edits)
            self.edits += differences(text[edit.start : edit.end], edit.words, edit.start)
            if edit.start < edit.end:
                self._first[edit.start], self._last[edit.end] = before, len(self.edits)
        self.text = _made(text, self.edits)
        if not _composed(self.text) and _composed(text):  # an accent met the letter it belongs to
            self.edits, self._first, self._last = differences(text, unicodedata.normalize("NFC", self.text)), {}, {}
            self.text = _made(text, self.edits)
        self._starts = [edit.start for edit in self.edits]
        # by how much the edits before each lengthen the text
        self._shifts = [0, *accumulate(len(edit.words) - (edit.end - edit.start) for edit in self.edits)]
        self._bounds: dict[int, int] = {}

    def start(self, offset: int) -> int:
        """Where a span that began at ``offset`` begins."""
        if offset in self._first:
            return offset + self._shifts[self._first[offset]]
        place = bisect_left(self._starts, offset)
        if place < len(self.edits) and self.edits[place].start == self.edits[place].end == offset:
            edit, shift = self.edits[place], self._shifts[place]
            end = offset + shift + len(edit.words)
            return end - _letters(reversed(edit.words)) if self._begins(offset) else end
        return self._inside(place, offset)

    def end(self, offset: int) -> int:
        """Where a span that ended at ``offset`` ends."""
        if offset in self._last:
            return offset + self._shifts[self._last[offset]]
        place = bisect_left(self._starts, offset)
        found = self._inside(place, offset)
        if place < len(self.edits) and self.edits[place].start == self.edits[place].end == offset \
                and self._ends(offset):
            found += _letters(self.edits[place].words)
        return found

    def span(self, start: int, end: int) -> Span:
        """Where the words of a span are now, without the white space around them; empty (start == end) when they
        are gone."""
        low, high = self.start(start), self.end(end)
        while low < high and self.text[low].isspace():
            low += 1
        while high > low and self.text[high - 1].isspace():
            high -= 1
        gone = low >= high or (not _said(self.text[low:high]) and _said(self.old[start:end]))
        return (low, low) if gone else (low, high)

    def replaced(self) -> Iterator[Span]:
        """Where the words put in stand now; an empty span where words were only taken out."""
        for edit, shift in zip(self.edits, self._shifts, strict=False):
            yield edit.start + shift, edit.start + shift + len(edit.words)

    def _inside(self, place: int, offset: int) -> int:
        """A bound after which the edit at ``place`` begins, or on which it does."""
        if place and offset < self.edits[place - 1].end:
            if offset not in self._bounds:
                self._bounds[offset] = self.edits[place - 1].start + self._shifts[place - 1] + self._matched(
                    self.edits[place - 1], offset)
            return self._bounds[offset]
        return offset + self._shifts[place]

    def _matched(self, edit: Edit, offset: int) -> int:
        """Where, in the words of an edit, a bound goes that was among the words it replaced."""
        old, new, at = self.old[edit.start : edit.end], edit.words, offset - edit.start
        share = at * len(new) / len(old)
        long = max(len(old), len(new)) > BOUND_MOST
        between_words = long or _BOUNDARY.match(old, at) is not None
        places = [m.start() for m in _BOUNDARY.finditer(new)] if between_words else range(len(new) + 1)

        def badness(place: int) -> tuple[int, float]:
            alike = 0 if long else _common(old[:at], new[:place]) + _common(old[at:], new[place:])
            return -alike, abs(place - share)

        best: int = min(sorted({0, len(new), *places}), key=badness)
        return best

    def _begins(self, offset: int) -> bool:
        return self.old[offset : offset + 1].isalnum() and not self.old[max(0, offset - 1) : offset].isalnum()

    def _ends(self, offset: int) -> bool:
        return self.old[max(0, offset - 1) : offset].isalnum() and not self.old[offset : offset + 1].isalnum()


def _made(text: str, edits: Sequence[Edit]) -> str:
    """The text once the edits are made."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _letters(words: Iterable[str]) -> int:
    """How many letters or digits stand at the head."""
    count = 0
    for letter in words:
        if not letter.isalnum():
            break
        count += 1
    return count


def _common(old: str, new: str) -> int:
    """How many characters two short texts have in common, in the same order."""
    return sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())


def _said(words: str) -> bool:
    return any(letter.isalnum() for letter in words)
