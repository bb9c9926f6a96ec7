# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets: csv that any script reads, xlsx whose cells never turn into formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import replacing
from coding.reports.xml_text import printable

Value = str | int | float | None
LINE = 15  # points
_TALLEST = 409  # points, of a row
_NARROW = 1.1  # letters of running text for the digits that a width counts, about


def write_csv(path: Path, rows: Iterable[Sequence[Value]]) -> None:
    """Rows as csv: commas, UTF-8 with the mark that Excel needs to see it."""
    with replacing(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def put(cell: Any, value: Value) -> Any:
    """Set a cell to a number or a text; a text that begins with = stays a text."""
    if isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def lettering(*, bold: bool = False, colour: str | None = None) -> Any:
    """A font that names itself: without a name and a size, LibreOffice takes the serif one of headings."""
    from openpyxl.styles import Font

    return Font(name="Calibri", size=11, bold=bold, color=colour)


def header(sheet: Any, titles: Sequence[str], *, frozen: str) -> None:
    """A first row of titles in bold, kept in sight with what stands left of ``frozen``."""
    from openpyxl.styles import Alignment

    for place, title in enumerate(titles, start=1):
        cell = put(sheet.cell(1, place), title)
        cell.font = lettering(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")
    sheet.freeze_panes = frozen


def about(book: Any, cover: Cover) -> None:
    """A last sheet that says what the workbook holds."""
    sheet = book.create_sheet(_("About"))
    for place, line in enumerate((cover.title, *cover.lines), start=1):
        put(sheet.cell(place, 1), line)
    sheet.column_dimensions["A"].width = 100


def fit(sheet: Any, number: int, values: Sequence[Value], widths: Sequence[float]) -> None:
    """Make a row tall enough for texts that wrap: LibreOffice shows one line of them otherwise."""
    most = max((lines(value, width * _NARROW) for value, width in zip(values, widths, strict=False)
                if isinstance(value, str)), default=1)
    if most > 1:
        sheet.row_dimensions[number].height = min(most * LINE, _TALLEST)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters, about: words are not cut."""
    return sum(max(1, len(wrap(line, int(width)))) for line in text.split("\n"))
