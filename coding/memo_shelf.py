# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos as they are read, filed and taken away: each with its kind, what it is about, and the words of its passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, memos
from coding.calendar_words import byline, capital, day_written, local_day, month_written
from coding.fold import fold, words
from coding.language import N_, _, short_date
from coding.memo_links import pieces as pieces_of
from coding.memo_links import place_words, written
from coding.memos import MemoRow
from coding.order import ordered_interviews
from coding.voices import Heard, Voices
from models.group import Group
from models.interview import Interview
from models.participant import Participant
from models.passage import Passage

Kind = Literal["journal", "project", "group", "interview", "participant", "code", "passage"]
Order = Literal["changed", "kind"]

# In the order in which they are filed.
KINDS: dict[Kind, str] = {
    "journal": N_("Field journal"), "project": N_("On the project"), "group": N_("On groups"),
    "interview": N_("On interviews"), "participant": N_("On participants"), "code": N_("On codes"),
    "passage": N_("On passages"),
}
_BY_TARGET: dict[str, Kind] = {
    "passage_id": "passage", "code_id": "code", "interview_id": "interview", "participant_id": "participant",
    "group_id": "group",
}


@dataclass(frozen=True)
class Entry:
    """A memo and what it is about.

    ``about`` is the interview’s title and turn, the code’s path, a name, the day; empty on the project. A passage
    also has its ``quote``, printed on one line, the names and roles of who speaks (``voices``), and its place:
    ``interview_id``, ``start`` and ``end`` in code points. ``rank`` files entries of one kind.
    """

    memo: MemoRow
    kind: Kind
    about: str
    rank: tuple[Any, ...]
    interview_id: int | None = None
    start: int = 0
    end: int = 0
    quote: str = ""
    voices: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """What stands above it in a list: its title, else what it is about."""
        return self.memo.title or self.about or _("Memo on the project")

    @cached_property
    def plain(self) -> str:
        """Its text, links being their labels."""
        return written(part if isinstance(part, str) else part.label for part in pieces_of(self.memo.text))

    @cached_property
    def folded(self) -> str:
        """All that a search looks through."""
        return fold("\n".join((self.memo.title, self.about, self.plain, self.quote, self.memo.author)))


def entries(session: Session, ids: Collection[int] | None = None) -> list[Entry]:
    """Every memo, or those of ``ids``, filed by kind and then in the order of the corpus, the codebook or time."""
    rows = memos.listed(session, ids)
    about = _About(session, rows)
    return filed([about.entry(row) for row in rows])


def filed(found: Collection[Entry], order: Order = "kind") -> list[Entry]:
    """By kind, the journal from its first day on; or the latest changed first."""
    if order == "changed":
        return sorted(found, key=lambda entry: (entry.memo.updated_at, entry.memo.id), reverse=True)
    place = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(found, key=lambda entry: (place[entry.kind], entry.rank, entry.memo.created_at, entry.memo.id))


def diary(found: Collection[Entry]) -> list[Entry]:
    """The entries of the field journal, the latest day first."""
    return [entry for entry in reversed(filed(found)) if entry.kind == "journal"]


def by_month(found: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Entries of the journal under the names of their months, in the order they come."""
    for month, those in groupby(found, key=lambda entry: capital(month_written(_day(entry)))):
        yield month, list(those)


def answers(entry: Entry, query: str) -> bool:
    """Whether every word of ``query`` stands in a memo, its title or what it is about, whatever accents and case."""
    return all(word in entry.folded for word in words(query))


def dates(memo: MemoRow) -> str:
    """When a memo was written, and changed if that was on another day; by whom, when it was not the researcher."""
    if memo.author:
        return byline(memo.author, memo.created_at)
    written, changed = short_date(local_day(memo.created_at)), short_date(local_day(memo.updated_at))
    if written == changed:
        return _("Written on {day}").format(day=written)
    return _("Written on {day}, changed on {changed}").format(day=written, changed=changed)


def _day(entry: Entry) -> date:
    return entry.memo.day or local_day(entry.memo.created_at)


class _About:
    """What the rows are about, read once for all of them."""

    def __init__(self, session: Session, rows: Sequence[MemoRow]) -> None:
        ids = {name: {row.target_id for row in rows if row.target == name} for name in _BY_TARGET}
        self._book = codebook.read(session)
        self._code_rank = {node.id: rank for rank, node in enumerate(self._book)}
        order = ordered_interviews(session)
        self._interviews = {row.id: (rank, row.title) for rank, row in enumerate(order)}
        self._names: dict[str, dict[int | None, str]] = {}
        for target, model in (("participant_id", Participant), ("group_id", Group)):
            columns: Any = model
            self._names[target] = {row.id: row.name for row in session.execute(
                select(columns.id, columns.name).where(columns.id.in_(ids[target])))}
        self._passages = {row.id: row for row in session.execute(
            select(Passage.id, Passage.interview_id, Passage.start, Passage.end, Passage.quote)
            .join(Interview, Interview.id == Passage.interview_id).where(Passage.id.in_(ids["passage_id"])))}
        self._voices = Voices(session, {row.interview_id for row in self._passages.values()})

    def entry(self, row: MemoRow) -> Entry:
        """A memo with what it is about."""
        key = row.target_id or 0
        match row.target:
            case None if row.day is not None:
                return Entry(row, "journal", capital(day_written(row.day)), (row.day,))
            case None:
                return Entry(row, "project", "", ())
            case "interview_id":
                rank, title = self._interviews[key]
                return Entry(row, "interview", title, (rank,), interview_id=key)
            case "code_id":
                return Entry(row, "code", self._book.path_text(key), (self._code_rank[key],))
            case "passage_id":
                return self._on_passage(row)
            case target:
                name = self._names[target][key]
                return Entry(row, _BY_TARGET[target], name, (fold(name),))

    def _on_passage(self, row: MemoRow) -> Entry:
        passage = self._passages[row.target_id or 0]
        rank, title = self._interviews[passage.interview_id]
        heard: Heard = self._voices.over(passage.interview_id, passage.start, passage.end, passage.quote)
        return Entry(row, "passage", place_words(title, heard.turn), (rank, passage.start, passage.end),
                     passage.interview_id, passage.start, passage.end, heard.printed,
                     tuple((voice.name, voice.role) for voice in heard.voices))
