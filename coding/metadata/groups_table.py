# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of sampling frames, one group a row, in and out by csv or xlsx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from coding import groups
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.errors import KnownError

COLUMNS = ("group", "unit", "frame_known", "invited", "reached", "refused", "silent", "justification")
ALIASES = {
    "groupe": "group", "unite": "unit", "cadre_connu": "frame_known", "sollicites": "invited", "invites": "invited",
    "rencontres": "reached", "refus": "refused", "sans_reponse": "silent", "silencieux": "silent",
}
_COUNTS = ("invited", "reached", "refused", "silent")


def import_groups(writer: Writer, path: Path) -> Report:
    """Take a table of sampling frames in one act; groups that do not exist are made. An empty cell changes nothing.
    Raises KnownError when the file is no such table; rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("group")

    def act(session: Session) -> Report:
        return take(sheet.rows, lambda row: _take(session, row))

    report: Report = writer.do(Label(N_("import the groups of “{file}”"), {"file": path.name}), act).result
    return report


def export_groups(session: Session, path: Path) -> None:
    """Write every group with its frame; the frame's cells stay empty where none is recorded."""
    sheets.write(path, COLUMNS, (
        [row.name, *(getattr(row.frame, field, None) for field in groups.FRAME_FIELDS)]
        for row in groups.listed(session)
    ))


def _take(session: Session, row: Row) -> Outcome:
    name = clean_name(row.get("group"))
    if not name:
        raise KnownError(N_("A group needs a name."))
    fields: dict[str, Any] = {key: row.get(key) for key in ("unit", "justification") if row.get(key)}
    if row.get("frame_known"):
        fields["frame_known"] = values.chosen(values.FRAME_WORDS, row.get("frame_known"), "frame_known")
    fields |= {key: values.count(row.get(key), key) for key in _COUNTS if row.get(key)}
    before = next((group for group in groups.listed(session) if group.name == name), None)
    known = before.frame if before else None
    _check(fields, known)
    group_id = groups.obtain(session, name)
    if fields:
        groups.set_frame(session, group_id, **fields)
    if before is None:
        return "added"
    same = all(getattr(known, key, None) == value for key, value in fields.items())
    return "unchanged" if same else "updated"


def _check(fields: dict[str, Any], known: groups.FrameRow | None) -> None:
    """Raise KnownError when the counts cannot hold together, before the group is made."""
    now = {key: fields.get(key, getattr(known, key, None)) for key in _COUNTS}
    missing = (now["refused"] or 0) + (now["silent"] or 0)
    if now["invited"] is not None and missing > now["invited"]:
        raise KnownError(
            N_("{missing} refusals and silences cannot come from {invited} invitations. Correct one of them."),
            missing=missing, invited=now["invited"],
        )
