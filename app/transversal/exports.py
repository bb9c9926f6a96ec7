# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the transversal table."""

from __future__ import annotations

from app import messages
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.language import _
from coding.transversal import Measure


def formats(project: str, group: str, group_id: int | None, by: str | None, measure: Measure) -> list[Format]:
    """The spreadsheet first."""
    stem = file_name(project, _("transversal"), group, by or "")
    return [
        Format(title, files, f"{stem}.{ending}", exports_elsewhere.transversal, (group_id, by, measure),
               what="transversal", whose=lambda session: exports_log.within(
                   session, group_ids=() if group_id is None else (group_id,)))
        for title, files, ending in (
            (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Table (.csv)…"), _(messages.TABLES), "csv"),
            (_("Word document (.docx)…"), _(messages.WORD), "docx"),
        )
    ]


def measure_label(measure: Measure) -> str:
    """What cells count."""
    return {"passages": _("passages"), "words": _("words"), "share": _("share of words"),
            "presence": _("presence")}[measure]
