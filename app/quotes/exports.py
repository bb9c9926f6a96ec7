# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the quotes page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from app import messages
from app.widgets.exporting import Format, file_name
from coding import quotes
from coding.language import _
from coding.quotes import Order, Query

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def formats(query: Query, order: Order, project: str) -> list[Format]:
    """Word first, as that is where quotes go."""
    stem = file_name(project, _("quotes"))

    def way(title: str, files: str, ending: str) -> Format:
        return Format(title, files, f"{stem}.{ending}", lambda session: _gather(session, query, order, ending))

    return [
        way(_("Word document (.docx)…"), _(messages.WORD), "docx"),
        way(_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
        way(_("Table (.csv)…"), _(messages.TABLES), "csv"),
        way(_("Markdown (.md)…"), _("Markdown (*.md)"), "md"),
    ]


def _gather(session: Session, query: Query, order: Order, ending: str) -> tuple[Callable[..., None], tuple[Any, ...]]:
    from coding.reports import cover, quotes_docx, quotes_sheet

    found = quotes.find(session, query, order=order)
    page = cover.cover(session, _("Quotes"), *cover.asked(session, query), cover.tally(found))
    writers: dict[str, Callable[..., None]] = {
        "docx": partial(quotes_docx.write, order=order), "md": partial(quotes_sheet.write_markdown, order=order),
        "xlsx": quotes_sheet.write_xlsx, "csv": quotes_sheet.write_csv_table,
    }
    return writers[ending], (found, page)
