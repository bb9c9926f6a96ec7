# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each participant, interview and group is cited, as a spreadsheet or one csv."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding.citation_counts import By, Counts, Row
from coding.language import N_, _
from coding.reports import sheet
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole

KINDS: tuple[tuple[By, str, str], ...] = (
    ("participant", N_("Participants"), N_("Interviews")),
    ("interview", N_("Interviews"), N_("Groups")), ("group", N_("Groups"), ""))
_WIDTHS = (32, 40)


def write_csv(path: Path, counts: Counts) -> None:
    """Every row in one table: what it counts, its name, the figures."""
    lines: list[list[sheet.Value]] = [[_("Counted"), _("Name"), _("Belongs to"), *_figures(counts)]]
    for kind, title, _within in KINDS:
        lines += [[_(title), *_cells(row)] for row in counts.by(kind)]
    sheet.write_csv(path, lines)


def write_xlsx(path: Path, counts: Counts, front: Cover) -> None:
    """A sheet for participants, one for interviews, one for groups, each with its total; zeros stay empty."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for kind, title, within in KINDS:
        page = book.create_sheet(_(title))
        sheet.header(page, [_(title), _(within) if within else "", *map(str, _figures(counts))], frozen="B2")
        rows = counts.by(kind)
        for place, row in enumerate(rows, start=2):
            _put(page, place, row)
        _put(page, len(rows) + 2, counts.total, bold=True)
        for column, width in zip("AB", _WIDTHS, strict=True):
            page.column_dimensions[column].width = width if column == "A" or within else 4
    sheet.about(book, front)
    save_whole(path, book.save)


def _figures(counts: Counts) -> list[sheet.Value]:
    return [_("Coded passages"), _("Strong quotes"), _("Not to be cited"), _("Cited"), *counts.chapters]


def _cells(row: Row) -> list[sheet.Value]:
    return [row.name, "; ".join(row.within), row.passages, row.strong, row.withheld, row.cited, *row.chapters]


def _put(page: Any, place: int, row: Row, *, bold: bool = False) -> None:
    for column, value in enumerate(_cells(row), start=1):
        cell = sheet.put(page.cell(place, column), (value or None) if column > 2 else value)
        cell.font = sheet.lettering(bold=bold)
    if bold:
        sheet.put(page.cell(place, 1), _("All passages, each once"))
