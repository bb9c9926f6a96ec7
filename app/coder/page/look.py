# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page looks to its reader: letters, lines, and what is shown of turns; remembered in the settings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from PyQt6.QtGui import QFont, QFontDatabase

from app import fonts, theme
from app.coder.page.projection import SPEAKERS, Labels
from app.settings import Settings

SIZES, WIDTHS = (12, 30), (40, 110)  # pixels; characters a line
SPACINGS = {"compact": 1.4, "comfortable": 1.55, "wide": 1.85}  # line pitch over font size
GAPS = {"close": 0.55, "usual": 1.0, "wide": 1.8}  # space above a turn over font size
INTERVIEWER = ("plain", "muted", "smaller")
SMALLER = 0.86
SYSTEM_FAMILIES = (
    "Atkinson Hyperlegible", "Luciole", "OpenDyslexic", "Georgia", "Cambria", "Charter", "Palatino Linotype",
    "Palatino", "Book Antiqua", "Times New Roman", "Noto Serif", "Liberation Serif", "DejaVu Serif", "Verdana",
    "Segoe UI", "Calibri", "Helvetica Neue", "Arial", "Noto Sans", "Liberation Sans", "DejaVu Sans", "Lato", "Ubuntu",
    "Cantarell",
)


@dataclass(frozen=True)
class Look:
    """Its fields are the settings ``reading_…``. ``font`` is a family, empty for the bundled serif."""

    size: int = fonts.READING_SIZE
    width: int = 68
    font: str = ""
    spacing: str = "comfortable"
    gap: str = "usual"
    numbers: bool = True
    speakers: str = "always"
    times: bool = True
    interviewer: str = "muted"

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """What is remembered; the usual value stands in for one that is no choice."""
        found: dict[str, Any] = {name: getattr(settings, f"reading_{name}") for name in NAMES}
        for name, choices in (("spacing", SPACINGS), ("gap", GAPS), ("speakers", SPEAKERS),
                              ("interviewer", INTERVIEWER)):
            if found[name] not in choices:
                del found[name]
        for name, (least, most) in (("size", SIZES), ("width", WIDTHS)):
            found[name] = min(most, max(least, found[name]))
        return cls(**found)

    @property
    def labels(self) -> Labels:
        """What stands above the words of a turn."""
        return Labels(self.speakers, self.times)

    @property
    def label_size(self) -> int:
        """How large labels and turn numbers are, in pixels."""
        return max(12, round(self.size * 0.7))

    def words(self, size: int = 0, *, italic: bool = False) -> QFont:
        """The font of what was said; ``size`` in pixels, the reading size unless told."""
        return theme.reading_font(size or self.size, family=self.font, italic=italic)

    def pitch(self, size: int = 0) -> int:
        """From one baseline to the next, in pixels."""
        return round((size or self.size) * SPACINGS[self.spacing])

    @property
    def above(self) -> int:
        """The space above a turn, in pixels."""
        return round(self.size * GAPS[self.gap])


NAMES = tuple(field.name for field in fields(Look))


def families() -> list[str]:
    """The families to choose from: the two bundled ones, then the legible ones of this system."""
    known = set(QFontDatabase.families())
    return [fonts.READING_FAMILY, fonts.UI_FAMILY, *(name for name in SYSTEM_FAMILIES if name in known)]
