# SPDX-License-Identifier: GPL-3.0-or-later
"""The code line: where passages lie along an interview, and the landmarks below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.profiles.profile import Mark, Tick
from coding.quotes import Quote

TICKS = 8  # landmarks at most
_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240)
_TURNS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class TurnPlace:
    """A turn as the code line needs it: its number from 1, where its label begins, its time where it bears one."""

    number: int
    start: int
    time_ms: int | None


def mark(quote: Quote, length: int, times: dict[int, int]) -> Mark:
    """A passage of a text of ``length`` code points; ``times`` are those of the turns by number."""
    low, high = share(quote.start, length), share(quote.end, length)
    return Mark(quote, low, high, times.get(quote.turn or 0))


def share(offset: int, length: int) -> float:
    """How far along the text an offset is, from 0 to 1."""
    return min(1.0, max(0.0, offset / length)) if length else 0.0


def ticks(turns: Sequence[TurnPlace], length: int) -> tuple[Tick, ...]:
    """At most TICKS landmarks in order, never at the very beginning: round times where the turns bear them, each at
    the first turn that reaches it; else round numbers of turns."""
    timed = [turn for turn in turns if turn.time_ms is not None]
    return _times(timed, length) if len(timed) > len(turns) / 2 else _numbers(turns, length)


def _times(timed: Sequence[TurnPlace], length: int) -> tuple[Tick, ...]:
    last = max((turn.time_ms or 0 for turn in timed), default=0) // 60_000
    step = _step(last, _MINUTES)
    found, wanted, before = [], step, 0.0
    for turn in timed:
        reached = (turn.time_ms or 0) // 60_000
        if reached < wanted:
            continue
        at = share(turn.start, length)
        if at > before:
            found.append(Tick(at, turn.number, reached // step * step * 60_000))
            before = at
        wanted = (reached // step + 1) * step
    return tuple(found)


def _numbers(turns: Sequence[TurnPlace], length: int) -> tuple[Tick, ...]:
    step = _step(len(turns), _TURNS)
    return tuple(Tick(share(turn.start, length), turn.number, None) for turn in turns
                 if turn.number % step == 0 and turn.start > 0)


def _step(last: int, steps: Sequence[int]) -> int:
    """The smallest step that makes at most TICKS of ``last``."""
    return next((step for step in steps if last // step <= TICKS), steps[-1] * (last // (steps[-1] * TICKS) + 1))
