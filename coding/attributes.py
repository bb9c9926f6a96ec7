# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of interviews and participants, and their values.

Acts take a session and are run by the writer. Values are stored as canonical text: numbers with a point, ISO dates,
«yes» and «no».
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from coding.fold import fold
from coding.language import N_, _, current_language, quoted_list, short_date
from coding.metadata import values
from models.errors import KnownError
from models.participant import ATTRIBUTE_TARGETS, ATTRIBUTE_TYPES, Attribute, AttributeValue


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


def values_held(session: Session, attribute_id: int) -> dict[int, str]:
    """The values of an attribute as they are stored, by the id of the interview or participant that has one."""
    rows = session.execute(
        select(func.coalesce(AttributeValue.interview_id, AttributeValue.participant_id), AttributeValue.value)
        .where(AttributeValue.attribute_id == attribute_id))
    return dict(rows.all())


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
        found = next((choice for choice in choices if fold(choice) == fold(value)), None)
        if found is not None:
            return found
        raise KnownError(
            N_("“{cell}” is not understood under “{column}”. Write one of: {words}."), cell=value, column=name,
            words=quoted_list(choices),
        )
    number = re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", ".")
    if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", number):
        raise KnownError(N_("“{cell}” is not a number under “{column}”."), cell=value, column=name)
    return number


def shown(value: str, type_: str) -> str:
    """A stored value as the reader writes it; ``canonical`` reads it back."""
    if type_ == "yes_no":
        return {"yes": _("yes"), "no": _("no")}.get(value, value)
    if type_ == "date" and value:
        return short_date(date.fromisoformat(value))
    return value.replace(".", ",") if type_ == "number" and current_language() == "fr" else value


def add(session: Session, *, name: str, target: str, type_: str = "text", choices: Sequence[str] = ()) -> int:
    """A new attribute, at the end. Raises KnownError when the name is empty or taken, or a choice has no values."""
    _check(session, name, target, type_, choices)
    key = obtain(session, name, target)
    row = session.get_one(Attribute, key)
    if row.type != type_:
        row.type = type_
    if row.choices != _listed(choices):
        row.choices = _listed(choices)
    session.flush()
    return key


def revise(session: Session, attribute_id: int, *, name: str, type_: str, choices: Sequence[str] = ()) -> None:
    """Give an attribute another name, type or choices; its values take the form of the new type.

    Raises KnownError when the name is empty or taken, or naming the values that do not suit the type.
    """
    from coding import citation_pattern, saved_queries

    row = session.get_one(Attribute, attribute_id)
    _check(session, name, row.target, type_, choices, but=attribute_id)
    if row.name != clean_name(name):
        citation_pattern.rename(session, row.name, clean_name(name))
        saved_queries.follow_attribute(session, row.name, clean_name(name))
    written: dict[AttributeValue, str] = {}
    unsuited = []
    for value in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == attribute_id)):
        plain = shown(value.value, row.type) if type_ != row.type else value.value
        try:
            written[value] = canonical(plain, name=row.name, type_=type_, choices=_listed(choices))
        except KnownError:
            unsuited.append(plain)
    if unsuited:
        raise KnownError(
            N_("These values of “{name}” do not suit: {values}. Correct them first, or choose otherwise."),
            name=row.name, values=quoted_list(dict.fromkeys(unsuited)))
    for column, new in (("name", clean_name(name)), ("type", type_), ("choices", _listed(choices))):
        if getattr(row, column) != new:
            setattr(row, column, new)
    for value, text in written.items():
        if value.value != text:
            value.value = text
    session.flush()


def set_value(
    session: Session, attribute_id: int, value: str, *, interview_id: int | None = None,
    participant_id: int | None = None,
) -> None:
    """Set the value of an attribute for one interview or one participant; an empty value removes it.

    Raises KnownError when the value does not suit the attribute's type.
    """
    if interview_id is not None:
        refused = set_values(session, attribute_id, {interview_id: value}, target="interview")
    else:
        refused = set_values(session, attribute_id, {participant_id or 0: value}, target="participant")
    for error in refused.values():
        raise error


def set_values(session: Session, attribute_id: int, cells: Mapping[int, str], *, target: str) -> dict[int, KnownError]:
    """Set an attribute's value for several interviews, or participants, by id; an empty one removes it. Returns why
    some were not taken; the others are."""
    attribute = session.get(Attribute, attribute_id)
    if attribute is None:
        return dict.fromkeys(cells, KnownError(N_("This attribute is no longer in the project.")))
    column = AttributeValue.interview_id if target == "interview" else AttributeValue.participant_id
    known = {getattr(row, column.key): row for row in session.scalars(
        select(AttributeValue).where(AttributeValue.attribute_id == attribute_id, column.in_(cells)))}
    refused = {}
    for key, cell in cells.items():
        try:
            value = canonical(cell, name=attribute.name, type_=attribute.type, choices=attribute.choices)
        except KnownError as error:
            refused[key] = error
            continue
        row = known.get(key)
        if row is None and value:
            session.add(AttributeValue(attribute_id=attribute_id, value=value, **{column.key: key}))
        elif row is not None and not value:
            session.delete(row)
        elif row is not None and row.value != value:
            row.value = value
    session.flush()
    return refused


def remove(session: Session, attribute_id: int) -> None:
    """Delete an attribute with all its values."""
    for row in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == attribute_id)):
        session.delete(row)
    session.flush()
    session.delete(session.get_one(Attribute, attribute_id))
    session.flush()


def _listed(choices: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name for name in map(clean_name, choices) if name))


def _check(session: Session, name: str, target: str, type_: str, choices: Sequence[str], *, but: int = 0) -> None:
    name = clean_name(name)
    if type_ not in ATTRIBUTE_TYPES:
        raise ValueError(type_)
    if not name:
        raise KnownError(N_("An attribute needs a name."))
    taken = session.scalar(select(Attribute.id).where(Attribute.name == name, Attribute.target == target))
    if taken not in (None, but):
        raise KnownError(N_("There is already an attribute “{name}”. Choose another name."), name=name)
    if type_ == "choice" and not _listed(choices):
        raise KnownError(N_("Write the values to choose from."))
