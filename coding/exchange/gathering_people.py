# SPDX-License-Identifier: GPL-3.0-or-later
"""Who codes, who was met, the attributes of people and interviews, and the groups of an export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coding import groups
from coding.exchange import headings
from coding.exchange.gathered import Gathered
from coding.exchange.model import Case, Set, User, Value, ValueType, Variable
from models.group import Group, GroupMember, SamplingFrame
from models.participant import Attribute, AttributeValue, Participant
from models.project import Coder

_TYPES: dict[str, ValueType] = {"text": "Text", "choice": "Text", "yes_no": "Boolean", "date": "Date"}


def add(session: Session, found: Gathered) -> None:
    """Add the coders, the attributes and the participants; links to interviews come with these."""
    for coder in session.scalars(select(Coder).order_by(Coder.id)):
        found.users[coder.id] = coder.guid
        found.exchange.users.append(User(coder.guid, coder.name))
    for person in session.scalars(select(Participant).order_by(Participant.id)):
        found.cases[person.id] = Case(person.guid, person.name)
        found.exchange.cases.append(found.cases[person.id])
    for row in session.scalars(select(Attribute).order_by(Attribute.target, Attribute.position, Attribute.id)):
        held = [one.value for one in session.scalars(
            select(AttributeValue).where(AttributeValue.attribute_id == row.id))]
        found.exchange.variables.append(
            Variable(row.guid, row.name, _type(row, held), headings.joined("", {
                row.target: "", "choices": "\n".join(row.choices) if row.type == "choice" else None})))
    for key, case in found.cases.items():
        case.values = values_of(session, AttributeValue.participant_id == key)


def values_of(session: Session, whose: ColumnElement[bool]) -> dict[str, Value]:
    """The values of one interview or participant, by the GUIDs of the attributes, in order."""
    return {guid: _typed(value, type_) for guid, value, type_ in session.execute(
        select(Attribute.guid, AttributeValue.value, Attribute.type)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(whose).order_by(Attribute.position, Attribute.id))}


def _typed(value: str, type_: str) -> Value:
    if type_ == "yes_no":
        return value == "yes"
    if type_ == "date":
        return date.fromisoformat(value)
    if type_ == "number":
        return float(value) if "." in value else int(value)
    return value


def add_groups(session: Session, found: Gathered) -> None:
    """Add the groups, as sets of sources, with their sampling frames."""
    frames = {row.group_id: row for row in session.scalars(select(SamplingFrame))}
    members: dict[int, set[int]] = {}
    for group_id, interview_id in session.execute(select(GroupMember.group_id, GroupMember.interview_id)):
        members.setdefault(group_id, set()).add(interview_id)
    for row in session.scalars(select(Group).order_by(Group.position, Group.id)):
        inside = members.get(row.id, set())
        made = Set(row.guid, row.name, _framed(frames.get(row.id)),
                   sources=[source.guid for key, source in found.sources.items() if key in inside])
        found.groups[row.id] = made
        found.exchange.sets.append(made)


def _framed(frame: SamplingFrame | None) -> str:
    if frame is None:
        return ""
    values = ((field, getattr(frame, field)) for field in groups.FRAME_FIELDS)
    return "\n".join(f"{field}: {value}" for field, value in values if value not in (None, ""))


def _type(row: Attribute, held: Sequence[str]) -> ValueType:
    if row.type == "number":
        return "Float" if any("." in value for value in held) else "Integer"
    return _TYPES[row.type]
