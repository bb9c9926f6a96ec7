# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom French parents gave a first name to, and when: INSEE's births, ``generations.txt.xz``."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import cache

from coding.fold import fold
from coding.identifiers.lists import FOLDER

# Of those who bear a name, the share that makes it one gender's.
_MOSTLY = 0.9


@dataclass(frozen=True)
class Births:
    """How often a name was given since 1900, and the year by which half of those who bear it were born."""

    gender: str
    births: int
    year: int

    @property
    def decade(self) -> int:
        """1950 for 1950–1959."""
        return self.year // 10 * 10


@cache
def _table() -> dict[str, list[Births]]:
    table: dict[str, list[Births]] = {}
    with lzma.open(FOLDER / "generations.txt.xz", "rt", encoding="utf-8") as file:
        for line in file:
            name, gender, births, year = line.rstrip("\n").split("\t")
            table.setdefault(name, []).append(Births(gender, int(births), int(year)))
    return table


def given(name: str, gender: str = "") -> Births | None:
    """The births under a first name, those of one gender when it is said; None when it is hardly ever given."""
    key = fold(name).strip()
    found = _table().get(key) or _table().get(key.replace(" ", "-")) or []
    rows = [row for row in found if gender in ("", row.gender)]
    return max(rows, key=lambda row: row.births, default=None)


def gender(name: str) -> str:
    """«f» or «m» when the name is mostly one gender’s; of a compound, its first part says it too."""
    key = fold(name).replace(" ", "-")
    rows = _table().get(key) or _table().get(key.split("-")[0]) or []
    total = sum(row.births for row in rows)
    return next((row.gender for row in rows if row.births >= _MOSTLY * total), "")
