# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that stand in narrow columns: cut at their spaces into a few lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations


def folded(name: str, lines: int, wide: Callable[[str], int]) -> list[str]:
    """A name in at most ``lines`` lines, so that the widest is as narrow as may be; ``wide`` measures a line."""
    words = name.split()
    if len(words) < 2 or lines < 2:
        return [name]
    return min((_cut(words, places) for n in range(min(lines, len(words))) for places in
                combinations(range(1, len(words)), n)), key=lambda cut: (max(map(wide, cut)), len(cut)))


def fitted(name: str, room: float, most: int, wide: Callable[[str], int]) -> list[str]:
    """A name in as few lines as ``room`` allows, ``most`` of them at most: those may still be too wide."""
    found = [name]
    for lines in range(2, most + 1):
        if max(map(wide, found)) <= room:
            break
        found = folded(name, lines, wide)
    return found


def _cut(words: list[str], places: tuple[int, ...]) -> list[str]:
    return [" ".join(words[start:end]) for start, end in zip((0, *places), (*places, len(words)), strict=True)]
