# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for the tests of saturation: the reference folders, and small samples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coding.saturation import Incidence, Sample

_ROOT = Path(__file__).resolve().parents[3]
EMBEDDED = _ROOT / "tests" / "reference" / "saturation"
SHARED = _ROOT.parent / "shared" / "cases" / "saturation"


def folders() -> list[Path]:
    """The embedded small cases, and the large ones where the shared folder is there."""
    return [folder for folder in (EMBEDDED, SHARED) if folder.is_dir()]


def incidence(rows: Sequence[Sequence[int]], width: int | None = None, **facts: Any) -> Incidence:
    """An Incidence of 0/1 rows with made-up names."""
    columns = len(rows[0]) if width is None else width
    present = np.array(rows, dtype=bool).reshape(len(rows), columns)
    codes = tuple(f"c{row}" for row in range(len(rows)))
    return Incidence(codes, tuple(f"E{column + 1:02d}" for column in range(columns)), present, **facts)


def sample(rows: Sequence[Sequence[int]], width: int | None = None) -> Sample:
    """The Sample of all the rows."""
    return incidence(rows, width).whole()


def from_new(new: Sequence[int], *, filled: bool = True) -> list[list[int]]:
    """Rows whose codes first occur as ``new`` says; a filled row then occurs in every later interview."""
    rows = []
    for place, count in enumerate(new):
        for _ in range(count):
            rows.append([int(column == place or (filled and column > place)) for column in range(len(new))])
    return rows
