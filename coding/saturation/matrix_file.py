# SPDX-License-Identifier: GPL-3.0-or-later
"""Matrix files: a codes × interviews table of 0 and 1 as csv or xlsx, and the map from code to theme.

A plain table holds 0 and 1. What a project writes for a reviewer says also what is known of the questions: an empty
cell where the theme was neither asked nor spoken of (that interview does not count for it); and, for a theme that the
map marks as «asked» (column 4), 0 where it was asked and ? where nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coding.language import N_
from coding.metadata import sheets
from coding.saturation.incidence import Incidence
from models.errors import KnownError

_PRESENT, _ABSENT, _NOT_ASKED, _UNKNOWN = "1", "0", "", "?"
_ASKED = "asked"


@dataclass(frozen=True)
class _Mapped:
    """What the map says of a code."""

    theme: str
    origin: str | None = None
    asked: bool = False


def read_matrix(path: Path, themes: Path | None = None) -> Incidence:
    """The table of ``path`` (first row: interviews in order; first column: codes).

    ``themes`` is a table of two columns, code and theme, under a header row, or of four with the code’s origin and
    «asked» (see above); a code it leaves out belongs to no theme. Raises KnownError with the row at fault when a
    file is missing, empty or not such a table.
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
    if themes is None and any(_UNKNOWN in row[1:] for _number, row in rows):
        raise KnownError(
            N_("{file} holds “?”, which is understood only beside its themes: give them too (--themes)."),
            file=path.name,
        )
    mapped = {} if themes is None else _theme_map(themes, codes)
    cells = [_cells(path, number, row, len(interviews), mapped.get(row[0])) for number, row in rows]
    present = np.array([[cell == _PRESENT for cell in row] for row in cells], dtype=bool)
    names = tuple(dict.fromkeys(one.theme for one in mapped.values()))
    known = [mapped.get(code) for code in codes]
    return Incidence(
        codes, interviews, present, themes=names,
        theme_of=tuple(None if one is None else one.theme for one in known) if mapped else (),
        origins=tuple(None if one is None else one.origin for one in known) if mapped else (),
        asked={theme: answers for theme in names if (answers := _answers(theme, known, cells))},
    )


def write_matrix(incidence: Incidence, path: Path, themes: Path) -> None:
    """Write the table and its map so that ``read_matrix`` gives the same figures. Raises KnownError when one cannot
    be written."""
    asked = {theme: incidence.asked.get(theme) for theme in incidence.themes}
    occurs = {theme: _occurring(incidence, theme) for theme in incidence.themes}
    origins = incidence.origins or (None,) * len(incidence.codes)
    table: list[list[str]] = []
    map_rows: list[list[str]] = []
    for row, code in enumerate(incidence.codes):
        theme = incidence.theme_of[row] if incidence.theme_of else None
        answers = asked.get(theme) if theme is not None else None
        held = incidence.present[row].tolist()
        table.append([code, *(
            _PRESENT if here else _cell(answers, theme is not None and occurs[theme][column], column)
            for column, here in enumerate(held))])
        if theme is not None:
            map_rows.append([code, theme, origins[row] or "", _ASKED if answers is not None else ""])
    sheets.write(path, ("code", *incidence.interviews), table)
    sheets.write(themes, ("code", "theme", "origin", _ASKED), map_rows)


def _occurring(incidence: Incidence, theme: str) -> list[bool]:
    rows = [row for row, name in enumerate(incidence.theme_of) if name == theme]
    held = np.any(incidence.present[np.asarray(rows, dtype=np.intp)], axis=0)
    return [bool(one) for one in np.atleast_1d(held)]


def _cell(answers: tuple[bool | None, ...] | None, occurs: bool, column: int) -> str:
    """A code that an interview does not hold; where its theme occurs all the same, nothing more is to be said."""
    if answers is None or occurs or answers[column]:
        return _ABSENT
    return _UNKNOWN if answers[column] is None else _NOT_ASKED


def _answers(theme: str, known: list[_Mapped | None], cells: list[list[str]]) -> tuple[bool | None, ...] | None:
    """What the cells of a theme say of asking it, an entry an interview; None when they say nothing."""
    rows = [row for one, row in zip(known, cells, strict=True) if one is not None and one.theme == theme]
    marked = any(one is not None and one.theme == theme and one.asked for one in known)
    if not marked and not any(_NOT_ASKED in row for row in rows):
        return None
    return tuple(_answer(set(column), marked) for column in zip(*rows, strict=True))


def _answer(column: set[str], marked: bool) -> bool | None:
    """Of one interview, by the cells of a theme’s codes; what occurs is informative whatever the answer."""
    if column == {_NOT_ASKED}:
        return False
    return True if marked and column == {_ABSENT} else None


def _cells(path: Path, number: int, row: list[str], width: int, mapped: _Mapped | None) -> list[str]:
    if len(row) != width + 1:
        raise KnownError(
            N_("Row {row} of {file} has {found} cells where the header has {expected}: complete it, then try again."),
            row=number,
            file=path.name,
            found=len(row),
            expected=width + 1,
        )
    allowed = (_PRESENT, _ABSENT) if mapped is None else (_PRESENT, _ABSENT, _NOT_ASKED, _UNKNOWN)
    for place, value in enumerate(row[1:], start=2):
        if value not in allowed:
            raise KnownError(
                N_("Row {row}, column {column} of {file} holds “{value}”: every cell must be 0 or 1."),
                row=number,
                column=place,
                file=path.name,
                value=value,
            )
    return row[1:]


def _theme_map(path: Path, codes: tuple[str, ...]) -> dict[str, _Mapped]:
    """What the map says of each code, in the order of the file."""
    known = set(codes)
    found: dict[str, _Mapped] = {}
    for number, cells in sheets.records(path)[1:]:
        if len(cells) not in (2, 4) or not all(cells[:2]):
            raise KnownError(N_("Row {row} of {file} must hold a code and its theme."), row=number, file=path.name)
        code, theme, origin, asked = (*cells, "", "")[:4]
        if code not in known:
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
        found[code] = _Mapped(theme, origin or None, asked == _ASKED)
    return found


def _refuse_duplicate(path: Path, names: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for name in names:
        if not name:
            raise KnownError(
                N_("A code or an interview has no name in {file}: name it, then try again."), file=path.name
            )
        if name in seen:
            raise KnownError(
                N_("“{name}” stands twice in {file}: give each one its own name."), name=name, file=path.name
            )
        seen.add(name)
