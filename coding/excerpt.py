# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied of an interview: its own words, and who says them when several turns do."""

from __future__ import annotations

from collections.abc import Iterator

from coding.language import _
from coding.transcripts import TranscriptText


def excerpt(read: TranscriptText, start: int, end: int) -> str:
    """The words of [start, end) as they stand; across turns a paragraph each, with the name of the speaker in place
    of the label."""
    first = read.turn_at(start)
    if end <= (first.end if first is not None else read.turn_span(start)[1]):
        return read.text[max(start, first.start if first is not None else 0) : end]
    return "\n".join(_pieces(read, start, end))


def _pieces(read: TranscriptText, start: int, end: int) -> Iterator[str]:
    while start < end:
        turn = read.turn_at(start)
        inside = turn is not None and start < turn.end
        low, high = read.turn_span(start)
        words = read.text[max(start, low) : min(end, high)].strip()
        if words:
            named = inside and turn is not None and turn.speaker
            yield _("{speaker}: {words}").format(speaker=turn.speaker, words=words) if named and turn else words
        start = max(high, start + 1)
