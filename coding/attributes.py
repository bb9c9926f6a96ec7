# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of interviews and participants, and their values.

Acts take a session and are run by the writer. Values are stored as canonical text: numbers with a point, ISO dates,
«yes» and «no».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from coding.language import N_, quoted_list
from coding.metadata import values
from models.errors import KnownError
from models.participant import ATTRIBUTE_TARGETS, Attribute, AttributeValue


@dataclass(frozen=True)
class AttributeRow:
    """A variable; ``target`` is interview or participant, ``choices`` the values of a choice."""

    id: int
    name: str
    target: str
    type: str
    choices: tuple[str, ...]


def listed(session: Session, target: str = "interview") -> list[AttributeRow]:
    """The attributes of interviews or of participants, in order."""
    rows = session.scalars(
        select(Attribute).where(Attribute.target == target).order_by(Attribute.position, Attribute.id))
    return [AttributeRow(row.id, row.name, row.target, row.type, tuple(row.choices)) for row in rows]


def obtain(session: Session, name: str, target: str = "interview") -> int:
    """The id of the attribute of that name, made as text at the end if there is none yet."""
    name = clean_name(name)
    if not name:
        raise KnownError(N_("An attribute needs a name."))
    if target not in ATTRIBUTE_TARGETS:
        raise ValueError(target)
    found = session.scalar(select(Attribute.id).where(Attribute.name == name, Attribute.target == target))
    if found is not None:
        return found
    last = session.scalar(select(func.max(Attribute.position)).where(Attribute.target == target))
    row = Attribute(name=name, target=target, type="text", choices=[], position=0 if last is None else last + 1)
    session.add(row)
    session.flush()
    return row.id


def canonical(value: str, *, name: str, type_: str, choices: Sequence[str] = ()) -> str:
    """A value as it is stored. Raises KnownError when it does not suit the attribute's type."""
    value = value.strip()
    if not value or type_ == "text":
        return value
    if type_ == "date":
        return values.day(value, name).isoformat()
    if type_ == "yes_no":
        return "yes" if values.yes_no(value, name) else "no"
    if type_ == "choice":
        if value in choices:
            return value
        raise KnownError(
            N_("“{cell}” is not understood under “{column}”. Write one of: {words}."), cell=value, column=name,
            words=quoted_list(choices),
        )
    number = re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", ".")
    if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", number):
        raise KnownError(N_("“{cell}” is not a number under “{column}”."), cell=value, column=name)
    return number


def set_value(
    session: Session, attribute_id: int, value: str, *, interview_id: int | None = None,
    participant_id: int | None = None,
) -> None:
    """Set the value of an attribute for one interview or one participant; an empty value removes it.

    Raises KnownError when the value does not suit the attribute's type.
    """
    attribute = session.get_one(Attribute, attribute_id)
    value = canonical(value, name=attribute.name, type_=attribute.type, choices=attribute.choices)
    row = session.scalar(select(AttributeValue).where(
        AttributeValue.attribute_id == attribute_id, AttributeValue.interview_id == interview_id,
        AttributeValue.participant_id == participant_id))
    if row is None and value:
        session.add(AttributeValue(
            attribute_id=attribute_id, interview_id=interview_id, participant_id=participant_id, value=value))
    elif row is not None and not value:
        session.delete(row)
    elif row is not None and row.value != value:
        row.value = value
    session.flush()


def remove(session: Session, attribute_id: int) -> None:
    """Delete an attribute with all its values."""
    for row in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == attribute_id)):
        session.delete(row)
    session.flush()
    session.delete(session.get_one(Attribute, attribute_id))
    session.flush()
