# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the selections of a foreign file stand: REFI-QDA leaves open whether an end position is inclusive, what a
character is, and how line ends and byte order marks count.

One way of counting is inferred for the whole file, from the words that its selections quote; without such words, from
where words begin and end. By default: ends exclusive, code points, line ends as written, no byte order mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, product
from typing import Literal

from coding.exchange.scales import Scale, breaks, cleaning, wide
from coding.intake.cleaning import clean

BOM = "\ufeff"
_SPACE = re.compile(r"\s+")
ELLIPSES = ("…", "...", "[…]", "[...]")
SAMPLE = 400  # selections that are looked at
NEAR = 1500  # characters within which words that are not where they should be are looked for
LEAST = 12  # characters of a name from which it can be the beginning of what is selected, and be found elsewhere
FEW = 5  # selections from which beginnings and ends of words tell how characters are counted
USUAL, SURE = 0.7, 0.95  # shares of bounds that fall on words, under which counting is doubtful, from which it is sure

Told = Literal["", "moved", "other_words", "empty", "outside"]


@dataclass(frozen=True)
class Counting:
    """How a file counts. ``line_end`` is how many characters a line end is, None: as it is written; ``has_mark``: a
    byte order mark at the head of the text is one."""

    is_wide: bool = False
    line_end: int | None = None
    has_mark: bool = False
    is_inclusive: bool = False


DEFAULT = Counting()


@dataclass(frozen=True)
class Span:
    """A selection as the file gives it: its positions, and the words or the name that it bears."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True)
class Placed:
    """[start, end) in the clean text, and what must be told of it."""

    start: int
    end: int
    told: Told = ""


@dataclass
class Text:
    """One text as it was written, byte order mark included, and its selections; ``is_ours``: it is clean already."""

    raw: str
    spans: Sequence[Span] = ()
    is_ours: bool = False
    _scales: dict[Counting, Scale] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def clean(self) -> str:
        """As the project stores it."""
        kept = self.is_ours and "\r" not in self.raw and unicodedata.is_normalized("NFC", self.raw)
        return self.raw if kept else clean(self.raw)[0]

    def bounds(self, span: Span, counting: Counting) -> tuple[int, int]:
        """Where a selection stands in ``raw`` by a way of counting; it may lie outside."""
        key = Counting(counting.is_wide, counting.line_end, counting.has_mark)
        if key not in self._scales:
            self._scales[key] = _scale(self.raw, key)
        scale = self._scales[key]
        return scale.back(span.start), scale.back(span.end + counting.is_inclusive, end=True)

    @cached_property
    def _cleaning(self) -> Scale:
        return cleaning(self.raw, self.clean)

    def place(self, span: Span, counting: Counting) -> Placed:
        """Where a selection stands in ``clean``. Words that it quotes and that stand elsewhere nearby, once, take it
        with them."""
        low, high = self.bounds(span, counting)
        if not 0 <= low < len(self.raw):
            return Placed(0, 0, "outside")
        start = self._cleaning.to(low)
        end = max(start, self._cleaning.to(min(high, len(self.raw)), end=True))
        said, name = _plain(self.clean[start:end]), _stem(_plain(span.name))
        if name and (said == name or name in said):
            return Placed(start, end)
        found = self._nearby(span.name, start, end)
        if found is not None:
            return Placed(*found, "moved")
        if start >= end or not said:
            return Placed(start, start, "empty")
        return Placed(start, end, "other_words" if name else "")

    def _nearby(self, name: str, start: int, end: int) -> tuple[int, int] | None:
        """The one place near [start, end) that says a name as long as it is, or that begins with a name cut short."""
        whole = clean(name)[0].strip()
        stem = _stem(whole)
        cut = stem != whole
        if len(stem) < LEAST or (not cut and start < end and abs(len(stem) - (end - start)) > max(4, len(stem) // 20)):
            return None
        low = max(0, start - NEAR)
        place = self.find(stem, low, end + NEAR + len(stem))
        if place is None:
            return None
        first, last = place
        return first, min(max(last, first + end - start), len(self.clean)) if cut else last

    def find(self, quoted: str, low: int = 0, high: int | None = None) -> tuple[int, int] | None:
        """Where words stand in ``clean``, whatever white space is between them; None unless it is in one place."""
        words = re.compile(r"\s+".join(map(re.escape, quoted.split())))  # attributes of XML hold no line end
        places = list(islice(words.finditer(self.clean, low, len(self.clean) if high is None else high), 2))
        return places[0].span() if len(places) == 1 else None


def infer(texts: Sequence[Text]) -> Counting:
    """How the file counts."""
    ways = _ways(texts)
    if len(ways) == 1:
        return ways[0]
    named = _sample([(text, span) for text in texts for span in text.spans if _plain(span.name)])
    scores = {way: sum(_likeness(text, span, way) for text, span in named) for way in ways}
    best = max(scores.values())
    among = [way for way in ways if scores[way] == best]
    if best and DEFAULT in among:
        return DEFAULT
    return _by_words(_sample([(text, span) for text in texts for span in text.spans]), among)


def _ways(texts: Iterable[Text]) -> list[Counting]:
    """The ways of counting that these texts tell apart, the default first."""
    raws = [text.raw for text in texts if text.spans]
    units = (False, True) if any(any(c > "\uffff" for c in raw) for raw in raws) else (False,)
    ends: tuple[int | None, ...] = (None,)
    if any("\r\n" in raw for raw in raws):
        ends = (None, 1)
    if any("\n" in raw.replace("\r\n", "") for raw in raws):
        ends = (*ends, 2)
    marks = (False, True) if any(raw.startswith(BOM) for raw in raws) else (False,)
    return [Counting(unit, end, mark, inclusive)
            for inclusive, unit, mark, end in product((False, True), units, marks, ends)]


def _sample(spans: list[tuple[Text, Span]]) -> list[tuple[Text, Span]]:
    """Some of the selections, from all along the texts."""
    return spans[:: max(1, -(-len(spans) // SAMPLE))]


def _likeness(text: Text, span: Span, way: Counting) -> int:
    """How well the words of a selection, so counted, agree with its name: 5 to the letter, 4 but for white space at
    their ends, 3 when it begins or ends with a name cut short (2 but for white space), 0 when they do not."""
    low, high = text.bounds(span, way)
    if not 0 <= low <= high <= len(text.raw):
        return 0
    said, name = _SPACE.sub(" ", text.raw[low:high]), _SPACE.sub(" ", span.name)
    if said == name:
        return 5
    if said.strip() == name.strip():
        return 4
    stem = _stem(name.strip())
    if len(stem) < LEAST:
        return 0
    if said.startswith(stem) or (stem != name.strip() and said.endswith(stem)):
        return 3
    return 2 if said.strip().startswith(stem) else 0


def _by_words(spans: list[tuple[Text, Span]], among: list[Counting]) -> Counting:
    """Of these ways, the one by which selections begin and end with words; the first unless it hardly ever does."""
    if len(spans) < FEW or len(among) == 1:
        return among[0]
    shares = {way: sum(_on_words(text, span, way) for text, span in spans) / (2 * len(spans)) for way in among}
    best = max(among, key=lambda way: shares[way])
    return best if shares[among[0]] < USUAL and shares[best] >= SURE else among[0]


def _on_words(text: Text, span: Span, way: Counting) -> int:
    """How many of the two bounds cut no word and leave no white space inside."""
    low, high = text.bounds(span, way)
    raw = text.raw
    if not 0 <= low < high <= len(raw):
        return 0
    begins = not raw[low].isspace() and not (low and raw[low - 1].isalnum() and raw[low].isalnum())
    ends = not raw[high - 1].isspace() and not (raw[high - 1].isalnum() and raw[high : high + 1].isalnum())
    return begins + ends


def _scale(raw: str, way: Counting) -> Scale:
    """From ``raw`` to the file's way of counting it."""
    found = [] if way.has_mark or not raw.startswith(BOM) else [(0, 1, 0)]
    if way.is_wide:
        found += wide(raw)
    if way.line_end is not None:
        found += breaks(raw, length=way.line_end)
    return Scale(sorted(found))


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _stem(name: str) -> str:
    """A name without the dots that say it was cut short."""
    for dots in ELLIPSES:
        if name.endswith(dots):
            return name.removesuffix(dots).rstrip()
        if name.startswith(dots):
            return name.removeprefix(dots).lstrip()
    return name
