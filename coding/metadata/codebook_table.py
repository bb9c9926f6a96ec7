# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as a table, in and out by csv or xlsx, one theme or code a row.

Columns: theme and code (empty for the theme itself), or path; then definition, include, exclude, example, colour,
origin. Importing adds what is new and updates what a row gives; it deletes nothing and moves nothing.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, examples
from coding.changes import Label, Writer
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Codes, path_of
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.code import Code
from models.errors import KnownError

TEXTS = ("definition", "include", "exclude", "example")
ALIASES = {
    "chemin": "path", "inclure": "include", "inclusion": "include", "exclure": "exclude", "exclusion": "exclude",
    "exemple": "example", "couleur": "colour", "color": "colour", "origine": "origin",
}


def import_codebook(writer: Writer, path: Path) -> Report:
    """Take a codebook in one act. Raises KnownError when the file is no such table; rows that fail are in the
    report. A code whose row gives no origin is of unknown origin."""
    sheet = sheets.read(path, aliases=ALIASES)
    if "path" not in sheet.columns:
        sheet.require("theme")

    def act(session: Session) -> Report:
        codes = Codes(session)
        return take(sheet.rows, lambda row: _take(session, codes, row))

    report: Report = writer.do(Label(N_("import the codebook “{file}”"), {"file": path.name}), act).result
    return report


def export_codebook(session: Session, path: Path) -> None:
    """Write every theme and code in display order; by path when the tree is deeper than two."""
    book = codebook.read(session)
    rows = {code.id: code for code in session.scalars(select(Code))}
    deep = any(node.depth > 1 for node in book)
    headings = ("path",) if deep else ("theme", "code")
    lines: list[list[object]] = []
    for node in book:
        names = book.path(node.id)
        row = rows[node.id]
        lines.append([
            *([book.path_text(node.id)] if deep else [names[0], names[1] if len(names) > 1 else None]),
            row.definition, row.include, row.exclude, examples.written(row.example), row.colour,
            values.written(values.ORIGIN_WORDS, row.origin),
        ])
    sheets.write(path, (*headings, *TEXTS, "colour", "origin"), lines)


def _take(session: Session, codes: Codes, row: Row) -> Outcome:
    path = path_of(row)
    fields = fields_of(row)
    outcome: Outcome = "unchanged"
    parent: int | None = None
    for depth in range(1, len(path) + 1):
        found = codes.find(path[:depth])
        last = depth == len(path)
        if found is None:
            own = {"origin": "unknown", **fields} if last else {"origin": "unknown"}
            found = codebook.add(session, name=path[depth - 1], parent_id=parent, **own)
            codes.note(path[:depth], found)
            outcome = "added"
        elif last:
            outcome = _update(session, found, fields)
        parent = found
    return outcome


def _update(session: Session, code_id: int, fields: dict[str, Any]) -> Outcome:
    row = codebook.get(session, code_id)
    if "example" in fields:  # a table holds the written example, not the passages
        fields = {**fields, "example": examples.composed(fields["example"], examples.guids(row.example))}
    changed = {key: value for key, value in fields.items() if getattr(row, key) != value}
    if changed:
        codebook.edit(session, code_id, **changed)
    return "updated" if changed else "unchanged"


def fields_of(row: Row) -> dict[str, Any]:
    """What a row gives of its code; empty cells give nothing."""
    fields: dict[str, Any] = {key: row.get(key) for key in TEXTS if row.get(key)}
    if row.get("colour"):
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", row.get("colour")):
            raise KnownError(N_("“{cell}” is not a colour. Write it as #C2513A."), cell=row.get("colour"))
        fields["colour"] = row.get("colour").upper()
    if row.get("origin"):
        fields["origin"] = values.chosen(values.ORIGIN_WORDS, row.get("origin"), "origin")
    return fields
