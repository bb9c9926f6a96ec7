# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the quotes page."""

from __future__ import annotations

from app import messages
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.language import _
from coding.quotes import Query, interviews_of
from coding.reports.quote_layout import Layout


def formats(query: Query, layout: Layout, project: str) -> list[Format]:
    """Word first, as that is where quotes go."""
    stem = file_name(project, _("quotes"))
    return [
        Format(title, files, f"{stem}.{ending}", exports_elsewhere.quotes, (query, layout), what="quotes",
               whose=lambda session: interviews_of(session, query) or (exports_log.GONE,))
        for title, files, ending in (
            (_("Word document (.docx)…"), _(messages.WORD), "docx"),
            (_("OpenDocument text (.odt)…"), _("OpenDocument texts (*.odt)"), "odt"),
            (_("Web page (.html)…"), _("Web pages (*.html)"), "html"),
            (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Table (.csv)…"), _(messages.TABLES), "csv"),
            (_("Markdown (.md)…"), _("Markdown (*.md)"), "md"),
        )
    ]
