# SPDX-License-Identifier: GPL-3.0-or-later
"""Cell summaries as a table, in and out by csv or xlsx: interview, theme, code (empty for the theme), text."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from coding import codebook, memos
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets
from coding.metadata.lookup import Codes, Interviews
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.errors import KnownError

COLUMNS = ("interview", "theme", "code", "text")
ALIASES = {"entretien": "interview", "texte": "text", "synthese": "text"}


def import_summaries(writer: Writer, path: Path) -> Report:
    """Take summaries in one act; one already written is replaced. Raises KnownError when the file is no such table;
    rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("interview", "theme", "text")

    def act(session: Session) -> Report:
        interviews, codes, written = Interviews(session), Codes(session), memos.summaries(session)

        def handle(row: Row) -> Outcome:
            interview_id = interviews.titled(clean_name(row.get("interview")))
            code_id = codes.of(row)
            if not row.get("text"):
                raise KnownError(N_("The summary has no text."))
            before = written.get((code_id, interview_id))
            if before == row.get("text"):
                return "unchanged"
            memos.write_summary(session, code_id=code_id, interview_id=interview_id, text=row.get("text"))
            session.flush()
            written[code_id, interview_id] = row.get("text")
            return "added" if before is None else "updated"

        return take(sheet.rows, handle)

    report: Report = writer.do(Label(N_("import the summaries of “{file}”"), {"file": path.name}), act).result
    return report


def export_summaries(session: Session, path: Path) -> None:
    """Write every summary, by interview then code."""
    book, written = codebook.read(session), memos.summaries(session)
    sheets.write(path, COLUMNS, (
        (row.title, book.path(node.id)[0], book.path_below_theme(node.id), written[node.id, row.id])
        for row in ordered_interviews(session) for node in book if (node.id, row.id) in written
    ))
