# SPDX-License-Identifier: GPL-3.0-or-later
"""Portraits of interviews as a table, in and out by csv or xlsx: interview, text."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets
from coding.metadata.lookup import Interviews
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.errors import KnownError
from models.interview import Interview

COLUMNS = ("interview", "text")
ALIASES = {"entretien": "interview", "texte": "text", "portrait": "text"}


def import_portraits(writer: Writer, path: Path) -> Report:
    """Take portraits in one act; one already written is replaced. Raises KnownError when the file is no such table;
    rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("interview", "text")

    def act(session: Session) -> Report:
        interviews = Interviews(session)

        def handle(row: Row) -> Outcome:
            interview = session.get_one(Interview, interviews.titled(clean_name(row.get("interview"))))
            text, before = row.get("text"), interview.portrait
            if not text:
                raise KnownError(N_("The portrait has no text."))
            if before == text:
                return "unchanged"
            interview.portrait = text
            return "updated" if before else "added"

        return take(sheet.rows, handle)

    report: Report = writer.do(Label(N_("import the portraits of “{file}”"), {"file": path.name}), act).result
    return report


def export_portraits(session: Session, path: Path) -> None:
    """Write every portrait, by interview."""
    written = dict(session.execute(select(Interview.id, Interview.portrait).where(Interview.portrait != "")).all())
    sheets.write(path, COLUMNS, (
        (row.title, written[row.id]) for row in ordered_interviews(session) if row.id in written))
