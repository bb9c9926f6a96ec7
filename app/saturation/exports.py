# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways out of the saturation page, besides its report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import messages
from app.saturation import chart_file
from app.saturation.drawn import Drawn
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.language import _

if TYPE_CHECKING:
    from coding.saturation import Parameters


def figures(stem: str, shown: Drawn, charts: Sequence[Drawn]) -> list[Format]:
    """The chart that is shown, and those of every theme in a folder."""
    curve = file_name(stem, shown.name)
    return [
        Format(_("Figure as a picture (.png)…"), _("Pictures (*.png)"), f"{curve}.png",
               write=lambda path: chart_file.write(path, shown)),
        Format(_("Figure as a drawing (.svg)…"), _("Drawings (*.svg)"), f"{curve}.svg",
               write=lambda path: chart_file.write(path, shown)),
        Format(_("All the figures, in a folder…"), "", stem, folder=True,
               write=lambda path: chart_file.write_all(path, charts)),
    ]


def statuses(project: str, parameters: Parameters | None) -> list[Format]:
    """The verdicts of every theme in every group; they hold nobody's words."""
    stem = file_name(project, _("saturation by group"))
    return [
        Format(title, files, f"{stem}.{ending}", exports_elsewhere.statuses, (parameters,), what="statuses",
               whose=lambda _session: (exports_log.GONE,))
        for title, files, ending in (
            (_("Groups compared (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
            (_("Groups compared (.csv)…"), _(messages.TABLES), "csv"),
        )
    ]
