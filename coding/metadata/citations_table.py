# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as they are cited, as a table, in and out by csv or xlsx: interview, start, end, quote (the passage's words in
the transcript), text (as printed; empty: as it stands), withheld (yes: never to be cited), cited_in (chapters apart by
«;»). A row speaks of a passage that is coded already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations
from coding.changes import Label, Writer
from coding.citations import AS_IT_STANDS, SEPARATOR, Cited
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Interviews
from coding.metadata.places import Texts
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.citation import Citation
from models.errors import KnownError
from models.passage import Passage

COLUMNS = ("interview", "start", "end", "quote", "text", "withheld", "cited_in")
ALIASES = {
    "entretien": "interview", "debut": "start", "fin": "end", "extrait": "quote", "texte": "text",
    "ne_pas_citer": "withheld", "cite_dans": "cited_in",
}


def import_citations(writer: Writer, path: Path) -> Report:
    """Take in one act how quotes are cited; what was said of a passage is replaced. Raises KnownError when the file is
    no such table; rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("interview", "quote", "text", "withheld", "cited_in")

    def act(session: Session) -> Report:
        interviews, texts = Interviews(session), Texts(session)
        return take(sheet.rows, lambda row: _take(session, interviews, texts, row))

    report: Report = writer.do(Label(N_("import the quotes as cited of “{file}”"), {"file": path.name}), act).result
    return report


def export_citations(session: Session, path: Path) -> None:
    """Write how each passage that something was said of is cited, by interview and place."""
    sheets.write(path, COLUMNS, _lines(session))


def _lines(session: Session) -> Iterator[tuple[object, ...]]:
    order = {row.id: (rank, row.title) for rank, row in enumerate(ordered_interviews(session))}
    said = citations.by_passage(session)
    rows = session.execute(select(Passage.id, Passage.interview_id, Passage.start, Passage.end, Passage.quote)
                           .where(Passage.id.in_(select(Citation.passage_id))))
    for row in sorted(rows, key=lambda row: (order[row.interview_id][0], row.start, row.end)):
        cited = said[row.id]
        yield (order[row.interview_id][1], row.start, row.end, row.quote, cited.text,
               "yes" if cited.is_withheld else "", f"{SEPARATOR} ".join(cited.cited_in))


def _take(session: Session, interviews: Interviews, texts: Texts, row: Row) -> Outcome:
    place = texts.place(interviews.titled(clean_name(row.get("interview"))), row.get("quote"),
                        start=values.count(row.get("start"), "start") if row.get("start") else None)
    passage_id = session.scalar(select(Passage.id).where(
        Passage.interview_id == place.interview_id, Passage.start == place.start, Passage.end == place.end))
    if passage_id is None:
        raise KnownError(N_("No passage stands there. Import the codings first."))
    before = citations.read(session, passage_id)
    withheld = bool(row.get("withheld")) and values.yes_no(row.get("withheld"), "withheld")
    citations.write(session, passage_id, text=row.get("text"), is_withheld=withheld,
                    cited_in=citations.chapters(row.get("cited_in")))
    after: Cited = citations.read(session, passage_id)
    return "unchanged" if after == before else "added" if before == AS_IT_STANDS else "updated"
