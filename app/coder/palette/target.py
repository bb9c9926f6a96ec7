# SPDX-License-Identifier: GPL-3.0-or-later
"""What would be coded, in words: where it stands, how it begins and ends."""

from __future__ import annotations

from collections.abc import Callable

from app.coder.page.reading import Reading
from coding.intervals import Span
from coding.language import _, ngettext
from coding.passage_bounds import trimmed
from coding.typography import one_line

MOST = 40  # words shown at most


def words_of(reading: Reading, span: Span) -> str:
    """What a span says on one line, without the labels it crosses."""
    text, pieces = reading.transcript.text, []
    for paragraph in reading.projection.between(*span):
        pieces.append(one_line(text[max(span[0], paragraph.start) : min(span[1], paragraph.end)]))
    return " ".join(piece for piece in pieces if piece)


def shown(words: str, fits: Callable[[str], bool]) -> str:
    """The words in quotation marks; of those for which there is no room, the first and the last."""
    every = words.split()
    for kept in range(min(len(every), MOST), 2, -1):
        tail = 0 if kept == len(every) else kept // 2
        said = " ".join(every[: kept - tail]) + (f" … {' '.join(every[-tail:])}" if tail else "")
        if fits(said := _("“{words}”").format(words=said)):
            return said
    return _("“{words}”").format(words=f"{words[:12]}…" if len(words) > 24 else words)


def turns_of(reading: Reading, span: Span) -> str:
    """«Turn 42», «Turns 42 to 44 (3 turns)»; empty before the first turn."""
    first, last = (reading.transcript.turn_at(at) for at in (span[0], max(span[0], span[1] - 1)))
    if first is None or last is None or first is last:
        return _("Turn {n}").format(n=last.number) if last is not None else _("Selection")
    count = last.number - first.number + 1
    return ngettext("Turns {first} to {last} ({n} turn)", "Turns {first} to {last} ({n} turns)", count).format(
        first=first.number, last=last.number, n=count)


def turn_span(reading: Reading, offset: int) -> Span | None:
    """The words of the turn at an offset; None when it has none."""
    turn = reading.transcript.turn_at(offset)
    start, end = trimmed(reading.transcript.text, turn.start, turn.end) if turn is not None else (0, 0)
    return (start, end) if start < end else None
