# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the transversal table: as it is on screen, whole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from app import messages
from app.transversal import figure
from app.transversal.model import GridModel, measure_of
from app.transversal.reading import Reading
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.arrangement import Arrangement
from coding.language import _
from coding.transversal import Wanted

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def formats(project: str, grid: GridModel, found: Reading | None, arrangement: Arrangement) -> list[Format]:
    """The spreadsheet first."""
    if found is None:
        return []
    asked, key = found.asked, found.group_id
    stem = file_name(project, _("transversal"), found.grid.table.group or "", asked.by or "")
    wanted = Wanted(key, asked.by, asked.beside, measure_of(asked.shown))
    prose = asked.shown == "summaries" and not found.grid.table.gathered

    def whose(session: Session) -> Iterable[int]:
        return exports_log.within(session, group_ids=() if key is None else (key,))

    ways = [
        (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), f"{stem}.xlsx", prose),
        (_("Table (.csv)…"), _(messages.TABLES), f"{stem}.csv", False),
        (_("Word document (.docx)…"), _(messages.WORD), f"{stem}.docx", prose),
    ]
    if grid.summaries and not found.grid.table.gathered:
        name = f"{file_name(stem, _('summaries'))}.csv"
        ways.insert(2, (_("Summaries, a line each (.csv)…"), _(messages.TABLES), name, True))
    made = [Format(title, files, name, exports_elsewhere.transversal, (wanted, arrangement, written),
                   what="transversal", whose=whose) for title, files, name, written in ways]
    pictures = ((_("Picture (.png)…"), _("Pictures (*.png)"), "png"),
                (_("Drawing (.svg)…"), _("Drawings (*.svg)"), "svg"))
    return made + [
        Format(title, files, f"{stem}.{ending}", write=partial(figure.write, grid), what="transversal", whose=whose)
        for title, files, ending in pictures]
