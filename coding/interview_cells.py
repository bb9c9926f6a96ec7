# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the table of interviews that can be written, each a whole column at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import corpus, groups, names, units
from coding.cells import Column, Field, Refused, each
from coding.codebook import clean_name
from coding.interviews import GONE
from coding.language import N_, _
from coding.metadata import together, values
from coding.participants import set_participants
from models.errors import KnownError
from models.group import Group, GroupMember
from models.interview import Interview, InterviewUnit, Unit
from models.participant import Participant, Participation


def _titles(session: Session, column: Column) -> Refused:
    rows = {row.id: row for row in session.scalars(select(Interview).where(Interview.id.in_(column)))}
    wanted = {key: clean_name(text) for key, text in column.items() if key in rows and clean_name(text)}
    current = dict(session.execute(select(Interview.id, Interview.title)).all())
    free = names.settled(current, wanted)
    names.give(session, {rows[key]: title for key, title in free.items()}, "title")
    refused: Refused = {}
    for key in column:
        if key not in rows:
            refused[key] = KnownError(GONE)
        elif key not in wanted:
            refused[key] = KnownError(N_("An interview needs a title."))
        elif key not in free:
            refused[key] = KnownError(
                N_("Another interview is already called “{title}”. Choose another title."), title=wanted[key])
    return refused


def _detail(field: str, read: Callable[[str], Any]) -> Field:
    def write(session: Session, column: Column) -> Refused:
        rows = session.scalars(select(Interview).where(Interview.id.in_(column))).all()
        refused = each(column, lambda key, text: _set(session, key, field, read(text)))
        del rows  # held until now: otherwise each interview would be read again, one by one
        return refused

    return write


def _set(session: Session, interview_id: int, field: str, value: Any) -> None:
    corpus.set_details(session, interview_id, **{field: value})


def _groups(session: Session, column: Column) -> Refused:
    now = _named(session, column, select(GroupMember.interview_id, Group.name)
                 .join(Group, Group.id == GroupMember.group_id))

    def write(key: int, text: str) -> None:
        listed = values.listed(text)
        if set(listed) != set(now.get(key, ())):
            groups.set_groups(session, key, [groups.obtain(session, name) for name in listed])

    return each(column, write)


def _units(session: Session, column: Column) -> Refused:
    now = _named(session, column, select(InterviewUnit.interview_id, Unit.name)
                 .join(Unit, Unit.id == InterviewUnit.unit_id).order_by(InterviewUnit.position, InterviewUnit.id))

    def write(key: int, text: str) -> None:
        if values.listed(text) != now.get(key, []):
            units.set_units(session, key, values.listed(text))

    return each(column, write)


def _people(session: Session, column: Column) -> Refused:
    now = _named(session, column, select(Participation.interview_id, Participant.name)
                 .join(Participant, Participant.id == Participation.participant_id)
                 .order_by(Participation.position, Participation.id))

    def write(key: int, text: str) -> None:
        wanted = together.people(text)
        if wanted != now.get(key, []):
            set_participants(session, key, [(name, None) for name in wanted])

    return each(column, write)


def _roles(session: Session, column: Column) -> Refused:
    parts: dict[int, list[Participation]] = {}
    for part in session.scalars(select(Participation).where(Participation.interview_id.in_(column)).order_by(
            Participation.position, Participation.id)):
        parts.setdefault(part.interview_id, []).append(part)

    def write(key: int, text: str) -> None:
        here = parts.get(key, [])
        for part, role in zip(here, together.roles(text, len(here)), strict=True):
            if part.role != role:
                part.role = role

    return each(column, write)


def _named(session: Session, column: Column, query: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, name in session.execute(query):
        if key in column:
            found.setdefault(key, []).append(name)
    return found


def _chosen(words: dict[str, tuple[str, ...]], column: str) -> Callable[[str], str]:
    return lambda text: values.chosen(words, text, _(column))


FIELDS: dict[str, Field] = {
    "title": _titles,
    "status": _detail("status", _chosen(values.STATUS_WORDS, N_("Status"))),
    "date": _detail("date", lambda text: values.day(text, _("Date")) if text else None),
    "duration_min": _detail("duration_min", lambda text: values.minutes(text, _("Duration")) if text else None),
    "mode": _detail("mode", str),
    "kind": _detail("kind", _chosen(values.KIND_WORDS, N_("Kind"))),
    "cite": _detail("is_withheld", lambda text: bool(text) and not values.yes_no(text, _("Cite"))),
    "groups": _groups,
    "units": _units,
    "participants": _people,
    "roles": _roles,
}
