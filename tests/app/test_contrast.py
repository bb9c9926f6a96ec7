# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written can be read, and what is drawn seen, in both themes and in every colour a code may have.

WCAG 2.2: 4.5 for text, 3 for the lines and signs that tell codes apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app import theme
from app.coder.page import beneath
from coding.codebook import PALETTE
from coding.palettes import PALETTES

COLOURS = sorted({*PALETTE, *(colour for palette in PALETTES for colour, _name in palette.colours)})
# ground -> the inks that are written on it
WRITTEN = {
    "page": "ink muted faint accent ok warn bad", "panel": "ink muted faint accent ok warn bad",
    "field": "ink muted faint", "window": "ink muted faint ok warn bad", "hover": "ink muted faint accent",
    "selection": "ink muted faint accent", "text_selection": "ink muted", "chip": "ink muted", "chip_accent": "ink",
    "ok_paper": "ink muted ok", "warn_paper": "ink muted warn", "bad_paper": "ink muted bad", "rail": "rail_ink",
    "rail_active": "rail_ink", "control": "on_control",
}
TINTS = (beneath.PLAIN, beneath.CHOSEN, 0.08, 0.18, 0.24)


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> theme.Palette:
    """The palette of each theme."""
    theme.use(request.param)
    return theme.palette()


def pairs() -> Iterator[tuple[str, str]]:
    for ground, inks in WRITTEN.items():
        yield from ((ink, ground) for ink in inks.split())


def test_inks_can_be_read_on_their_grounds(colours: theme.Palette) -> None:
    assert [(ink, ground) for ink, ground in pairs()
            if theme.contrast(getattr(colours, ink), getattr(colours, ground)) < theme.LEGIBLE] == []


def test_the_stylesheet_writes_nothing_unheard_of(colours: theme.Palette) -> None:
    """Each colour of letters in the stylesheet is one of the inks above, or white on the rail."""
    inks = {ink for ink, _ground in pairs()}
    text = (theme.RESOURCES / "themes" / "application.qss").read_text("utf-8")
    assert set(re.findall(r"(?<![-\w])color: @(\w+)", text)) <= inks
    assert theme.contrast(QColor("#FFFFFF"), colours.rail_active) >= theme.LEGIBLE


# one test for all colours: each turn of the theme polishes every window again


def test_words_can_be_read_through_every_tint(colours: theme.Palette) -> None:
    assert [(colour, strength) for colour in COLOURS for strength in TINTS for ink in (colours.ink, colours.muted)
            if theme.contrast(ink, theme.tint(colour, strength)) < theme.LEGIBLE] == []


def test_pills_are_written_in_their_own_colour(colours: theme.Palette) -> None:
    for colour in COLOURS:
        for paper in (theme.tint(colour, 0.18), colours.page, colours.panel, colours.selection):
            assert theme.contrast(theme.readable(colour, paper), paper) >= theme.LEGIBLE, colour


def test_stripes_underlines_and_squares_can_be_seen(colours: theme.Palette) -> None:
    assert [colour for colour in (*COLOURS, beneath.NO_CODE) for paper in (colours.page, colours.panel)
            if theme.contrast(theme.tint(colour, 1.0), paper) < theme.VISIBLE] == []


def test_words_already_coded_can_be_read_under_their_veil(colours: theme.Palette) -> None:
    veiled = theme._mixed(colours.ink, colours.page, beneath.VEIL / 255)
    assert theme.contrast(veiled, colours.page) >= theme.LEGIBLE


def test_what_has_the_keys_and_what_is_selected_can_be_seen(colours: theme.Palette) -> None:
    for paper in (colours.page, colours.panel):
        assert theme.contrast(colours.accent, paper) >= theme.VISIBLE
    assert theme.contrast(colours.accent, colours.border) >= theme.VISIBLE
    assert theme.contrast(colours.text_selection, colours.page) >= 1.3


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_placeholders_are_no_paler_than_that(colours: theme.Palette, qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (shown.name(), shown.alpha()) == (colours.faint.name(), 255)
