# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the corpus: interviews as tables show them, with all that is known of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from coding.order import ordered_interviews
from models.errors import KnownError
from models.group import Group, GroupMember
from models.interview import Interview, InterviewUnit, Turn, Unit
from models.participant import Attribute, AttributeValue, Participant, Participation
from models.passage import Passage

_WORD = re.compile(r"\S*\w\S*")
GONE = "This interview is no longer in the project. It may have been removed meanwhile."


@dataclass(frozen=True)
class Role:
    """A participant of an interview, and the role a quote is attributed to."""

    participant_id: int
    name: str
    role: str


@dataclass(frozen=True)
class InterviewRow:
    """One interview and all that is known of it. ``length`` counts code points of its text; ``turns`` and
    ``passages`` are counts; ``attributes`` gives values by attribute name, those without a value left out;
    ``is_withheld``: none of it is ever to be cited."""

    id: int
    guid: str
    title: str
    file_name: str
    kind: str
    status: str
    position: int
    date: date | None
    mode: str
    duration_min: int | None
    is_withheld: bool
    length: int
    turns: int
    passages: int
    groups: tuple[str, ...]
    participants: tuple[Role, ...]
    units: tuple[str, ...]
    attributes: Mapping[str, str]


def interviews(session: Session) -> list[InterviewRow]:
    """Every interview, in the recorded order."""
    turns = _counts(session, Turn)
    passages = _counts(session, Passage)
    groups = _names(session, select(GroupMember.interview_id, Group.name)
                    .join(Group, Group.id == GroupMember.group_id).order_by(Group.position, Group.id))
    units = _names(session, select(InterviewUnit.interview_id, Unit.name)
                   .join(Unit, Unit.id == InterviewUnit.unit_id).order_by(InterviewUnit.position, InterviewUnit.id))
    people, values = _people(session), _values(session)
    rows = {
        row.id: InterviewRow(
            **row._mapping, turns=turns.get(row.id, 0), passages=passages.get(row.id, 0), groups=groups[row.id],
            participants=people[row.id], units=units[row.id], attributes=values[row.id],
        )
        for row in session.execute(select(
            Interview.id, Interview.guid, Interview.title, Interview.file_name, Interview.kind, Interview.status,
            Interview.position, Interview.date, Interview.mode, Interview.duration_min, Interview.is_withheld,
            Interview.length))
    }
    return [rows[key] for key in ordered_interviews(session).ids]


def get(session: Session, interview_id: int) -> Interview:
    """The row of an interview, its text not yet read. Raises KnownError when it no longer exists."""
    interview = session.get(Interview, interview_id)
    if interview is None:
        raise KnownError(GONE)
    return interview


def text(session: Session, interview_id: int) -> str:
    """The whole text of an interview. Raises KnownError when it no longer exists."""
    found = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one_or_none()
    if found is None:
        raise KnownError(GONE)
    return found


def words_spoken(text: str, spans: Iterable[tuple[int, int]]) -> int:
    """How many words stand in the [start, end) spans of a text; punctuation set apart by spaces is no word."""
    return sum(len(_WORD.findall(text, start, end)) for start, end in spans)


def word_counts(session: Session) -> dict[int, int]:
    """The words spoken in each interview, labels left out. Reads every text: not for the GUI thread."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for interview_id, start, end in session.execute(select(Turn.interview_id, Turn.start, Turn.end)):
        spans[interview_id].append((start, end))
    return {
        interview_id: words_spoken(text, spans[interview_id])
        for interview_id, text in session.execute(select(Interview.id, Interview.text))
    }


def _counts(session: Session, model: type[Turn] | type[Passage]) -> dict[int, int]:
    rows = session.execute(select(model.interview_id, func.count()).group_by(model.interview_id))
    return {row[0]: row[1] for row in rows}


def _names(session: Session, query: Select[int, str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for interview_id, name in session.execute(query):
        found[interview_id] += (name,)
    return found


def _people(session: Session) -> dict[int, tuple[Role, ...]]:
    found: dict[int, tuple[Role, ...]] = defaultdict(tuple)
    for interview_id, key, name, role in session.execute(
        select(Participation.interview_id, Participant.id, Participant.name, Participation.role)
        .join(Participant, Participant.id == Participation.participant_id)
        .order_by(Participation.position, Participation.id)
    ):
        found[interview_id] += (Role(key, name, role),)
    return found


def _values(session: Session) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for interview_id, name, value in session.execute(
        select(AttributeValue.interview_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(AttributeValue.interview_id.is_not(None)).order_by(Attribute.position, Attribute.id)
    ):
        if interview_id is not None:
            found[interview_id][name] = value
    return found
