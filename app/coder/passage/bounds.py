# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the bounds of a passage go: by characters, words or sentences, over white space and labels.

Spans are [start, end) in code points of the interview's text.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from coding import words
from coding.passage_bounds import Span, cleared
from coding.transcripts import TranscriptText

Bound = Literal["start", "end"]
Unit = Literal["character", "word", "sentence"]

# verb -> the bound it moves by a word, and which way
NUDGES: dict[str, tuple[Bound, int]] = {
    "start_back": ("start", -1), "start_on": ("start", 1), "end_back": ("end", -1), "end_on": ("end", 1)}
JOINER = "\u200d"


def stepped(read: TranscriptText, span: Span, bound: Bound, direction: int, unit: Unit = "word") -> Span | None:
    """The span after one of its bounds went a unit on (``direction`` 1) or back (-1); None when it cannot."""
    start, end = span
    at = start if bound == "start" else end
    while True:
        at = _step(read, at, direction, unit)
        if not 0 <= at <= len(read.text):
            return None
        moved = settled(read, at, end) if bound == "start" else settled(read, start, at)
        if moved is None or moved != span:
            return moved


def snapped(read: TranscriptText, span: Span, bound: Bound, offset: int, unit: Unit) -> Span | None:
    """The span once a bound is dragged to ``offset``, which takes the unit under it along whole; None when no word
    would be left. A bound dragged past the other stops there."""
    start, end = span
    if bound == "start":
        low = min(offset, end - 1)
        return settled(read, _unit_at(read, low, unit)[0], end)
    last = max(offset - 1, start)
    return settled(read, start, _unit_at(read, last, unit)[1])


def settled(read: TranscriptText, start: int, end: int) -> Span | None:
    """The span without the white space and the labels at its ends; None when it holds no word."""
    return cleared(read.text, start, end, lambda offset: label_at(read, offset)) if start < end else None


def label_at(read: TranscriptText, offset: int) -> Span | None:
    """The label that holds a code point, the white space after it included."""
    turn = read.turn_at(offset)
    return (turn.label_start, turn.start) if turn is not None and offset < turn.start else None


def between_words(read: TranscriptText, offset: int) -> int:
    """The code point itself, or where the word that it would cut begins."""
    start, end = words.word_at(read.text, offset)
    return start if start < offset < end else offset


def _step(read: TranscriptText, at: int, direction: int, unit: Unit) -> int:
    """Where a bound goes from ``at``: always further."""
    there = at
    if unit == "word":
        there = read.word_step(at, direction)
    elif unit == "sentence":
        there = read.sentence_at(at)[1] if direction > 0 else read.sentence_at(max(0, at - 1))[0]
    return _whole(read.text, there if (there - at) * direction > 0 else at + direction, direction)


def _whole(text: str, at: int, direction: int) -> int:
    """Further still, as long as marks and joined signs would be cut off the letter or sign that bears them."""
    while 0 < at < len(text) and (
            unicodedata.combining(text[at]) or JOINER in text[at - 1 : at + 1] or "\ufe00" <= text[at] <= "\ufe0f"):
        at += direction
    return at


def _unit_at(read: TranscriptText, offset: int, unit: Unit) -> Span:
    """The character, word or sentence that holds a code point; white space holds none."""
    text = read.text
    if unit == "sentence":
        return read.sentence_at(offset)
    if unit == "character" or text[offset].isspace():
        return offset, offset + 1
    return words.word_at(text, offset)
