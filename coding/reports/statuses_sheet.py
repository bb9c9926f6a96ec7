# SPDX-License-Identifier: GPL-3.0-or-later
"""The verdicts of every theme in every group as a table: csv with a line a verdict, or xlsx with a column a group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding.groups_compared import Compared
from coding.language import _, clauses
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import about, header, put, write_csv
from coding.saturation import Block, Status, sentence, status_label
from coding.saturation.short_words import summary, why

PAPERS = {
    Status.NOT_DECLARABLE: "F1EFEA", Status.NOT_TESTABLE: "F1EFEA", Status.NOT_SATURATED: "F7EEEA",
    Status.PARTIAL_REDUNDANCY: "F6F1E6", Status.SATURATED: "E3EEEC",
}
COLUMNS = ("group", "theme", "status", "codes", "informative", "interviews", "last_new", "run_without_new",
           "expected_new", "coverage", "guest", "reasons")


def write_csv_table(path: Path, found: Compared) -> None:
    """A line for each group and theme (empty for the whole group), figures that cannot be computed empty. Raises
    KnownError when it cannot be written."""
    rows = [
        (group.name, name if key is not None else "", *_figures(found.blocks[key, group.id]))
        for group in found.groups for key, name in found.themes
    ]
    write_csv(path, [COLUMNS, *rows])


def write_xlsx(path: Path, found: Compared, cover: Cover) -> None:
    """Themes down, groups across; each cell its status, why, and the figures. Raises KnownError when it cannot."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Groups compared")
    titles = [f"{group.name} ({group.interviews})" for group in found.groups]
    header(sheet, [_("Theme"), *titles], frozen="B2")
    for line, (key, name) in enumerate(found.themes, start=2):
        put(sheet.cell(line, 1), name)
        sheet.row_dimensions[line].height = 48
        for place, group in enumerate(found.groups, start=2):
            _fill(sheet.cell(line, place), found.blocks[key, group.id])
    sheet.column_dimensions["A"].width = 32
    for place in range(2, len(titles) + 2):
        sheet.column_dimensions[get_column_letter(place)].width = 44
    sheet.page_setup.orientation = "landscape"
    about(book, cover)
    save_whole(path, book.save)


def _fill(cell: Any, block: Block) -> None:
    from openpyxl.styles import Alignment, PatternFill

    words = (status_label(block.verdict.status), clauses(why(block.verdict)), summary(block))
    put(cell, "\n".join(words))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.fill = PatternFill("solid", fgColor=PAPERS[block.verdict.status])


def _figures(block: Block) -> tuple[str | int | float | None, ...]:
    return (block.verdict.status.value, block.codes, block.informative, block.interviews, block.last_new,
            block.run_without_new, block.expected_new, block.coverage, block.guest.label,
            " ".join(sentence(reason) for reason in block.verdict.grounds))
