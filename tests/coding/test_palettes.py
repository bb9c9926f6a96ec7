# SPDX-License-Identifier: GPL-3.0-or-later
"""Palettes: each colour once, dealt in turn, told apart by colour-blind eyes where that is promised."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from coding.palettes import PALETTES, SAFE, Palette, dealt

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
SEEN = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
JUST_SEEN = 2.3  # CIE76, Mahy and others (1994)


def lab(colour: str, eyes: str) -> np.ndarray:
    """CIE L*a*b* (D65) of a colour, as such eyes see it."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(SEEN[eyes]) @ linear, 0, 1)
    ratio = np.array(TO_XYZ) @ seen / np.array((0.95047, 1.0, 1.08883))
    cubed = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array((116 * cubed[1] - 16, 500 * (cubed[0] - cubed[1]), 200 * (cubed[1] - cubed[2])))


@pytest.mark.parametrize("eyes", ["protan", "deutan"])
@pytest.mark.parametrize("palette", SAFE, ids=lambda palette: palette.key)
def test_colours_said_to_be_safe_are_told_apart(palette: Palette, eyes: str) -> None:
    closest = min(float(np.linalg.norm(lab(one, eyes) - lab(other, eyes)))
                  for one, other in combinations(palette.values, 2))
    assert closest > 3 * JUST_SEEN


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.key)
def test_each_colour_stands_once_and_is_written_as_the_database_wants(palette: Palette) -> None:
    assert len(set(palette.values)) == len(palette.values)
    assert all(colour == colour.upper() and len(colour) == 7 for colour in palette.values)


def test_a_palette_begins_again_when_it_is_used_up() -> None:
    given = dealt(SAFE[0], list(range(8)))
    assert given[0] == given[6] == SAFE[0].values[0]
    assert given[7] == SAFE[0].values[1]
