# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as a table (xlsx, csv), a row for each code of a quote, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coding.codebook import PATH_SEPARATOR
from coding.language import _
from coding.quotes import Order, Quote
from coding.reports.cover import Cover
from coding.reports.filing import Heading, filed
from coding.reports.leaving import replacing, save_whole
from coding.reports.markdown import escaped
from coding.reports.sheet import Value, about, header, put, write_csv

# The names that ``filrouge code`` reads back; ``quote`` is the text as it stands in the transcript.
COLUMNS = (
    "interview", "turn", "start", "end", "speaker", "participants", "roles", "theme", "code", "quote", "citation",
    "memo", "strong",
)
_WIDTHS = (18, 6, 8, 8, 12, 18, 32, 24, 26, 80, 80, 30, 6)


def write_csv_table(path: Path, found: Sequence[Quote], cover: Cover) -> None:
    """Write the quotes to a .csv whose columns are COLUMNS. Raises KnownError when it cannot."""
    write_csv(path, [COLUMNS, *_rows(found, cover.language)])


def write_xlsx(path: Path, found: Sequence[Quote], cover: Cover) -> None:
    """Write the quotes to an .xlsx with a filter on each column. Raises KnownError when it cannot."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Quotes")
    header(sheet, _titles(), frozen="B2")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(_rows(found, cover.language), start=2):
        for place, value in enumerate(row, start=1):
            if value not in ("", None):
                put(sheet.cell(number, place), value).alignment = wrapped
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    about(book, cover)
    save_whole(path, book.save)


def write_markdown(path: Path, found: Sequence[Quote], cover: Cover, *, order: Order = "theme") -> None:
    """Write the quotes to a .md, filed as in Word. Raises KnownError when it cannot."""
    lines = [f"# {escaped(cover.title)}", *(escaped(line) for line in cover.lines)]
    for item in filed(found, order):
        if isinstance(item, Heading):
            lines.append(f"{'#' * (item.level + 1)} {escaped(item.text)}")
        else:
            lines.append(f"> {escaped(item.line(cover.language))}")
    with replacing(path) as partial:
        partial.write_text("\n\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _rows(found: Sequence[Quote], language: str) -> Iterator[tuple[Value, ...]]:
    for quote in found:
        names, roles = (" + ".join(part) for part in zip(*quote.attribution, strict=True))
        for code in quote.sought:
            yield (
                quote.interview, quote.turn, quote.start, quote.end, quote.label, names, roles, code.path[0],
                PATH_SEPARATOR.join(code.path[1:]), quote.source, quote.line(language), quote.memo, int(quote.strong),
            )


def _titles() -> list[str]:
    return [
        _("Interview"), _("Turn"), _("Start"), _("End"), _("Speaker"), _("Participants"), _("Roles"), _("Theme"),
        _("Code"), _("Text"), _("Citation"), _("Memo"), _("Strong"),
    ]
