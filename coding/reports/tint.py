# SPDX-License-Identifier: GPL-3.0-or-later
"""Tints of a theme's colour, the deeper the fuller the cell."""

from __future__ import annotations


def tint(colour: str, strength: float) -> str:
    """``colour`` («#RRGGBB») mixed into white: 0 is white, 1 the colour itself. Returns «RRGGBB»."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "".join(f"{round(255 + (channel - 255) * strength):02X}" for channel in channels)


def fullness(count: float, most: float) -> float:
    """How deep a cell's tint is: from 0.25 for the least figure to 0.8 for the most of the table."""
    return 0.25 + 0.55 * (count / most) if most else 0.0
