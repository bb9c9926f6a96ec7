# SPDX-License-Identifier: GPL-3.0-or-later
"""Stretches of words that one selects at once: a word, a sentence, a paragraph, a turn."""

from __future__ import annotations

from typing import Literal

from app.coder.passage.bounds import settled
from coding.passage_index import Span
from coding.transcripts import TranscriptText

Stretch = Literal["word", "sentence", "paragraph", "turn"]
STRETCHES: tuple[Stretch, ...] = ("word", "sentence", "paragraph", "turn")


def stretch_at(read: TranscriptText, offset: int, kind: Stretch) -> Span:
    """The one at a code point, without the white space and the labels at its ends; empty when it holds no word."""
    around = {"word": read.word_at, "sentence": read.sentence_at, "paragraph": read.paragraph_at,
              "turn": read.turn_span}[kind]
    return settled(read, *around(offset)) or (offset, offset)


def stretched(read: TranscriptText, span: Span, kind: Stretch) -> Span:
    """The span with those that it cuts taken whole."""
    start, end = span
    return min(start, stretch_at(read, start, kind)[0]), max(end, stretch_at(read, max(start, end - 1), kind)[1])


def step(read: TranscriptText, offset: int, kind: Stretch, direction: int) -> int:
    """Where the next one ends after ``offset`` (``direction`` 1), or begins before it (-1); ``offset`` when there is
    none."""
    at = offset
    while 0 <= at < len(read.text) if direction > 0 else at > 0:
        start, end = stretch_at(read, at if direction > 0 else at - 1, kind)
        if start < end and (end - offset if direction > 0 else offset - start) > 0:
            return end if direction > 0 else start
        at += direction
    return offset
