# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the transversal table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app import messages
from app.widgets.exporting import Format, file_name
from coding import transversal
from coding.language import _, ngettext
from coding.transversal import Measure, Table

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def formats(project: str, group: str, group_id: int | None, by: str | None, measure: Measure) -> list[Format]:
    """The spreadsheet first."""
    stem = file_name(project, _("transversal"), group, by or "")

    def way(title: str, files: str, ending: str) -> Format:
        return Format(title, files, f"{stem}.{ending}",
                      lambda session: _gather(session, group_id, by, measure, ending))

    return [
        way(_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
        way(_("Table (.csv)…"), _(messages.TABLES), "csv"),
        way(_("Word document (.docx)…"), _(messages.WORD), "docx"),
    ]


def measure_label(measure: Measure) -> str:
    """What cells count."""
    return {"passages": _("passages"), "words": _("words"), "share": _("share of words"),
            "presence": _("presence")}[measure]


def _gather(session: Session, group_id: int | None, by: str | None, measure: Measure,
            ending: str) -> tuple[Callable[..., None], tuple[Any, ...]]:
    from coding.reports import cover, transversal_docx, transversal_sheet

    table = transversal.table(session, group_id, by=by, measure=measure)
    if ending == "csv":
        return transversal_sheet.write_csv_table, (table,)
    page = cover.cover(session, _("Transversal analysis"), *_lines(table))
    return (transversal_sheet.write_xlsx if ending == "xlsx" else transversal_docx.write), (table, page)


def _lines(table: Table) -> list[str]:
    counted = ngettext("{n} interview", "{n} interviews", table.interviews).format(n=table.interviews)
    lines = [f"{table.group or _('All interviews')} · {counted}"]
    if table.by is not None:
        return [*lines, _("Columns: values of “{name}”; cells count interviews").format(name=table.by)]
    return [*lines, _("Cells: {choice}").format(choice=measure_label(table.measure))]
