# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where across the page: turn numbers, words, names of codes."""

from __future__ import annotations

from dataclasses import dataclass

from app.coder.page import gutter

MARGIN_SHARE, MARGIN_LEAST, MARGIN_MOST = 0.28, 120, 400
EDGE = 16  # between the words and the margin
NARROWEST, FARTHEST = 120, 400  # of the words; of the gutter from the left


@dataclass(frozen=True)
class Fit:
    """Abscissas and widths in pixels. ``right`` is what lies to the right of the words."""

    left: int
    words: int
    width: int
    right: int
    margin: int
    margin_width: int


def fit(room: int, readable: int) -> Fit:
    """Share ``room`` out; the words take ``readable`` at most, and what is left over lies mostly to the right."""
    margin = round(min(MARGIN_MOST, max(MARGIN_LEAST, room * MARGIN_SHARE)))
    width = max(NARROWEST, min(readable, room - gutter.WIDTH - EDGE - margin))
    left = max(0, round(min(FARTHEST, (room - gutter.WIDTH - width - EDGE - margin) * 0.35)))
    words = left + gutter.WIDTH
    return Fit(left, words, width, room - words - width, words + width + EDGE, margin)
