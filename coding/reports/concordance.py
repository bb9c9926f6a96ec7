# SPDX-License-Identifier: GPL-3.0-or-later
"""A concordance as a table (xlsx, csv) or in Word, its lines centred on the word found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import Value, about, header, lettering, put, write_csv
from coding.search import Hit

COLUMNS = ("interview", "turn", "speaker", "start", "end", "before", "found", "after")
_WIDTHS = (18, 6, 16, 8, 8, 60, 16, 60)


def write_csv_table(path: Path, hits: Sequence[Hit], cover: Cover) -> None:
    """A .csv whose columns are COLUMNS. Raises KnownError, as do all of these, when it cannot be written."""
    write_csv(path, [COLUMNS, *_rows(hits)])


def write_xlsx(path: Path, hits: Sequence[Hit], cover: Cover) -> None:
    """An .xlsx with the word found in the middle and a filter on each column."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Concordance")
    header(sheet, [_("Interview"), _("Turn"), _("Speaker"), _("Start"), _("End"), _("Before"), _("Found"), _("After")],
           frozen="B2")
    for number, row in enumerate(_rows(hits), start=2):
        for place, value in enumerate(row, start=1):
            put(sheet.cell(number, place), value)
        sheet.cell(number, 6).alignment = Alignment(horizontal="right")
        sheet.cell(number, 7).alignment = Alignment(horizontal="center")
        sheet.cell(number, 7).font = lettering(bold=True)
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    about(book, cover)
    save_whole(path, book.save)


def write_docx(path: Path, hits: Sequence[Hit], cover: Cover) -> None:
    """A .docx on landscape pages."""
    from coding.reports.word import Page
    from coding.reports.word_table import Cell

    page = Page(cover, landscape=True)
    titles = (_("Interview"), _("Turn"), _("Before"), _("Found"), _("After"))
    aligned = ("left", "right", "right", "center", "left")
    rows = [[Cell(title, bold=True, align=side) for title, side in zip(titles, aligned, strict=True)]]  # type: ignore[arg-type]
    rows += [[Cell(hit.interview), Cell(str(hit.turn), align="right"), Cell(hit.before.strip(), align="right"),
              Cell(hit.found.replace("\n", " "), bold=True, align="center"), Cell(hit.after.strip())] for hit in hits]
    page.table(rows, [3.6, 1.2, 9.6, 2.7, 9.6])
    page.save(path)


def _rows(hits: Sequence[Hit]) -> Iterator[tuple[Value, ...]]:
    for hit in hits:
        yield (hit.interview, hit.turn, hit.speaker, hit.start, hit.end, hit.before, hit.found.replace("\n", " "),
               hit.after)
