# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place where interview offsets (code points) and screen positions (Qt's UTF-16 units) meet.

The screen shows the words in paragraphs, one QTextBlock each, of at most 2,000 code points; labels are set apart as
paragraphs of their own, which stand for no text; line feeds and the white space between turns are not shown.
Within a paragraph of words each code point of the interview stands on screen, one for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from coding.interview_words import clock
from coding.transcripts import TranscriptText, TurnText

LIMIT = 2000
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What QTextDocument would take for structure; each keeps its length.
_INERT = str.maketrans({
    "\u2029": "\u2028", "\r": "\u2028", "\x0b": "\u2028", "\x0c": "\u2028", "\x85": "\u2028", "\x00": "\ufffd",
    "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd",
})


SPEAKERS = ("always", "changes", "never")


@dataclass(frozen=True)
class Labels:
    """What is said above the words of a turn: who speaks (one of SPEAKERS), and when."""

    speakers: str = "always"
    times: bool = True

    def of(self, turn: TurnText, before: TurnText | None) -> str:
        """The label of a turn; empty when there is nothing to say."""
        same = before is not None and before.speaker == turn.speaker
        silent = self.speakers == "never" or (self.speakers == "changes" and same)
        name = "" if silent else turn.speaker.upper()
        time = clock(turn.time_ms) if self.times and turn.time_ms is not None else ""
        return "\u2002".join(part for part in (name, time) if part)


class Kind(Enum):
    """What a paragraph of the screen is."""

    TITLE = "title"  # before the first turn
    LABEL = "label"  # who speaks
    ASKED = "asked"  # the interviewer's words
    SAID = "said"
    ASIDE = "aside"  # between turns, said by no one


@dataclass(frozen=True)
class Paragraph:
    """One block of the screen. It shows [start, end) of the interview, nothing when it is a label (then start is
    where its turn's words begin); ``at`` is its first UTF-16 position; ``shown`` what stands there."""

    kind: Kind
    start: int
    end: int
    at: int
    shown: str
    turn: TurnText | None
    units: int  # its length on screen
    astral: tuple[int, ...] = ()  # code points of the interview that take two units, within [start, end)

    def unit(self, offset: int) -> int:
        """Units from the paragraph's beginning to the code point at ``offset``, held within the paragraph."""
        inside = min(max(offset, self.start), self.end)
        return inside - self.start + bisect_left(self.astral, inside)

    def offset(self, unit: int) -> int:
        """The code point at ``unit`` units from the beginning; the middle of a pair belongs to its code point."""
        if self.kind is Kind.LABEL:
            return self.start
        pairs = [point - self.start + place for place, point in enumerate(self.astral)]
        return min(self.end, self.start + unit - bisect_left(pairs, unit))


class Projection:
    """Made once for a transcript; every look-up is a bisection."""

    def __init__(self, transcript: TranscriptText, labels: Labels = Labels()) -> None:
        self.labels = labels
        self.paragraphs: list[Paragraph] = []
        self._astral = [found.start() for found in _ASTRAL.finditer(transcript.text)]
        self._inert = any(chr(code) in transcript.text for code in _INERT)
        self._end = 0
        before: TurnText | None = None
        for kind, start, end, turn in _pieces(transcript):
            if kind is Kind.LABEL and turn is not None:
                self._label(turn, before)
                before = turn
            else:
                self._add(transcript.text, kind, start, end, turn)
        self._ats = [paragraph.at for paragraph in self.paragraphs]
        self._words = [n for n, paragraph in enumerate(self.paragraphs) if paragraph.kind is not Kind.LABEL]
        self._starts = [self.paragraphs[n].start for n in self._words]

    @property
    def length(self) -> int:
        """Units of the whole screen, paragraph separators included."""
        return max(0, self._end - 1)

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that shows the code point, or the nearest before it; None on an empty
        screen."""
        if not self._words:
            return None
        return self._words[max(0, bisect_right(self._starts, offset) - 1)]

    def between(self, start: int, end: int) -> list[Paragraph]:
        """The paragraphs of words that show some of [start, end)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = (self.paragraphs[n] for n in self._words[first : bisect_left(self._starts, end)])
        return [paragraph for paragraph in found if paragraph.end > start]

    def first_shown(self, offset: int) -> int:
        """The first code point shown at ``offset`` or after it; the last paragraph's end when there is none."""
        number = self.paragraph_at(offset)
        if number is None:
            return offset
        paragraph = self.paragraphs[number]
        if offset < paragraph.end:
            return max(offset, paragraph.start)
        after = bisect_right(self._starts, offset)
        return self._starts[after] if after < len(self._starts) else paragraph.end

    def shown_before(self, paragraph: Paragraph) -> int:
        """Where the words shown before a paragraph of words end; 0 before the first."""
        place = bisect_left(self._starts, paragraph.start)
        return self.paragraphs[self._words[place - 1]].end if place else 0

    def position(self, offset: int) -> int:
        """The screen position of a code point; one that is not shown goes to the end of what precedes it."""
        number = self.paragraph_at(offset)
        if number is None:
            return 0
        paragraph = self.paragraphs[number]
        return paragraph.at + paragraph.unit(offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The screen positions around [start, end): a span never ends at the head of a paragraph it has not
        entered."""
        if end <= start:
            return self.position(start), self.position(start)
        return self.position(start), self.position(end - 1) + (2 if self._pair(end - 1) else self._shown(end - 1))

    def offset(self, position: int) -> int:
        """The code point at a screen position; a label stands for the first word of its turn."""
        if not self.paragraphs:
            return 0
        paragraph = self.paragraphs[max(0, bisect_right(self._ats, position) - 1)]
        return paragraph.offset(min(position - paragraph.at, paragraph.units))

    def selected(self, low: int, high: int) -> tuple[int, int]:
        """The interview's span under the screen positions [low, high); empty when only labels lie there."""
        if not self.paragraphs:
            return 0, 0
        start, end = self.offset(low), self.offset(high)
        first, last = (self.paragraphs[max(0, bisect_right(self._ats, at) - 1)] for at in (low, high))
        if first.kind is Kind.LABEL or low >= first.at + first.units:  # the words begin in a later paragraph
            after = bisect_left(self._starts, first.end)
            start = self._starts[after] if after < len(self._starts) else first.end
        if last.kind is Kind.LABEL or high == last.at:  # nothing of that paragraph's words is selected
            before = bisect_left(self._starts, last.start) - 1
            end = self.paragraphs[self._words[before]].end if before >= 0 else start
        return start, max(start, end)

    def _pair(self, offset: int) -> bool:
        place = bisect_left(self._astral, offset)
        return place < len(self._astral) and self._astral[place] == offset

    def _shown(self, offset: int) -> int:
        number = self.paragraph_at(offset)
        if number is None:
            return 0
        return 1 if self.paragraphs[number].start <= offset < self.paragraphs[number].end else 0

    def _label(self, turn: TurnText, before: TurnText | None) -> None:
        shown = self.labels.of(turn, before)
        if shown:
            units = len(shown) + len(_ASTRAL.findall(shown))
            self.paragraphs.append(Paragraph(Kind.LABEL, turn.start, turn.start, self._end, shown, turn, units))
            self._end += units + 1

    def _add(self, text: str, kind: Kind, start: int, end: int, turn: TurnText | None) -> None:
        shown = text[start:end].translate(_INERT) if self._inert else text[start:end]
        low, high = bisect_left(self._astral, start), bisect_left(self._astral, end)
        units, pairs = len(shown) + high - low, tuple(self._astral[low:high])
        self.paragraphs.append(Paragraph(kind, start, end, self._end, shown, turn, units, pairs))
        self._end += units + 1


def _pieces(transcript: TranscriptText) -> Iterator[tuple[Kind, int, int, TurnText | None]]:
    """The paragraphs in order: kind, span, turn."""
    text, at = transcript.text, 0
    for turn in transcript.turns:
        for start, end in _paragraphs(text, at, turn.label_start):
            yield (Kind.ASIDE if at else Kind.TITLE), start, end, None
        yield Kind.LABEL, turn.start, turn.start, turn
        spoken = Kind.ASKED if turn.is_interviewer else Kind.SAID
        for start, end in _paragraphs(text, turn.start, turn.end):
            yield spoken, start, end, turn
        at = turn.end
    for start, end in _paragraphs(text, at, len(text)):
        yield (Kind.ASIDE if transcript.turns else Kind.SAID), start, end, None


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of [start, end) that hold more than white space, cut at spaces when they are too long."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield from _cut(text, start, stop)
        start = stop + 1


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LIMIT:
        space = text.rfind(" ", start + LIMIT // 2, start + LIMIT)
        stop = space + 1 if space >= 0 else start + LIMIT
        yield start, stop
        start = stop
    yield start, end
