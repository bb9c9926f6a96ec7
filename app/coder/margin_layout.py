# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the names of codes stand in the margin: beside their passage, never over one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    if len(names) <= room:
        rows: list[list[tuple[Name, float, float]]] = [[(name, 0.0, width)] for name in names]
    else:
        rows = _packed(names, room, width, wide)
    ys = _ordinates([row[0][0].wish for row in rows], top, limit)
    placed = [Placed(name, y, x, taken) for y, row in zip(ys, rows, strict=True) for name, x, taken in row]
    if len(placed) == len(names):
        return placed, None
    return placed, Rest(tuple(names), len(names) - len(placed), ys[-1], width - REST)


def _packed(names: Sequence[Name], room: int, width: float,
            wide: Callable[[Name], float]) -> list[list[tuple[Name, float, float]]]:
    """Rows of (name, abscissa, width): as many names as stand on ``room`` lines, the last one with room for «+n»
    when some do not."""
    rows: list[list[tuple[Name, float, float]]] = []
    at = width + 1.0  # no line is begun
    for place, name in enumerate(names):
        last = len(rows) == room
        end = width - (REST + GAP if last and place < len(names) - 1 else 0)
        taken = min(wide(name), width)
        if at + taken > end:
            if last:
                break
            rows.append([])
            at, last = 0.0, len(rows) == room
            end = width - (REST + GAP if last and place < len(names) - 1 else 0)
            taken = min(taken, end)
        rows[-1].append((name, at, taken))
        at += taken + GAP
    return rows


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
