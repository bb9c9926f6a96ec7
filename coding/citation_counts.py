# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each participant, interview and group is cited, and in which chapters: who is heard, who never."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations, participants, quotes
from coding.order import ordered_interviews
from coding.quotes import Quote
from models.group import Group, GroupMember

By = Literal["participant", "interview", "group"]
_Holders = Callable[[Quote], Iterable[object]]


@dataclass(frozen=True)
class Row:
    """One of those counted. ``passages`` are coded passages, of which ``strong`` are strong quotes, ``withheld`` never
    to be cited, ``cited`` cited in some chapter; ``chapters`` are those cited in each of ``Counts.chapters``.
    ``within``: the interviews of a participant, the groups of an interview."""

    name: str
    within: tuple[str, ...]
    passages: int
    strong: int
    withheld: int
    cited: int
    chapters: tuple[int, ...]


@dataclass(frozen=True)
class Counts:
    """A passage in which two participants speak counts for each; ``total`` counts every passage once."""

    chapters: tuple[str, ...]
    participants: tuple[Row, ...]
    interviews: tuple[Row, ...]
    groups: tuple[Row, ...]
    total: Row

    def by(self, what: By) -> tuple[Row, ...]:
        """The rows of one kind."""
        return {"participant": self.participants, "interview": self.interviews, "group": self.groups}[what]


def read(session: Session) -> Counts:
    """Count the coded passages of the project. Participants, interviews and groups without any stand there too, in
    their usual order; voices that are nobody's come after the participants, by interview and label."""
    found = quotes.find(session, order="interview")
    chapters = citations.in_order(name for quote in found for name in quote.cited.cited_in)
    people = participants.listed(session)
    titles = {row.id: row.title for row in ordered_interviews(session)}
    members = _members(session)

    def rows(listed: Iterable[tuple[object, str, Sequence[str]]], holders: _Holders) -> tuple[Row, ...]:
        shelves: dict[object, list[Quote]] = {}
        for quote in found:
            for key in dict.fromkeys(holders(quote)):
                shelves.setdefault(key, []).append(quote)
        return tuple(_row(name, within, shelves.get(key, ()), chapters) for key, name, within in listed)

    unknown = {(quote.interview_id, voice.name): (voice.name, (quote.interview,))
               for quote in found for voice in quote.voices if voice.participant_id is None}
    return Counts(
        chapters,
        rows([*((one.id, one.name, [part.title for part in one.parts]) for one in people),
              *((key, *told) for key, told in unknown.items())],
             lambda quote: (voice.participant_id or (quote.interview_id, voice.name) for voice in quote.voices)),
        rows([(key, title, [name for name, held in members.values() if key in held]) for key, title in titles.items()],
             lambda quote: (quote.interview_id,)),
        rows([(key, name, ()) for key, (name, _held) in members.items()],
             lambda quote: (key for key, (_name, held) in members.items() if quote.interview_id in held)),
        _row("", (), found, chapters),
    )


def never(rows: Sequence[Row]) -> tuple[str, ...]:
    """The names of those who have coded passages, none of which is cited."""
    return tuple(row.name for row in rows if row.passages and not row.cited)


def _row(name: str, within: Sequence[str], found: Sequence[Quote], chapters: Sequence[str]) -> Row:
    return Row(
        name, tuple(within), len(found), sum(quote.strong for quote in found), sum(quote.withheld for quote in found),
        sum(bool(quote.cited.cited_in) for quote in found),
        tuple(sum(chapter in quote.cited.cited_in for quote in found) for chapter in chapters),
    )


def _members(session: Session) -> dict[int, tuple[str, frozenset[int]]]:
    held: dict[int, set[int]] = {}
    for group_id, interview_id in session.execute(select(GroupMember.group_id, GroupMember.interview_id)):
        held.setdefault(group_id, set()).add(interview_id)
    rows = session.execute(select(Group.id, Group.name).order_by(Group.position, Group.id))
    return {key: (name, frozenset(held.get(key, ()))) for key, name in rows}
