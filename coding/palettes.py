# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours for codes: the house's own, and palettes that colour-blind eyes tell apart.

Left out of theirs: black and greys, and Okabe and Ito’s yellow, which vanish on one paper or the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.language import N_


@dataclass(frozen=True)
class Palette:
    """Colours in the order in which themes take them, each with its name; ``source`` says whose they are."""

    key: str
    title: str
    source: str
    colours: tuple[tuple[str, str], ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The colours alone."""
        return tuple(colour for colour, _name in self.colours)


HOUSE = Palette("house", N_("Fil rouge"), N_("Twelve muted inks, made for this program"), (
    ("#C2513A", N_("Brick")), ("#2E7D6B", N_("Pine")), ("#8B6BB1", N_("Violet")), ("#C4861E", N_("Ochre")),
    ("#3B6EB0", N_("Blue")), ("#A34D78", N_("Plum")), ("#5E7F2B", N_("Olive")), ("#B5643C", N_("Copper")),
    ("#4C8C9E", N_("Teal")), ("#7A6A4F", N_("Earth")), ("#6D5BD0", N_("Indigo")), ("#A8892A", N_("Straw")),
))
OKABE_ITO = Palette("okabe_ito", N_("Okabe and Ito"), N_("Okabe and Ito, Color Universal Design, 2008"), (
    ("#E69F00", N_("Orange")), ("#56B4E9", N_("Sky blue")), ("#009E73", N_("Bluish green")), ("#0072B2", N_("Blue")),
    ("#D55E00", N_("Vermilion")), ("#CC79A7", N_("Reddish purple")),
))
TOL_BRIGHT = Palette("tol_bright", N_("Tol, bright"), N_("Paul Tol, Colour schemes, SRON, 2021"), (
    ("#4477AA", N_("Blue")), ("#EE6677", N_("Red")), ("#228833", N_("Green")), ("#CCBB44", N_("Yellow")),
    ("#66CCEE", N_("Cyan")), ("#AA3377", N_("Purple")),
))
TOL_MUTED = Palette("tol_muted", N_("Tol, muted"), N_("Paul Tol, Colour schemes, SRON, 2021"), (
    ("#CC6677", N_("Rose")), ("#332288", N_("Indigo")), ("#DDCC77", N_("Sand")), ("#117733", N_("Green")),
    ("#88CCEE", N_("Cyan")), ("#882255", N_("Wine")), ("#44AA99", N_("Teal")), ("#999933", N_("Olive")),
    ("#AA4499", N_("Purple")),
))
SAFE = (OKABE_ITO, TOL_BRIGHT, TOL_MUTED)
PALETTES = (HOUSE, *SAFE)


def dealt(palette: Palette, code_ids: Sequence[int]) -> dict[int, str]:
    """A colour for each theme, in turn; the palette begins again when it is used up."""
    return {code_id: palette.values[place % len(palette.values)] for place, code_id in enumerate(code_ids)}
