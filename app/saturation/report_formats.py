# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods report as ways out of the saturation page: in the project's language first, then in the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app import messages
from app.saturation.reading import Reading
from app.widgets.exporting import Format, file_name
from coding import exports_elsewhere, exports_log
from coding.language import _, speaking
from coding.reports import saturation_matrix


def report_formats(reading: Reading, stem: str, language: str) -> list[Format]:
    """The report on what is shown, trial or not, in each language."""
    titles = {"fr": _("Methods report in French (.docx)…"), "en": _("Methods report in English (.docx)…")}
    asked, group_id = reading.asked, reading.group.id if reading.group is not None else None
    whose = (group_id,) if group_id is not None else ()

    def tables(report: Path, code: str) -> Sequence[Path]:
        with speaking(code):
            return saturation_matrix.names(report, by_unit=reading.measured.by_unit is not None)

    return [
        Format(titles[code], _(messages.WORD), f"{stem if code == language else file_name(stem, code)}.docx",
               exports_elsewhere.saturation,
               (group_id, asked.parameters, code, asked.order, asked.seed, asked.out), what="saturation",
               beside=partial(tables, code=code), whose=lambda session: exports_log.within(session, group_ids=whose))
        for code in sorted(titles, key=lambda code: code != language)
    ]
