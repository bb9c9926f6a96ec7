# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the Search page."""

from __future__ import annotations

from app import messages
from app.widgets.exporting import Format, file_name
from coding.language import _
from coding.searching import leaving
from coding.searching.lines import Order
from coding.searching.query import Sought
from coding.textometry.counting import Asked


def concordance(sought: Sought, order: Order, project: str) -> list[Format]:
    """All the places found, a spreadsheet first."""
    stem = file_name(project, _("concordance"), sought.line.strip()[:40])
    return [
        Format(title, files, f"{stem}.{ending}", leaving.concordance, (sought, order), what="concordance")
        for title, files, ending in (
            (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Table (.csv)…"), _(messages.TABLES), "csv"),
            (_("Word document (.docx)…"), _(messages.WORD), "docx"),
        )
    ]


def vocabulary(asked: Asked, small: bool, project: str) -> list[Format]:
    """Every word with its counts; ``small`` says whether small words are in."""
    stem = file_name(project, _("vocabulary"))
    return [
        Format(title, files, f"{stem}.{ending}", leaving.vocabulary, (asked, small), long=True,
               what="vocabulary")
        for title, files, ending in (
            (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Table (.csv)…"), _(messages.TABLES), "csv"),
        )
    ]
