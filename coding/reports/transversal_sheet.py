# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table as a spreadsheet: xlsx with its tints, or csv."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding.arrangement import Column, laid_out, present
from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import LINE, about, lettering, lines, put, write_csv
from coding.reports.tint import tint
from coding.reports.transversal_content import FIRST, UNASKED, WRITTEN, Content
from coding.transversal import Row, Table

_NAMES = (28.0, 34.0)  # widths of the columns of names, in characters
_FIGURE, _PROSE = 11.0, 36.0


def write_csv_table(path: Path, table: Table) -> None:
    """Write theme, code, a column for each interview or value, present and first (1-based, empty when absent).
    With bands a column’s title begins with its band’s, and each band ends with its own «present».

    Raises KnownError when it cannot.
    """
    columns = laid_out(table)[:-1]
    titles = [f"{column.band.title} · {_title(table, column)}" if column.band is not None else _title(table, column)
              for column in columns]
    rows = [
        (row.theme, row.code or "",
         *(row.counts[column.place] if column.place is not None else present(table, row, column)[0]
           for column in columns), row.present, "" if row.first is None else row.first + 1)
        for row in table.rows
    ]
    write_csv(path, [("theme", "code", *titles, "present", "first"), *rows])


def write_csv_summaries(path: Path, content: Content) -> None:
    """Write theme, code, interview, passages and summary, a line for each cell summary in sight."""
    rows = [(row.theme, row.code or "", content.table.columns[place], row.counts[place], text)
            for row, place, text in content.written()]
    write_csv(path, [("theme", "code", "interview", content.table.measure, "summary"), *rows])


def write_xlsx(path: Path, content: Content, cover: Cover, *, prose: bool = False) -> None:
    """Write the table with tinted cells and ◆ where a code first appears; cells stay numbers. Then, if any is
    written, the summaries as a matrix (the first sheet with ``prose``) and as a list.

    Raises KnownError when it cannot.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Transversal")
    written = content.written()
    _Sheet(sheet, content, prose=prose).write()
    if written and not prose:
        _Sheet(book.create_sheet(_("Framework matrix")), content, prose=True).write()
    if written:
        _listed(book.create_sheet(_("Cell summaries")), content)
    about(book, cover)
    save_whole(path, book.save)


def _title(table: Table, column: Column) -> str:
    return "present" if column.place is None else table.columns[column.place]


class _Sheet:
    """One sheet: titles (below those of the bands), a line for each code."""

    def __init__(self, sheet: Any, content: Content, *, prose: bool) -> None:
        self._sheet, self._content, self._prose = sheet, content, prose
        self._columns = laid_out(content.table)
        self._top = 2 if content.table.bands else 1

    def write(self) -> None:
        from openpyxl.utils import get_column_letter

        sheet = self._sheet
        self._titles()
        for number, (theme_id, row) in enumerate(self._content.by_theme(), start=self._top + 1):
            self._line(number, theme_id, row)
        widths = [*_NAMES, *(_PROSE if self._prose and column.place is not None else _FIGURE
                             for column in self._columns)]
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = f"C{self._top + 1}"
        _landscape(sheet, self._top)
        sheet.print_title_cols = "A:B"

    def _titles(self) -> None:
        from openpyxl.styles import Alignment, Border, Side

        wrapped = Alignment(wrap_text=True, vertical="bottom")
        for place, title in enumerate((_("Theme"), _("Code"), *map(self._content.title, self._columns)), start=1):
            cell = put(self._sheet.cell(self._top, place), title)
            cell.font, cell.alignment = lettering(bold=True), wrapped
        if not self._prose:
            titles = (self._content.title(column) for column in self._columns)
            self._sheet.row_dimensions[self._top].height = LINE * max(lines(title, _FIGURE - 2) for title in titles)
        for band in self._content.table.bands or ():
            own = [place for place, column in enumerate(self._columns, start=3) if column.band == band]
            for place in own:
                self._sheet.cell(1, place).border = Border(bottom=Side(style="thin", color="7F8890"))
            put(self._sheet.cell(1, own[0]), f"{band.title} ({band.interviews})").font = lettering(bold=True)

    def _line(self, number: int, theme_id: int, row: Row) -> None:
        from openpyxl.styles import Alignment

        bold = lettering(bold=row.code is None)
        for place, name in ((1, row.theme), (2, row.code or "")):
            cell = put(self._sheet.cell(number, place), name)
            cell.font, cell.alignment = bold, Alignment(vertical="top")
        lines = 1
        for place, column in enumerate(self._columns, start=3):
            cell = self._sheet.cell(number, place)
            if column.place is None:
                held, count = present(self._content.table, row, column)
                put(cell, held).number_format = f'0"/{count}"'
                cell.alignment = Alignment(horizontal="center", vertical="top")
            elif self._prose:
                lines = max(lines, self._summary(cell, theme_id, row, column.place))
            else:
                self._figure(cell, theme_id, row, column.place)
        if self._prose and lines > 1:
            self._sheet.row_dimensions[number].height = min(lines * LINE, 400)

    def _figure(self, cell: Any, theme_id: int, row: Row, place: int) -> None:
        from openpyxl.styles import Alignment, PatternFill

        table, count = self._content.table, row.counts[place]
        if not count:
            self._unasked(cell, theme_id, place)
            return
        put(cell, count).fill = PatternFill("solid", fgColor=self._content.fill(row, count, place))
        cell.alignment = Alignment(horizontal="center", vertical="top")
        cell.font = lettering(bold=row.code is None)
        figure = "0.0%" if table.measure == "share" else f'0"/{table.sizes[place]}"' if table.gathered else "0"
        cell.number_format = f'"{FIRST} "{figure}' if table.is_first(row, place) else figure

    def _summary(self, cell: Any, theme_id: int, row: Row, place: int) -> int:
        """Returns how many lines it takes, about."""
        from openpyxl.styles import Alignment, PatternFill

        text, count = self._content.summary(row, place), row.counts[place]
        if text:
            put(cell, text).fill = PatternFill("solid", fgColor=tint(row.colour, WRITTEN))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            return lines(text, _PROSE)
        if count:
            cell = put(cell, count)
            cell.number_format = '"("0.0%")"' if self._content.table.measure == "share" else '"("0")"'
            cell.font, cell.alignment = lettering(colour="7F8890"), Alignment(horizontal="center", vertical="top")
        else:
            self._unasked(cell, theme_id, place)
        return 1

    def _unasked(self, cell: Any, theme_id: int, place: int) -> None:
        from openpyxl.styles import Alignment, PatternFill

        if self._content.unasked(theme_id, place):
            put(cell, UNASKED).fill = PatternFill("lightUp", fgColor="D5D9DC")
            cell.font, cell.alignment = lettering(colour="7F8890"), Alignment(horizontal="center", vertical="top")


def _listed(sheet: Any, content: Content) -> None:
    """The summaries in sight, a line each."""
    from openpyxl.styles import Alignment

    titles = (_("Theme"), _("Code"), _("Interview"), _("Summary"))
    for place, title in enumerate(titles, start=1):
        put(sheet.cell(1, place), title).font = lettering(bold=True)
    for number, (row, column, text) in enumerate(content.written(), start=2):
        for place, value in enumerate((row.theme, row.code or "", content.table.columns[column], text), start=1):
            put(sheet.cell(number, place), value).alignment = Alignment(wrap_text=place == len(titles), vertical="top")
        sheet.row_dimensions[number].height = min(lines(text, 84) * LINE, 400)
    for letter, width in zip("ABCD", (*_NAMES, 24, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    _landscape(sheet, 1)


def _landscape(sheet: Any, titles: int) -> None:
    """Printed as wide as a landscape page, the first rows on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{titles}"
