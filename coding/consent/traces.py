# SPDX-License-Identifier: GPL-3.0-or-later
"""What the researcher wrote that may still tell of somebody: for them to look at, never changed here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.consent.said import IN_VIVO, Names, Said, Span
from coding.language import N_, _
from coding.pseudonyms import fields
from coding.typography import one_line
from models.base import Table
from models.citation import Citation
from models.code import Code
from models.contradiction import Contradiction
from models.group import Group, SamplingFrame
from models.guide import Guide, GuideQuestion
from models.interview import Interview, Speaker, Unit
from models.left_out import LeftOut
from models.memo import CellSummary, Memo
from models.nuance import Nuance
from models.participant import AttributeValue, Participation
from models.project import Project
from models.saved_query import SavedQuery

Why = Literal["quoted", "named", "in_vivo", "shared"]
WHY: dict[Why, str] = {
    "quoted": N_("gives their words"), "named": N_("names them"), "in_vivo": N_("a code named with their words"),
    "shared": N_("written about an interview they shared"),
}
WRITTEN: tuple[tuple[type[Table], str, tuple[str, ...]], ...] = (
    (Memo, N_("Memo"), ("title", "text", "author")), (CellSummary, N_("Summary of a cell"), ("text",)),
    (Interview, N_("Interview"), ("title", "file_name", "mode", "portrait")),
    (Code, N_("Code"), ("name", "definition", "include", "exclude", "example", "reservation")),
    (Participation, N_("Role"), ("role",)), (AttributeValue, N_("Attribute"), ("value",)),
    (Group, N_("Group"), ("name",)), (SamplingFrame, N_("Sampling frame"), ("unit", "justification")),
    (Unit, N_("Unit"), ("name",)), (Speaker, N_("Speaker"), ("label",)), (Guide, N_("Guide"), ("title",)),
    (GuideQuestion, N_("Question of the guide"), ("section", "text")), (Contradiction, N_("Contradiction"), ("note",)),
    (Nuance, N_("New nuance"), ("word",)), (LeftOut, N_("Interview left out"), ("reason",)),
    (Citation, N_("Quote as cited"), ("text", "cited_in")), (SavedQuery, N_("Saved query"), ("name", "asked")),
    (Project, N_("Project"), ("title",)),
)
AROUND = 40


@dataclass(frozen=True)
class Trace:
    """One place to look at. ``table`` and ``row_id`` say where, ``kind`` and ``where`` say it to people; ``start`` and
    ``end`` are code points, in a transcript."""

    why: Why
    table: str
    row_id: int
    kind: str
    where: str
    words: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Going:
    """What leaves with somebody, by table, and is not to be looked at; ``shared`` are the interviews that stay,
    ``texts`` what texts become by themselves, by table, row and column."""

    rows: Mapping[str, Collection[int]]
    shared: Collection[int]
    texts: Mapping[tuple[str, int, str], str]

    def has(self, row: Any) -> bool:
        """Whether a row leaves."""
        return row.id in self.rows.get(row.__tablename__, ()) or any(
            getattr(row, f"{table}_id", None) in keys for table, keys in self.rows.items())


def find(session: Session, said: Said, names: Names, going: Going) -> list[Trace]:
    """Every place to look at, once for each reason."""
    book = codebook.read(session)
    titles: dict[int, str] = dict(session.execute(select(Interview.id, Interview.title)).all())
    found: dict[tuple[str, int, Why], Trace] = {}
    for model, kind, columns in WRITTEN:
        for row in session.scalars(select(model).order_by(model.__table__.c.id)):
            if not going.has(row):
                where = _where(row, book, titles)
                for trace in _of_row(row, columns, said, names, going, _(kind), where):
                    found.setdefault((trace.table, trace.row_id, trace.why), trace)
    return [*found.values(), *_told(session, names, going, titles)]


def _of_row(row: Any, columns: Collection[str], said: Said, names: Names, going: Going, kind: str, where: str
            ) -> Iterator[Trace]:
    def trace(why: Why, words: str) -> Trace:
        return Trace(why, row.__tablename__, row.id, kind, where, words)

    shared = row.__tablename__ == "interview" and row.id in going.shared
    for column in columns:
        field = fields.BY_COLUMN[row.__tablename__, column]
        written = field.text(getattr(row, column)).replace(fields.BETWEEN, " ")
        text = going.texts.get((row.__tablename__, row.id, column), written)
        for span in said.quoted_in(text)[:1]:
            yield trace("quoted", _around(text, span))
        if not (shared and column in ("title", "file_name")) and not (
                isinstance(row, Speaker) and row.interview_id in going.shared):  # these lose the name by themselves
            for span in names.places(text)[:1]:
                yield trace("named", _around(text, span))
        if isinstance(row, Code) and column == "name" and said.holds(text, least=IN_VIVO):
            yield trace("in_vivo", text)
    if isinstance(row, Memo | CellSummary) and row.interview_id in going.shared:
        yield trace("shared", _short(row.text))
    elif isinstance(row, Interview) and shared and row.portrait.strip():
        yield trace("shared", _short(row.portrait))


def _told(session: Session, names: Names, going: Going, titles: dict[int, str]) -> Iterator[Trace]:
    """Where others name them, in interviews that they had no part in."""
    gone = going.rows.get("interview", ())
    for key, title in titles.items():
        if key in gone or key in going.shared:
            continue
        text = session.scalars(select(Interview.text).where(Interview.id == key)).one()
        for span in names.places(text):
            yield Trace("named", "interview", key, _("Transcript"), title, _around(text, span), *span)


def _where(row: Any, book: codebook.Codebook, titles: dict[int, str]) -> str:
    """Where a row is met, for people."""
    if isinstance(row, Code):
        return book.path_text(row.id)
    if isinstance(row, Memo):
        return row.title or titles.get(row.interview_id or 0, "")
    if isinstance(row, CellSummary):
        return _("{theme} × {interview}").format(theme=book.path_text(row.code_id), interview=titles[row.interview_id])
    if isinstance(row, Interview):
        return row.title
    return titles.get(getattr(row, "interview_id", None) or 0, "")


def _short(text: str) -> str:
    return _around(text, (0, min(len(text), AROUND)))


def _around(text: str, span: Span) -> str:
    low, high = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    return f"{'…' if low else ''}{one_line(text[low:high])}{'…' if high < len(text) else ''}"
