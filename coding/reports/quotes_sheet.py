# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as a table (xlsx, csv), a row for each code that a quote stands for, in the order of the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coding.citations import SEPARATOR
from coding.codebook import PATH_SEPARATOR
from coding.interview_words import clock
from coding.language import _
from coding.reports.filing import Filed, Heading
from coding.reports.leaving import save_whole
from coding.reports.quote_content import Content
from coding.reports.sheet import Value, about, fit, header, put, write_csv

# The names that ``filrouge code`` reads back; ``quote`` is the text as it stands in the transcript.
COLUMNS = (
    "interview", "turn", "start", "end", "speaker", "participants", "roles", "theme", "code", "quote", "citation",
    "memo", "strong", "time", "cited in",
)
QUERY = "query"  # a last column, where quotes are grouped by query
_CELL = 32_000  # characters: Excel takes 32,767, some of them as two
_WIDTHS = (18, 6, 8, 8, 12, 18, 32, 24, 26, 80, 80, 30, 6, 9, 20, 24)


def write_csv_table(path: Path, content: Content) -> None:
    """Write the quotes to a .csv whose columns are COLUMNS. Raises KnownError when it cannot."""
    columns = (*COLUMNS, QUERY) if content.layout.grouping == "query" else COLUMNS
    write_csv(path, [columns, *_rows(content)])


def write_xlsx(path: Path, content: Content) -> None:
    """Write the quotes to an .xlsx with a filter on each column. Raises KnownError when it cannot."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Quotes")
    titles = _titles() if content.layout.grouping == "query" else _titles()[:-1]
    header(sheet, titles, frozen="B2")
    wrapped = Alignment(wrap_text=True, vertical="top")
    whole = (part for row in _rows(content) for part in _within_cells(row))
    for number, cells in enumerate(whole, start=2):
        for place, value in enumerate(cells, start=1):
            if value not in ("", None):
                put(sheet.cell(number, place), value).alignment = wrapped
        fit(sheet, number, cells, _WIDTHS)
    for place, width in enumerate(_WIDTHS[: len(titles)], start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    if content.meanings:
        _meanings(book.create_sheet(_("Codes")), content, wrapped)
    about(book, content.cover)
    save_whole(path, book.save)


def _rows(content: Content) -> Iterator[tuple[Value, ...]]:
    query = ""
    for item in content.items:
        if isinstance(item, Heading):
            query = item.text if item.level == 1 else query
            continue
        yield from (row if content.layout.grouping != "query" else (*row, query) for row in _of(content, item))


def _of(content: Content, item: Filed) -> Iterator[tuple[Value, ...]]:
    quote = item.quote
    names, roles = (" + ".join(part) for part in zip(*quote.attribution, strict=True))
    time = "" if quote.time_ms is None else clock(quote.time_ms)
    for code in item.codes:
        yield (
            quote.interview, quote.turn, quote.start, quote.end, quote.label, names, roles, code.path[0],
            PATH_SEPARATOR.join(code.path[1:]), quote.source, content.line(quote), quote.memo, int(quote.strong), time,
            f"{SEPARATOR} ".join(quote.cited.cited_in),
        )


def _within_cells(row: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The row, and rows below it where a text goes on that is longer than a cell can hold."""
    texts = [value if isinstance(value, str) else "" for value in row]
    yield [value[:_CELL] if isinstance(value, str) else value for value in row]
    for start in range(_CELL, max(map(len, texts)), _CELL):
        yield [text[start : start + _CELL] for text in texts]


def _meanings(sheet: Any, content: Content, wrapped: Any) -> None:
    """What each code means, in a sheet of its own."""
    header(sheet, [_("Code"), _("Definition"), _("Include"), _("Exclude")], frozen="B2")
    widths = (40, 60, 40, 40)
    for number, one in enumerate(content.meanings.values(), start=2):
        cells = one.path, one.definition, one.include, one.exclude
        for place, value in enumerate(cells, start=1):
            put(sheet.cell(number, place), value).alignment = wrapped
        fit(sheet, number, cells, widths)
    for letter, width in zip("ABCD", widths, strict=True):
        sheet.column_dimensions[letter].width = width


def _titles() -> list[str]:
    return [
        _("Interview"), _("Turn"), _("Start"), _("End"), _("Speaker"), _("Participants"), _("Roles"), _("Theme"),
        _("Code"), _("Text"), _("Citation"), _("Memo"), _("Strong"), _("Time"), _("Cited in"), _("Query"),
    ]
