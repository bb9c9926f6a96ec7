# SPDX-License-Identifier: GPL-3.0-or-later
"""Matrix files: a codes × interviews table of 0 and 1 as csv or xlsx, and the map from code to theme."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from coding.language import N_
from coding.metadata import sheets
from coding.saturation.incidence import Incidence
from models.errors import KnownError


def read_matrix(path: Path, themes: Path | None = None) -> Incidence:
    """The table of ``path`` (first row: interviews in order; first column: codes).

    ``themes`` is a table of two columns, code and theme, under a header row; a code it leaves out belongs to no
    theme. Raises KnownError with the row at fault when a file is missing, empty or not such a table.
    """
    (_number, header), *rows = sheets.records(path)
    interviews = tuple(header[1:])
    if not interviews or not rows:
        raise KnownError(
            N_("{file} is empty: it needs one row for each code and one column for each interview."), file=path.name
        )
    _refuse_duplicate(path, interviews)
    codes = tuple(row[0] for _number, row in rows)
    _refuse_duplicate(path, codes)
    present = np.array([_cells(path, number, row, len(interviews)) for number, row in rows], dtype=bool)
    if themes is None:
        return Incidence(codes, interviews, present)
    theme_of = _theme_map(themes, codes)
    names = tuple(dict.fromkeys(theme_of.values()))
    return Incidence(codes, interviews, present, themes=names, theme_of=tuple(map(theme_of.get, codes)))


def _cells(path: Path, number: int, row: list[str], width: int) -> list[bool]:
    if len(row) != width + 1:
        raise KnownError(
            N_("Row {row} of {file} has {found} cells where the header has {expected}: complete it, then try again."),
            row=number,
            file=path.name,
            found=len(row),
            expected=width + 1,
        )
    for place, value in enumerate(row[1:], start=2):
        if value not in ("0", "1"):
            raise KnownError(
                N_("Row {row}, column {column} of {file} holds “{value}”: every cell must be 0 or 1."),
                row=number,
                column=place,
                file=path.name,
                value=value,
            )
    return [value == "1" for value in row[1:]]


def _theme_map(path: Path, codes: tuple[str, ...]) -> dict[str, str]:
    """Code to theme, in the order of the file."""
    found: dict[str, str] = {}
    for number, cells in sheets.records(path)[1:]:
        if len(cells) != 2 or not all(cells):
            raise KnownError(N_("Row {row} of {file} must hold a code and its theme."), row=number, file=path.name)
        code, theme = cells
        if code not in codes:
            raise KnownError(
                N_("Row {row} of {file} names the code “{code}”, which the matrix does not have."),
                row=number,
                file=path.name,
                code=code,
            )
        if code in found:
            raise KnownError(
                N_("“{name}” stands twice in {file}: give each one its own name."), name=code, file=path.name
            )
        found[code] = theme
    return found


def _refuse_duplicate(path: Path, names: tuple[str, ...]) -> None:
    for place, name in enumerate(names):
        if not name:
            raise KnownError(
                N_("A code or an interview has no name in {file}: name it, then try again."), file=path.name
            )
        if name in names[:place]:
            raise KnownError(
                N_("“{name}” stands twice in {file}: give each one its own name."), name=name, file=path.name
            )
