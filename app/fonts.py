# SPDX-License-Identifier: GPL-3.0-or-later
"""The two bundled typefaces: Inter for the window, Source Serif 4 for what was said."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "third_party" / "fonts"
UI_FAMILY = "Inter"
READING_FAMILY = "Source Serif 4"
UI_SIZE = 13
READING_SIZE = 17


def load() -> None:
    """Make the bundled fonts known to Qt, once an application exists; harmless when done already."""
    known = set(QFontDatabase.families())
    for family, folder in ((UI_FAMILY, "inter"), (READING_FAMILY, "source-serif-4")):
        if family not in known:
            for path in sorted((FOLDER / folder).glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(path))


def ui_font(size: int = UI_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font; ``size`` in device-independent pixels."""
    return _font([UI_FAMILY, "Segoe UI", "Helvetica Neue", "DejaVu Sans"], size, weight)


def reading_font(size: int = READING_SIZE, *, italic: bool = False, weight: QFont.Weight = QFont.Weight.Normal,
                 family: str = "") -> QFont:
    """The font of transcripts and quotes; ``size`` in device-independent pixels, ``family`` put before ours."""
    font = _font([*([family] if family else []), READING_FAMILY, "Georgia", "DejaVu Serif"], size, weight)
    font.setItalic(italic)
    return font


def _font(families: list[str], size: int, weight: QFont.Weight) -> QFont:
    font = QFont(families)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
