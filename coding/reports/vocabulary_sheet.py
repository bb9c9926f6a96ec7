# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary as a table (xlsx, csv): each word, how often and in how many interviews, then in each part its
count, in how many of its interviews, and its specificity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import Value, about, header, put, write_csv
from coding.textometry.counting import Vocabulary
from coding.textometry.specificity import exponent


def write_csv_table(path: Path, found: Vocabulary, words: Sequence[int], cover: Cover) -> None:
    """A .csv; ``words`` are places in ``found.words``. Raises KnownError when it cannot be written."""
    titles = ["word", "count", "interviews"]
    for part in found.parts:
        titles += [f"{part.name} ({what})" for what in ("count", "interviews", "specificity")]
    write_csv(path, [titles, *_rows(found, words)])


def write_xlsx(path: Path, found: Vocabulary, words: Sequence[int], cover: Cover) -> None:
    """An .xlsx with a filter on each column. Raises KnownError when it cannot be written."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Vocabulary")
    titles = [_("Word"), _("Count"), _("Interviews")]
    for part in found.parts:
        titles += [part.name, _("{part}: interviews").format(part=part.name),
                   _("{part}: specificity").format(part=part.name)]
    header(sheet, titles, frozen="B2")
    for number, row in enumerate(_rows(found, words), start=2):
        for place, value in enumerate(row, start=1):
            put(sheet.cell(number, place), value)
    sheet.column_dimensions["A"].width = 24
    for place in range(2, len(titles) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 14
    sheet.auto_filter.ref = sheet.dimensions
    about(book, cover)
    save_whole(path, book.save)


def _rows(found: Vocabulary, words: Sequence[int]) -> Iterator[tuple[Value, ...]]:
    for at in words:
        row: list[Value] = [found.words[at], found.counts[at], found.spread[at]]
        for part in found.parts:
            row += [part.counts[at], part.spread[at],
                    round(exponent(part.counts[at], part.words, found.counts[at], found.corpus), 2)]
        yield tuple(row)
