# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of contradictory codes as a table, in and out by csv or xlsx: one, other (paths «Theme > Code»), note."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, contradictions
from coding.changes import Label, Writer
from coding.language import N_
from coding.metadata import sheets
from coding.metadata.lookup import Codes
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.contradiction import Contradiction

COLUMNS = ("one", "other", "note")
ALIASES = {"un": "one", "autre": "other"}


def import_contradictions(writer: Writer, path: Path) -> Report:
    """Take pairs in one act; a note already written is replaced. Raises KnownError when the file is no such table; rows
    that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("one", "other")

    def act(session: Session) -> Report:
        codes = Codes(session)

        def handle(row: Row) -> Outcome:
            one, other = codes.linked(row.get("one")), codes.linked(row.get("other"))
            noted = {(pair.one_id, pair.other_id): pair.note for pair in session.scalars(select(Contradiction))}
            before = noted.get((min(one, other), max(one, other)))
            if before is not None and before == row.get("note"):
                return "unchanged"
            contradictions.write_note(session, contradictions.mark(session, one, other), row.get("note"))
            return "added" if before is None else "updated"

        return take(sheet.rows, handle)

    report: Report = writer.do(Label(N_("import the contradictions of “{file}”"), {"file": path.name}), act).result
    return report


def export_contradictions(session: Session, path: Path) -> None:
    """Write every pair, in codebook order."""
    book = codebook.read(session)
    rank = {node.id: place for place, node in enumerate(book)}
    pairs = []
    for row in session.scalars(select(Contradiction)):
        one, other = sorted((row.one_id, row.other_id), key=rank.__getitem__)
        pairs.append((rank[one], rank[other], book.path_text(one), book.path_text(other), row.note))
    sheets.write(path, COLUMNS, (pair[2:] for pair in sorted(pairs)))
