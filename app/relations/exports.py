# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of each view of relations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app import messages
from app.relations.asked import Asked
from app.widgets.exporting import Format, file_name
from coding import exports_log
from coding.language import _
from coding.relations import exports
from coding.relations.cooccurrence import Level, Near


def together(project: str, asked: Asked, near: Near, level: Level) -> list[Format]:
    """The spreadsheet first; the matrix as a figure last."""
    arguments = (asked.group_id, asked.theme_id, near, level)
    stem = file_name(project, _("co-occurrence"), asked.group)
    figures = [
        Format(title, files, f"{stem}.{ending}", exports.together, arguments, what="relations",
               whose=_whose(asked.group_id))
        for title, files, ending in (
            (_("Matrix as a picture (.png)…"), _("Pictures (*.png)"), "png"),
            (_("Matrix as a drawing (.svg)…"), _("Drawings (*.svg)"), "svg"))
    ]
    return [*_tables(stem, exports.together, arguments, "relations", asked.group_id), *figures]


def compared(project: str, asked: Asked, by: str | None) -> list[Format]:
    """The spreadsheet first; the bars as a figure last."""
    group_id = asked.group_id if by is not None else None
    stem = file_name(project, _("codes by {name}").format(name=by or _("groups")), asked.group if by else "")
    arguments = (group_id, asked.theme_id, by)
    figures = [
        Format(title, files, f"{stem}.{ending}", exports.compared, arguments, what="relations", whose=_whose(group_id))
        for title, files, ending in (
            (_("Picture (.png)…"), _("Pictures (*.png)"), "png"), (_("Drawing (.svg)…"), _("Drawings (*.svg)"), "svg"))
    ]
    return [*_tables(stem, exports.compared, arguments, "relations", group_id), *figures]


def sides(project: str, asked: Asked) -> list[Format]:
    """The spreadsheet first; the document quotes those who hold both codes."""
    stem = file_name(project, _("contradictory codes"), asked.group)
    return _tables(stem, exports.contradictory, (asked.group_id, asked.theme_id), "contradictions", asked.group_id)


def _tables(stem: str, work: Callable[..., None], arguments: tuple[Any, ...], what: str,
            group_id: int | None) -> list[Format]:
    return [
        Format(title, files, f"{stem}.{ending}", work, arguments, what=what, whose=_whose(group_id))
        for title, files, ending in (
            (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Table (.csv)…"), _(messages.TABLES), "csv"),
            (_("Word document (.docx)…"), _(messages.WORD), "docx"))
    ]


def _whose(group_id: int | None) -> Callable[[Any], tuple[int, ...]]:
    return lambda session: exports_log.within(session, group_ids=() if group_id is None else (group_id,))
