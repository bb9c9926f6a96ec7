# SPDX-License-Identifier: GPL-3.0-or-later
"""Codings as a table, one coding a row, in and out by csv or xlsx.

Columns: interview, quote, theme and code (empty for the theme itself) or path; then turn, start, coder, memo, and
strong (yes: the passage is a strong quote).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, passage_memos
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.codings_batch import Batch, Wanted
from coding.metadata.lookup import Codes, Interviews
from coding.metadata.places import Texts
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.interview import Turn
from models.passage import Coding, Passage
from models.project import Coder

COLUMNS = ("interview", "turn", "start", "quote", "theme", "code", "coder", "memo", "strong")
ALIASES = {
    "entretien": "interview", "tour": "turn", "tour_de_parole": "turn", "debut": "start", "extrait": "quote",
    "citation": "quote", "chemin": "path", "codeur": "coder", "codeuse": "coder", "forte": "strong",
    "citation_forte": "strong",
}


def import_codings(writer: Writer, path: Path) -> Report:
    """Take codings in one act. Raises KnownError when the file is no such table; rows that fail are in the report.

    A row without a coder is the project's own. A row already there, codes and memo alike, changes nothing.
    """
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("interview", "quote")
    if "path" not in sheet.columns:
        sheet.require("theme")

    def act(session: Session) -> Report:
        return _take(session, sheet.rows, writer.coder_id or 1)

    report: Report = writer.do(Label(N_("import the codings of “{file}”"), {"file": path.name}), act).result
    return report


def export_codings(session: Session, path: Path) -> None:
    """Write every coding, by interview, place and code; the memo of a passage stands on each of its rows."""
    book = codebook.read(session)
    coders = {row.id: row.name for row in session.scalars(select(Coder))}
    sheets.write(path, COLUMNS, (
        line for interview in ordered_interviews(session) for line in _lines(session, interview.id, interview.title,
                                                                              book, coders)
    ))


def _lines(
    session: Session, interview_id: int, title: str, book: codebook.Codebook, coders: dict[int, str]
) -> Iterable[Sequence[object]]:
    rank = {node.id: place for place, node in enumerate(book)}
    notes = passage_memos.texts(session, interview_id, own=True)
    turns = session.execute(
        select(Turn.start, Turn.end, Turn.number).where(Turn.interview_id == interview_id).order_by(Turn.start)).all()
    rows = session.execute(
        select(Passage.id, Passage.start, Passage.end, Passage.quote, Passage.is_strong, Coding.code_id,
               Coding.coder_id)
        .join(Coding, Coding.passage_id == Passage.id).where(Passage.interview_id == interview_id)
    ).all()
    at = 0
    for row in sorted(rows, key=lambda row: (row.start, row.end, rank[row.code_id], row.coder_id)):
        while at < len(turns) and turns[at].end <= row.start:
            at += 1
        inside = at < len(turns) and turns[at].start <= row.start
        yield (
            title, turns[at].number if inside else None, row.start, row.quote, book.path(row.code_id)[0],
            book.path_below_theme(row.code_id), coders[row.coder_id], notes.get(row.id), "yes" if row.is_strong else "",
        )


def _take(session: Session, rows: Sequence[Row], own_coder_id: int) -> Report:
    interviews, codes, texts = Interviews(session), Codes(session), Texts(session)
    batch = Batch(session, own_coder_id)

    def handle(row: Row) -> Outcome:
        interview_id = interviews.titled(clean_name(row.get("interview")))
        code_id = codes.of(row)
        place = texts.place(
            interview_id, row.get("quote"),
            turn=values.count(row.get("turn"), "turn") if row.get("turn") else None,
            start=values.count(row.get("start"), "start") if row.get("start") else None,
        )
        strong = bool(row.get("strong")) and values.yes_no(row.get("strong"), "strong")
        return batch.add(Wanted(place, code_id, clean_name(row.get("coder")), row.get("memo"), strong))

    report = take(rows, handle)
    batch.write()
    return report
