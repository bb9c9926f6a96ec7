# SPDX-License-Identifier: GPL-3.0-or-later
"""The look: two palettes of named colours, and the one stylesheet made from them.

Colours are read when they are painted (``palette().ink``), never kept. When the theme turns, Qt sends every widget
``changeEvent(QEvent.Type.PaletteChange)``: whoever caches something coloured drops it there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor, QGuiApplication, QPalette
from PyQt6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from app import fonts
from app.fonts import reading_font, ui_font

__all__ = [
    "Choice", "Palette", "as_choice", "contrast", "install", "is_dark", "palette", "readable", "reading_font",
    "text_on", "tint", "ui_font", "use",
]

Choice = Literal["system", "light", "dark"]
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
GNOME = 3  # QDialogButtonBox.ButtonLayout.GnomeLayout, as the number that a style hint must be
LEGIBLE = 4.5  # WCAG 2.2, contrast of running text
VISIBLE = 3.0  # and of lines and signs


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for."""

    dark: bool
    window: QColor  # menu bar and status bar
    rail: QColor
    rail_active: QColor
    rail_ink: QColor
    panel: QColor  # side panels
    page: QColor  # where one reads and where tables stand
    field: QColor  # what one writes in
    ink: QColor
    muted: QColor  # secondary text, still legible
    faint: QColor  # turn numbers, hints
    rule: QColor  # lines between things
    border: QColor  # lines around things
    accent: QColor  # links, the participant's name, focus
    control: QColor  # filled controls: the button that Enter presses, a ticked box
    on_control: QColor
    hover: QColor
    selection: QColor  # a selected row
    text_selection: QColor  # selected words
    found: QColor  # words searched for
    chip: QColor
    chip_accent: QColor
    ok: QColor
    warn: QColor
    bad: QColor
    ok_paper: QColor
    warn_paper: QColor
    bad_paper: QColor


def _palette(dark: bool, **colours: str) -> Palette:
    return Palette(dark, **{name: QColor(value) for name, value in colours.items()})


class HouseStyle(QProxyStyle):
    """Fusion, without the underlines of menu keys (Alt still opens them) nor the icons of the desktop on buttons;
    a dialog ends with the button that does what it is for, as ours do."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(self, hint: QStyle.StyleHint, option: QStyleOption | None = None, widget: QWidget | None = None,
                  returnData: QStyleHintReturn | None = None) -> int:
        if hint in (QStyle.StyleHint.SH_UnderlineShortcut, QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons):
            return 0
        if hint == QStyle.StyleHint.SH_DialogButtonLayout:
            return GNOME
        return super().styleHint(hint, option, widget, returnData)


LIGHT = _palette(
    False, window="#ECEAE5", rail="#24303A", rail_active="#34444F", rail_ink="#B9C3CA", panel="#FBFAF8",
    page="#FFFFFF", field="#FFFFFF", ink="#1F2328", muted="#595750", faint="#69665D", rule="#E2DFD8",
    border="#D0CCC3", accent="#2B5876", control="#2B5876", on_control="#FFFFFF", hover="#F1EFEA", selection="#E4EDF3",
    text_selection="#CFE1EE", found="#FBE7A1", chip="#F1EFEA", chip_accent="#E3EBF4", ok="#22705F",
    warn="#8A5D0B", bad="#AF432C", ok_paper="#E3EEEC", warn_paper="#F6F1E6", bad_paper="#F7EEEA",
)
DARK = _palette(
    True, window="#191E23", rail="#13181C", rail_active="#2A3740", rail_ink="#A9B4BB", panel="#22292F",
    page="#1D2328", field="#181D22", ink="#E6E3DC", muted="#BFC0BB", faint="#A7ACAC", rule="#333B42",
    border="#475159", accent="#90BDDE", control="#3E6F92", on_control="#FFFFFF", hover="#2A3238", selection="#2B3F4D",
    text_selection="#2E4F67", found="#574714", chip="#2E363D", chip_accent="#2A3D4C", ok="#74C6AF",
    warn="#E2B15A", bad="#EC917B", ok_paper="#203431", warn_paper="#352E20", bad_paper="#3A2824",
)

_current = LIGHT


def palette() -> Palette:
    """The palette in use."""
    return _current


def is_dark() -> bool:
    """Whether the palette in use is the dark one."""
    return _current.dark


def as_choice(text: str) -> Choice:
    """A remembered choice; ``system`` when it is none."""
    return text if text in ("light", "dark") else "system"  # type: ignore[return-value]


def tint(colour: QColor | str, strength: float = 0.16) -> QColor:
    """A code's colour laid thinly on the page: 0 is the page, 1 the colour itself (lightened on a dark page). Less
    than half is a paper, made thin enough for muted words to be read on it."""
    found = _named_tint if isinstance(colour, str) else _tint
    return QColor(found(colour if isinstance(colour, str) else colour.rgb(), strength, _current.dark))


def depth(colour: QColor | str, fullness: float) -> QColor:
    """The ground of a cell: the fuller (0–1), the further from the page towards the colour, in even steps, so that
    more always looks like more. Its figure is written in ``text_on`` of it."""
    return QColor(_depth(QColor(colour).rgb(), fullness, _current.dark))


def readable(colour: QColor | str, on: QColor | None = None) -> QColor:
    """The nearest shade of a code's colour that can be read as text on ``on`` (the page unless told)."""
    return QColor(_readable(QColor(colour).rgb(), (on or _current.page).rgb()))


def text_on(ground: QColor) -> QColor:
    """Dark or light ink, whichever reads better on ``ground``."""
    return _ink_on(ground.rgb())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def install(application: QApplication, choice: Choice = "system") -> None:
    """Fonts, style and palette; follows the system from here on while the choice is ``system``."""
    fonts.load()
    application.setStyle(HouseStyle())
    application.setFont(ui_font())
    hints = QGuiApplication.styleHints()
    if hints is not None:
        hints.colorSchemeChanged.connect(lambda scheme: _apply(scheme == Qt.ColorScheme.Dark))
    use(choice)


def use(choice: Choice) -> None:
    """Turn light, dark, or as the system is."""
    hints = QGuiApplication.styleHints()
    if hints is None:
        raise RuntimeError("a theme needs an application")
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
    hints.setColorScheme(schemes[choice])  # window frames and the system's dialogs follow too
    _apply(hints.colorScheme() == Qt.ColorScheme.Dark if choice == "system" else choice == "dark")


def _apply(dark: bool) -> None:
    global _current
    wanted = DARK if dark else LIGHT
    application = QApplication.instance()
    if isinstance(application, QApplication) and (wanted is not _current or not application.styleSheet()):
        _current = wanted
        application.setPalette(_qt_palette(_current))
        application.setStyleSheet(stylesheet(_current))


def stylesheet(colours: Palette) -> str:
    """resources/themes/application.qss with its @names filled in."""
    values = {field.name: getattr(colours, field.name) for field in fields(colours) if field.name != "dark"}
    values["icons"] = (RESOURCES / "icons").as_posix()
    text = (RESOURCES / "themes" / "application.qss").read_text("utf-8")
    return re.sub(r"@(\w+)", lambda name: _as_text(values[name[1]]), text)


def _as_text(value: QColor | str) -> str:
    return value.name() if isinstance(value, QColor) else value


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in (
        (role.Window, colours.panel), (role.WindowText, colours.ink), (role.Base, colours.page),
        (role.AlternateBase, colours.panel), (role.Text, colours.ink), (role.Button, colours.panel),
        (role.ButtonText, colours.ink), (role.Highlight, colours.text_selection), (role.HighlightedText, colours.ink),
        (role.PlaceholderText, colours.faint), (role.ToolTipBase, colours.panel), (role.ToolTipText, colours.ink),
        (role.Link, colours.accent), (role.LinkVisited, colours.accent), (role.Accent, colours.accent),
        (role.Light, colours.hover), (role.Midlight, colours.rule), (role.Mid, colours.border),
        (role.Dark, colours.border), (role.Shadow, colours.border),
    ):
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, _mixed(colours.panel, colours.ink, 0.42))
    return made


@lru_cache(maxsize=4096)  # asked for every stretch of every line that is painted
def _tint(colour: int, strength: float, dark: bool) -> QColor:
    base, colours, paper, whole = QColor(colour), DARK if dark else LIGHT, strength < 0.5, strength >= 1
    if dark:
        base = _mixed(base, QColor("#FFFFFF"), 0.18)
        strength = min(1.0, strength * 1.35)
    laid = _shade(base, colours.panel, VISIBLE) if whole else _mixed(colours.page, base, strength)
    while paper and contrast(colours.muted, laid) < LEGIBLE:
        strength *= 0.95
        laid = _mixed(colours.page, base, strength)
    return laid


@lru_cache(maxsize=4096)
def _depth(colour: int, fullness: float, dark: bool) -> QColor:
    page, full = (DARK if dark else LIGHT).page, QColor(colour)
    ink, most = _ink_on(page.rgb()), 0.95
    while contrast(ink, _mixed(page, full, most)) < LEGIBLE:  # one ink reads on all grounds: none is skipped
        most -= 0.02
    return _mixed(page, full, fullness * most)


@lru_cache(maxsize=4096)
def _named_tint(colour: str, strength: float, dark: bool) -> QColor:
    return _tint(QColor(colour).rgb(), strength, dark)


@lru_cache(maxsize=4096)
def _ink_on(ground: int) -> QColor:
    return max((LIGHT.ink, QColor("#FFFFFF")), key=lambda ink: contrast(ink, QColor(ground)))


@lru_cache(maxsize=4096)
def _readable(colour: int, ground: int) -> QColor:
    return _shade(QColor(colour), QColor(ground), LEGIBLE)


def _shade(colour: QColor, paper: QColor, least: float) -> QColor:
    """The nearest shade of a colour whose contrast with ``paper`` is that at the least."""
    target = QColor("#FFFFFF") if _luminance(paper) < 0.18 else QColor("#000000")
    for step in range(41):
        shade = _mixed(colour, target, step / 40)
        if contrast(shade, paper) >= least:
            return shade
    return target


def _mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    keep = 1 - share
    return QColor(
        round(ground.red() * keep + colour.red() * share), round(ground.green() * keep + colour.green() * share),
        round(ground.blue() * keep + colour.blue() * share),
    )


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
