# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import itertools
import re

import pytest
from PyQt6.QtGui import QColor, QFontInfo

from app import icons, theme
from app.coder.page.beneath import CHOSEN
from coding.palettes import PALETTES


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_text_can_be_read_on_every_paper(choice: theme.Choice) -> None:
    theme.use(choice)
    colours = theme.palette()
    assert theme.is_dark() == (choice == "dark")
    for paper in (colours.page, colours.panel):
        for ink in (colours.ink, colours.muted, colours.faint, colours.accent, colours.ok, colours.warn, colours.bad):
            assert theme.contrast(ink, paper) >= theme.LEGIBLE
    assert theme.contrast(colours.muted, colours.window) >= theme.LEGIBLE
    assert theme.contrast(colours.on_control, colours.control) >= theme.LEGIBLE


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("colour", sorted({colour for palette in PALETTES for colour in palette.values}))
def test_codes_can_be_read_in_their_own_colour(choice: theme.Choice, colour: str) -> None:
    theme.use(choice)
    paper = theme.tint(colour)
    assert theme.contrast(theme.palette().ink, paper) >= 7
    assert theme.contrast(theme.palette().muted, theme.tint(colour, CHOSEN)) >= theme.LEGIBLE
    for strength in (0.08, 0.1, 0.16, 0.18, 0.24):  # margin, quotes, page, pills, the margin's chosen name
        ground = theme.tint(colour, strength)
        assert theme.contrast(theme.readable(colour, ground), ground) >= theme.LEGIBLE
        assert theme.contrast(theme.palette().muted, ground) >= theme.LEGIBLE
    assert theme.contrast(theme.text_on(QColor(colour)), QColor(colour)) >= 3


def test_tint_goes_from_the_page_to_the_colour() -> None:
    theme.use("light")
    assert theme.tint("#C2513A", 0).name() == theme.palette().page.name()
    assert theme.tint("#C2513A", 1).name() == "#c2513a"


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("colour", sorted({colour for palette in PALETTES for colour in palette.values}))
def test_more_always_looks_like_more(choice: theme.Choice, colour: str) -> None:
    theme.use(choice)
    page = theme.palette().page
    grounds = [theme.depth(colour, 0.25 + 0.55 * step / 7) for step in range(1, 8)]
    away = [sum(abs(one - other) for one, other in zip(ground.getRgb(), page.getRgb(), strict=True))
            for ground in grounds]
    steps = [after - before for before, after in itertools.pairwise(away)]
    assert min(steps) > 0
    assert max(steps) <= 2 * min(steps) + 6, "even steps"
    assert all(theme.contrast(theme.text_on(ground), ground) >= theme.LEGIBLE for ground in grounds)


def test_the_stylesheet_leaves_no_name_unfilled() -> None:
    for colours in (theme.LIGHT, theme.DARK):
        assert not re.findall(r"@\w+", theme.stylesheet(colours))


def test_fonts_are_the_bundled_ones() -> None:
    assert QFontInfo(theme.ui_font()).family() == "Inter"
    assert QFontInfo(theme.reading_font(italic=True)).family() == "Source Serif 4"
    assert QFontInfo(theme.reading_font(italic=True)).italic()


def test_icons_follow_the_theme() -> None:
    def ink() -> set[str]:
        image = icons.icon("book", "ink").pixmap(48, 48).toImage()
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return {image.pixelColor(*point).name() for point in points if image.pixelColor(*point).alpha() == 255}

    theme.use("light")
    assert theme.palette().ink.name() in ink()
    theme.use("dark")
    assert theme.palette().ink.name() in ink()
