# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table as a spreadsheet: xlsx with its tints, or csv."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import about, header, put, write_csv
from coding.reports.tint import fullness, tint
from coding.transversal import Row, Table

FIRST = "◆"


def write_csv_table(path: Path, table: Table) -> None:
    """Write theme, code, a column for each interview or value, present and first (1-based, empty when absent).

    Raises KnownError when it cannot.
    """
    rows = [
        (row.theme, row.code or "", *row.counts, row.present, "" if row.first is None else row.first + 1)
        for row in table.rows
    ]
    write_csv(path, [("theme", "code", *table.columns, "present", "first"), *rows])


def write_xlsx(path: Path, table: Table, cover: Cover) -> None:
    """Write the table with tinted cells and ◆ where a code first appears; cells stay numbers.

    Raises KnownError when it cannot.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Transversal")
    header(sheet, [_("Theme"), _("Code"), *table.columns, _("Present")], frozen="C2")
    most = max((count for row in table.rows for count in row.counts), default=0)
    for number, row in enumerate(table.rows, start=2):
        _fill(sheet, number, row, table, most)
    for place, width in ((1, 28), (2, 34)):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for place in range(3, len(table.columns) + 4):
        sheet.column_dimensions[get_column_letter(place)].width = 11
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:B"
    about(book, cover)
    save_whole(path, book.save)


def _fill(sheet: Any, number: int, row: Row, table: Table, most: float) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    bold = Font(bold=row.code is None)
    put(sheet.cell(number, 1), row.theme).font = bold
    put(sheet.cell(number, 2), row.code or "").font = bold
    figure = "0.0%" if table.measure == "share" else "0"
    for index, count in enumerate(row.counts):
        if not count:
            continue
        cell = put(sheet.cell(number, 3 + index), count)
        cell.fill = PatternFill("solid", fgColor=tint(row.colour, fullness(count, most)))
        cell.alignment = Alignment(horizontal="center")
        cell.font = bold
        begins = table.by is None and row.code is not None and index == row.first
        cell.number_format = f'"{FIRST} "{figure}' if begins else figure
    present = put(sheet.cell(number, 3 + len(row.counts)), row.present)
    present.number_format = f'0"/{table.interviews}"'
    present.alignment = Alignment(horizontal="center")
