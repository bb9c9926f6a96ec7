# SPDX-License-Identifier: GPL-3.0-or-later
"""What the three views of relations are asked to show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, cast

from coding.codebook import Codebook
from coding.relations.cooccurrence import Level, Near

NEARS: tuple[Near, ...] = ("passage", "overlap", "turn", 1, 2, 3, 5)
LEVELS: tuple[Level, ...] = ("codes", "below", "themes")
Look = Literal["list", "matrix"]
LOOKS: tuple[Look, ...] = ("list", "matrix")


@dataclass(frozen=True)
class Asked:
    """A group (all interviews when None) and a theme (all when None), by id; ``group`` is its name."""

    group_id: int | None = None
    group: str = ""
    theme_id: int | None = None
    language: str = "fr"

    def within(self, book: Codebook) -> Collection[int] | None:
        """The codes of the theme; None for every code."""
        return frozenset(book.below(self.theme_id)) if self.theme_id in book.by_id and self.theme_id else None


def found_again(place: Any) -> tuple[Near, Level, Look]:
    """How near, at which level and how shown, as the settings remember it; the usual for whatever they do not."""
    known = place if isinstance(place, dict) else {}
    near, level, look = (known.get(name) for name in ("near", "level", "look"))
    return (cast(Near, near) if near in NEARS and near is not True else "overlap",
            cast(Level, level) if level in LEVELS else "codes", cast(Look, look) if look in LOOKS else "list")
