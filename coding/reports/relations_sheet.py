# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations as spreadsheets: csv, and xlsx with tints and titles that stay in sight."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from coding.codebook import Codebook
from coding.contradictions import Reading
from coding.language import _
from coding.order import InterviewRef
from coding.relations.by_attribute import Column, Comparison, Row
from coding.relations.cooccurrence import Meetings, Pair
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import Value, about, header, lettering, put, write_csv
from coding.reports.tint import fullness, tint

HEAT = "#2B5876"  # the one hue of the matrix: figures of two codes belong to neither's colour
_MARK = "≠"


def write_together_csv(path: Path, counted: Meetings, book: Codebook, marked: Collection[tuple[int, int]]) -> None:
    """A row a pair that meets: theme and code of both, interviews, of how many, meetings, interviews that hold each,
    and 1 where the pair is marked as contradictory."""
    held = dict(zip(counted.code_ids, counted.held, strict=True))
    rows = [(*_paths(book, pair.one_id), *_paths(book, pair.other_id), pair.interviews, counted.read, pair.meetings,
             held[pair.one_id], held[pair.other_id], int(_is(pair, marked))) for pair in counted.pairs()]
    write_csv(path, [("theme_1", "code_1", "theme_2", "code_2", "interviews", "of", "meetings", "held_1", "held_2",
                      "contradictory"), *rows])


def write_together(path: Path, counted: Meetings, book: Codebook, marked: Collection[tuple[int, int]],
                   cover: Cover) -> None:
    """The pairs, then their matrix of interviews. Raises KnownError when it cannot be written."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = _("Pairs")
    held = dict(zip(counted.code_ids, counted.held, strict=True))
    header(sheet, [_("Theme"), _("Code"), _("Theme"), _("meets"), _("Interviews"), _("Meetings"),
                   _("Interviews that hold the first"), _("Interviews that hold the second"), _("Contradictory")],
           frozen="E2")
    pairs = counted.pairs()
    most = max((pair.interviews for pair in pairs), default=0)
    for number, pair in enumerate(pairs, start=2):
        values: list[Value] = [*_paths(book, pair.one_id), *_paths(book, pair.other_id), pair.interviews,
                               pair.meetings, held[pair.one_id], held[pair.other_id],
                               _MARK if _is(pair, marked) else ""]
        for place, value in enumerate(values, start=1):
            put(sheet.cell(number, place), value)
        _heat(sheet.cell(number, 5), pair.interviews, most, counted.read)
    _lay_out(sheet, (26, 30, 26, 30, 12, 15, 16, 16, 16))
    if pairs:
        sheet.auto_filter.ref = f"A1:I{len(pairs) + 1}"
    _matrix(workbook.create_sheet(_("Matrix")), counted, book)
    about(workbook, cover)
    save_whole(path, workbook.save)


def _matrix(sheet: Any, counted: Meetings, book: Codebook) -> None:
    """Codes × codes below the diagonal, of those that meet another."""
    places = counted.met()
    names = [book.by_id[counted.code_ids[place]].name for place in places]
    header(sheet, [_("Interviews"), *names[:-1]], frozen="B2")
    most = int(counted.interviews.max(initial=0))
    for row, place in enumerate(places[1:], start=1):
        put(sheet.cell(row + 1, 1), names[row])
        for column, other in enumerate(places[:row]):
            count = int(counted.interviews[place, other])
            if count:
                _heat(put(sheet.cell(row + 1, column + 2), count), count, most)
    _lay_out(sheet, (32, *(9 for _name in names[:-1])))


def write_compared_csv(path: Path, found: Comparison, rows: Sequence[Row]) -> None:
    """Theme, code, and for each column n and N; then in how many columns the code is held (nowhere, one, some,
    everywhere)."""
    titles = [title for column in found.columns for title in (column.title, f"{column.title} (N)")]
    lines: list[tuple[Value, ...]] = [
        (row.theme, row.code or "",
         *(value for n, column in zip(row.counts, found.columns, strict=True)
           for value in (n, len(column.interview_ids))), row.spread) for row in rows]
    write_csv(path, [("theme", "code", *titles, "held"), *lines])


def write_compared(path: Path, found: Comparison, rows: Sequence[Row], cover: Cover) -> None:
    """n of N in each cell, a number shown as «n/N». Raises KnownError when it cannot be written."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = _("Side by side")
    titles = [column_title(column) for column in found.columns]
    header(sheet, [_("Theme"), _("Code"), *titles, _("Held by")], frozen="C2")
    for number, row in enumerate(rows, start=2):
        _compared_row(sheet, number, row, found.columns)
    _lay_out(sheet, (26, 32, *(14 for _column in found.columns), 20))
    about(workbook, cover)
    save_whole(path, workbook.save)


def _compared_row(sheet: Any, number: int, row: Row, columns: Sequence[Column]) -> None:
    from openpyxl.styles import Alignment, PatternFill

    bold = lettering(bold=row.code is None)
    put(sheet.cell(number, 1), row.theme).font = bold
    put(sheet.cell(number, 2), row.code or "").font = bold
    for place, (n, column) in enumerate(zip(row.counts, columns, strict=True), start=3):
        of = len(column.interview_ids)
        cell = put(sheet.cell(number, place), n)
        cell.number_format, cell.font = f'0"/{of}"', bold
        cell.alignment = Alignment(horizontal="center")
        if n and not column.few:
            cell.fill = PatternFill("solid", fgColor=tint(row.colour or "#888888", fullness(n, of)))
    put(sheet.cell(number, 3 + len(columns)), spread_words(row))


def write_contradictory_csv(path: Path, found: Sequence[Reading], book: Codebook) -> None:
    """A row a pair: both codes, four counts, the interviews of each, the note."""
    rows: list[tuple[Value, ...]] = [
        (*_paths(book, reading.one_id), *_paths(book, reading.other_id), *map(len, _sides(reading)),
         *map(_titles, _sides(reading)), reading.note) for reading in found]
    write_csv(path, [("theme_1", "code_1", "theme_2", "code_2", "only_1", "only_2", "both", "neither",
                      "only_1_interviews", "only_2_interviews", "both_interviews", "neither_interviews", "note"),
                     *rows])


def write_contradictory(path: Path, found: Sequence[Reading], book: Codebook, cover: Cover) -> None:
    """The pairs, their counts, and who. Raises KnownError when it cannot be written."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = _("Contradictory")
    header(sheet, [_("Code"), _("against"), _("First only"), _("Second only"), _("Both"), _("Neither"),
                   _("Interviews: first only"), _("Interviews: second only"), _("Interviews: both"),
                   _("Interviews: neither"), _("Note")], frozen="C2")
    for number, reading in enumerate(found, start=2):
        values: list[Value] = [book.path_text(reading.one_id), book.path_text(reading.other_id),
                               *map(len, _sides(reading)), *map(_titles, _sides(reading)), reading.note]
        for place, value in enumerate(values, start=1):
            cell = put(sheet.cell(number, place), value)
            cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="center" if 3 <= place <= 6 else None)
        if reading.both:
            _heat(sheet.cell(number, 5), 1, 2)
    _lay_out(sheet, (32, 32, 10, 10, 10, 10, 30, 30, 30, 30, 40))
    about(workbook, cover)
    save_whole(path, workbook.save)


def column_title(column: Column) -> str:
    """A value and how many interviews have it."""
    return _("{value} ({n})").format(value=column.title, n=len(column.interview_ids))


def spread_words(row: Row) -> str:
    """In how many of the columns a code is held."""
    return {"nowhere": _("nobody"), "one": _("one column only"), "some": _("some columns"),
            "everywhere": _("every column")}[row.spread]


def ink_on(strength: float) -> str:
    """«RRGGBB» of what is read best on a tint of HEAT: white from where it contrasts more than ink does."""
    return "FFFFFF" if strength > 0.75 else "1F2328"


def _titles(found: Sequence[InterviewRef]) -> str:
    """The titles of interviews."""
    return "; ".join(ref.title for ref in found)


def _sides(reading: Reading) -> tuple[tuple[InterviewRef, ...], ...]:
    return reading.only_one, reading.only_other, reading.both, reading.neither


def _paths(book: Codebook, code_id: int) -> tuple[str, str]:
    return book.theme_of(code_id).name, book.path_below_theme(code_id) or ""


def _is(pair: Pair, marked: Collection[tuple[int, int]]) -> bool:
    return (min(pair.one_id, pair.other_id), max(pair.one_id, pair.other_id)) in marked


def _heat(cell: Any, count: int, most: int, of: int | None = None) -> None:
    from openpyxl.styles import Alignment, PatternFill

    strength = fullness(count, most)
    cell.fill = PatternFill("solid", fgColor=tint(HEAT, strength))
    cell.font = lettering(colour=ink_on(strength))
    cell.alignment = Alignment(horizontal="center", vertical="top")
    if of is not None:
        cell.number_format = f'0"/{of}"'


def _lay_out(sheet: Any, widths: Sequence[float]) -> None:
    """Column widths in characters; printed on landscape pages, titles on each."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
