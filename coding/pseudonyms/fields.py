# SPDX-License-Identifier: GPL-3.0-or-later
"""Every column of a project that may hold a name, read as one text and edited in place.

A column of JSON reads as its words one after the other, ``BETWEEN`` between them: offsets count in that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.anchors import Edit
from models.change import ChangeEntry
from models.citation import Citation
from models.code import Code
from models.contradiction import Contradiction
from models.export_entry import ExportEntry
from models.group import Group, SamplingFrame
from models.guide import Guide, GuideQuestion
from models.interview import Interview, Speaker, Unit
from models.label_memory import LabelMemory
from models.left_out import LeftOut
from models.memo import CellSummary, Memo
from models.nuance import Nuance
from models.participant import Attribute, AttributeValue, Participant, Participation
from models.past_verdict import PastFinding
from models.project import Project
from models.saved_query import SavedQuery

BETWEEN = "\x1e"  # white space to Python, and no part of any word
QUERY_WORDS = frozenset({"words", "where"})  # what of a saved query is words: the rest is ids
CODE_WORDS = ("name", "definition", "include", "exclude", "example", "reservation")


@dataclass(frozen=True)
class Field:
    """One column of words. ``searched``: identities are looked for in it; in the others they are only replaced, once
    known. ``within``: the keys of a JSON column under which words are, all of them when None."""

    model: type[Any]
    column: str
    searched: bool = True
    within: frozenset[str] | None = None

    @property
    def table(self) -> str:
        """The table's name."""
        return str(self.model.__tablename__)

    def text(self, value: Any) -> str:
        """The words of a value of the column."""
        return BETWEEN.join(self._words(value))

    def edited(self, value: Any, edits: Iterable[Edit]) -> Any:
        """The value with edits made in its text, which are disjoint. Of an edit that reaches over several words of a
        JSON column, the first one takes what is written and the others lose what was."""
        pieces = list(self._words(value))
        at = sum(len(piece) + 1 for piece in pieces)
        waiting = sorted(edits, key=lambda edit: edit.start)
        for place in reversed(range(len(pieces))):
            at -= len(pieces[place]) + 1
            end = at + len(pieces[place])
            for edit in reversed(waiting):
                if edit.start < end and at < edit.end:
                    piece = pieces[place]
                    words = edit.words if at <= edit.start else ""
                    pieces[place] = piece[: max(0, edit.start - at)] + words + piece[min(len(piece), edit.end - at) :]
        return self._put(value, iter(pieces))

    def _words(self, value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for one in value:
                yield from self._words(one)
        elif isinstance(value, dict):
            for key, one in value.items():
                if self._reads(key):
                    yield from self._words(one)

    def _put(self, value: Any, pieces: Iterator[str]) -> Any:
        if isinstance(value, str):
            return next(pieces)
        if isinstance(value, list):
            return [self._put(one, pieces) for one in value]
        if isinstance(value, dict):
            return {key: self._put(one, pieces) if self._reads(key) else one for key, one in value.items()}
        return value

    def _reads(self, key: str) -> bool:
        return self.within is None or key in self.within


TRANSCRIPT = Field(Interview, "text")
FILE_NAME = Field(Interview, "file_name")
SPEAKER = Field(Speaker, "label")
ASKED = Field(SavedQuery, "asked", within=QUERY_WORDS)  # sought whatever the case, and so written in any
LOGGED = Field(ChangeEntry, "values", searched=False)
FIELDS: tuple[Field, ...] = (
    TRANSCRIPT, FILE_NAME, SPEAKER,
    Field(Interview, "title"), Field(Interview, "mode"), Field(Interview, "portrait"),
    Field(Participant, "name"), Field(Participation, "role"), Field(Unit, "name"),
    Field(Attribute, "name"), Field(Attribute, "choices"), Field(AttributeValue, "value"),
    Field(Group, "name"), Field(SamplingFrame, "unit"), Field(SamplingFrame, "justification"),
    *(Field(Code, column) for column in CODE_WORDS),
    Field(Guide, "title"), Field(GuideQuestion, "section"), Field(GuideQuestion, "text"),
    Field(Memo, "title"), Field(Memo, "text"), Field(Memo, "author", searched=False),
    Field(CellSummary, "text"), Field(Project, "title"),
    Field(Citation, "text"), Field(Citation, "cited_in"), Field(SavedQuery, "name"),
    ASKED, Field(Project, "citation_pattern"),
    Field(Contradiction, "note"), Field(Nuance, "word"), Field(LeftOut, "reason"),
    Field(PastFinding, "theme", searched=False),
    Field(LabelMemory, "label", searched=False), Field(LabelMemory, "becomes", searched=False),
    LOGGED, Field(ChangeEntry, "codebook", searched=False, within=frozenset({"before", "after", *CODE_WORDS})),
    Field(ExportEntry, "path", searched=False),
)
BY_COLUMN: dict[tuple[str, str], Field] = {(field.table, field.column): field for field in FIELDS}

# Columns of text without a name in them: identifiers, colours, words of our own, hashes, what is derived from a
# transcript (quote), the researchers themselves, and the words cleared, which ``replacing`` keeps in step.
EXCUSED: frozenset[tuple[str, str]] = frozenset({
    ("interview", "kind"), ("interview", "status"), ("interview", "text_hash"), ("passage", "quote"),
    ("coder", "name"), ("project", "language"), ("project", "interview_order"), ("code", "origin"),
    ("attribute", "target"), ("attribute", "type"), ("sampling_frame", "frame_known"),
    ("label_memory", "make"), ("cleared_form", "form"), ("cleared_form", "label"), ("cleared_form", "reason"),
    ("change_log", "kind"), ("change_log", "label"), ("export_log", "what"), ("export_log", "interviews"),
    ("past_verdict", "group_guid"), ("past_verdict", "order_basis"), ("past_verdict", "codebook_hash"),
    ("past_verdict", "parameters"), ("past_finding", "theme_guid"), ("past_finding", "status"),
    ("past_finding", "reasons"), ("quote_order", "passages"), ("dismissal", "text_hash"),
})
EXCUSED_EVERYWHERE = frozenset({"guid", "colour"})


def texts(session: Session, field: Field) -> Sequence[tuple[int, str]]:
    """(row id, text) of every row whose column says something, in the order of the rows."""
    rows = session.execute(select(field.model.id, getattr(field.model, field.column)).order_by(field.model.id))
    return [(key, words) for key, value in rows if (words := field.text(value))]


def key(field: Field, guid: str, row_id: int) -> str:
    """What tells a column of a row from any other of the project, for as long as it lives."""
    return f"{field.table} {field.column} {guid or row_id}"
