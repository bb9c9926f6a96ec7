# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the names of codes stand in the margin: beside their passage, never over one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

PITCH = 24  # pixels from one name to the next
GAP = 6  # between names on one line
REST = 40  # what «+12» takes


@dataclass(frozen=True)
class Name:
    """One code of one passage, and the ordinate it would like."""

    passage_id: int
    code_id: int | None
    wish: float


@dataclass(frozen=True)
class Placed:
    """A name where it stands, in pixels from the left of where names stand."""

    name: Name
    y: float
    x: float
    width: float


@dataclass(frozen=True)
class Rest:
    """«+12»: there was no room for so many of these names."""

    names: tuple[Name, ...]
    hidden: int
    y: float
    x: float


def place(names: Sequence[Name], top: float, limit: float, width: float,
          wide: Callable[[Name], float]) -> tuple[list[Placed], Rest | None]:
    """Stand ``names``, ordered by wish, between ``top`` and ``limit``; at least one always stands.

    Each has a line of its own while there is room; else they follow one another on the lines there are, ``wide``
    giving what each takes, and what still finds no room is counted.
    """
    room = max(1, int((limit - top) // PITCH))
    rows = [[_Spot(name, 0.0, width)] for name in names]
    if len(rows) > room:
        rows = _packed(names, width, wide)
    hidden = _cut(rows, room, width)
    ys = _ordinates([row[0].name.wish if row else rows[-2][0].name.wish for row in rows], top, limit)
    placed = [Placed(spot.name, y, spot.x, spot.width) for y, row in zip(ys, rows, strict=True) for spot in row]
    if not hidden:
        return placed, None
    x = rows[-1][-1].x + rows[-1][-1].width + GAP if rows[-1] else 0.0
    return placed, Rest(tuple(names), hidden, ys[-1], x)


class _Spot(NamedTuple):
    """A name on a line."""

    name: Name
    x: float
    width: float


def _packed(names: Sequence[Name], width: float, wide: Callable[[Name], float]) -> list[list[_Spot]]:
    """Lines of names that follow one another, none cut that has room on a line of its own."""
    rows: list[list[_Spot]] = []
    at = width
    for name in names:
        taken = min(wide(name), width)
        if at + taken > width:
            rows.append([])
            at = 0.0
        rows[-1].append(_Spot(name, at, taken))
        at += taken + GAP
    return rows


def _cut(rows: list[list[_Spot]], room: int, width: float) -> int:
    """Keep as many lines as there is room for, with room for «+n» at the end; returns how many names went."""
    if len(rows) <= room:
        return 0
    hidden = sum(map(len, rows[room:]))
    del rows[room:]
    end = width - REST - GAP
    while rows[-1] and rows[-1][-1].x + rows[-1][-1].width > end and (room > 1 or len(rows[-1]) > 1):
        rows[-1].pop()
        hidden += 1
    if rows[-1] and rows[-1][-1].x + rows[-1][-1].width > end:  # the only name: cut rather than hidden
        rows[-1][-1] = rows[-1][-1]._replace(width=end)
    return hidden


def _ordinates(wishes: Sequence[float], top: float, limit: float) -> list[float]:
    """Each goes where it wishes or right below the one before; when the last would cross the limit the pile moves
    up, to ``top`` at the most."""
    ys: list[float] = []
    for wish in wishes:
        ys.append(max(wish, ys[-1] + PITCH) if ys else max(wish, top))
    floor = limit
    for at in range(len(ys) - 1, -1, -1):
        ys[at] = max(top + at * PITCH, min(ys[at], floor - PITCH))
        floor = ys[at]
    return ys
