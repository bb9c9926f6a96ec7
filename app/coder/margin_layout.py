# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the names of codes stand in the margin: beside their passage, never over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PITCH = 24  # pixels from one name to the next


@dataclass(frozen=True)
class Name:
    """One code of one passage, and the ordinate it would like."""

    passage_id: int
    code_id: int | None
    wish: float


@dataclass(frozen=True)
class Placed:
    """A name where it stands; ``hidden`` are those there was no room for, shown as «+n» on the last one."""

    name: Name
    y: float
    hidden: tuple[Name, ...] = ()


def place(names: Sequence[Name], top: float, limit: float) -> list[Placed]:
    """Stand ``names``, ordered by wish, between ``top`` and ``limit``; at least one always stands.

    Each goes where it wishes or right below the one before; when the last would cross the limit the pile moves up,
    to ``top`` at the most; what still finds no room is hidden.
    """
    room = max(1, int((limit - top) // PITCH))
    shown, hidden = list(names[:room]), tuple(names[room:])
    ys: list[float] = []
    for name in shown:
        ys.append(max(name.wish, ys[-1] + PITCH) if ys else max(name.wish, top))
    floor = limit
    for at in range(len(ys) - 1, -1, -1):
        ys[at] = max(top + at * PITCH, min(ys[at], floor - PITCH))
        floor = ys[at]
    last = len(shown) - 1
    return [Placed(name, y, hidden if at == last else ()) for at, (name, y) in enumerate(zip(shown, ys, strict=True))]
