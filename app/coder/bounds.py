# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving the bounds of a passage, a word at a time."""

from __future__ import annotations

from coding.passage_index import Mark, Span
from coding.passages import trimmed
from coding.transcripts import TranscriptText

# verb -> the bound it moves, and which way
NUDGES = {"start_back": ("start", -1), "start_on": ("start", 1), "end_back": ("end", -1), "end_on": ("end", 1)}


def nudged(read: TranscriptText, mark: Mark, verb: str) -> Span | None:
    """The bounds after ``verb`` (a key of NUDGES), in whole words; None when they cannot move so."""
    bound, direction = NUDGES[verb]
    start, end = mark.start, mark.end
    if bound == "end":
        end = read.word_step(end, direction)
        if direction < 0:  # the step goes to where the last word begins; the passage ends before it
            end = trimmed(read.text, start, max(start, end))[1]
    elif direction < 0:
        start = read.word_step(start, -1)
    else:
        start = trimmed(read.text, min(end, read.word_step(start, 1)), end)[0]
    return (start, end) if 0 <= start < end <= len(read.text) and (start, end) != (mark.start, mark.end) else None
