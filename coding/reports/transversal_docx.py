# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table in Word, on landscape pages."""

from __future__ import annotations

from pathlib import Path

from coding.language import _, percent
from coding.reports.cover import Cover
from coding.reports.tint import fullness, tint
from coding.reports.transversal_sheet import FIRST
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.transversal import Row, Table

AT_ONCE = 14  # columns that fit a landscape page; a wider table continues in another one
_NAMES, _PRESENT, _ALL = 6.0, 1.7, 26.7  # widths in centimetres


def write(path: Path, table: Table, cover: Cover) -> None:
    """Write the table to a .docx, ◆ where a code first appears. Raises KnownError when it cannot."""
    page = Page(cover, landscape=True)
    most = max((count for row in table.rows for count in row.counts), default=0)
    for start in range(0, max(len(table.columns), 1), AT_ONCE):
        shown = range(start, min(start + AT_ONCE, len(table.columns)))
        width = min(2.2, (_ALL - _NAMES - _PRESENT) / max(len(shown), 1))
        titles = [Cell(table.columns[index], bold=True, align="center") for index in shown]
        rows = [[Cell(), *titles, Cell(_("Present"), bold=True, align="center")]]
        rows += [_row(row, shown, table, most) for row in table.rows]
        page.table(rows, [_NAMES, *[width] * len(shown), _PRESENT], size=8.5)
    if table.by is None:
        page.note(_("{sign} first appearance of the code, in the order of interviews").format(sign=FIRST))
    page.save(path)


def _row(row: Row, shown: range, table: Table, most: float) -> list[Cell]:
    bold = row.code is None
    cells = []
    for index in shown:
        count = row.counts[index]
        if not count:
            cells.append(Cell())
            continue
        figure = percent(count, 1) if table.measure == "share" else str(count)
        begins = table.by is None and not bold and index == row.first
        cells.append(Cell(f"{FIRST} {figure}" if begins else figure, bold=bold, align="center",
                          fill=tint(row.colour, fullness(count, most))))
    present = Cell(f"{row.present}/{table.interviews}", align="center")
    return [Cell(row.name, bold=bold, indent=0.4 * row.depth), *cells, present]
