# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of an attribute as columns: which interviews have which value."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.fold import fold
from coding.language import N_, _
from models.errors import KnownError
from models.participant import Attribute, AttributeValue, Participation


def values_of(session: Session, name: str, interview_ids: Sequence[int]) -> dict[str, list[int]]:
    """Value → the interviews that have it, or one of whose participants has it.

    Values come in the order of the choice, of the numbers, or of the alphabet; interviews without one come last,
    under «(no value)». Raises KnownError when the project has no such attribute.
    """
    wanted = fold(name.strip())
    attributes = [row for row in session.scalars(select(Attribute)) if fold(row.name) == wanted]
    if not attributes:
        raise KnownError(N_("There is no attribute “{name}” in this project."), name=name)
    keys = [row.id for row in attributes]
    of_interviews = select(AttributeValue.interview_id, AttributeValue.value).where(
        AttributeValue.attribute_id.in_(keys), AttributeValue.interview_id.is_not(None))
    of_people = select(Participation.interview_id, AttributeValue.value).join(
        AttributeValue, AttributeValue.participant_id == Participation.participant_id
    ).where(AttributeValue.attribute_id.in_(keys))
    found: dict[str, set[int]] = {}
    for interview_id, value in (*session.execute(of_interviews), *session.execute(of_people)):
        if interview_id is not None and interview_id in interview_ids and value.strip():
            found.setdefault(value.strip(), set()).add(interview_id)
    choices = [choice for row in attributes for choice in row.choices]
    columns = {
        _shown(value, attributes[0].type): sorted(found[value])
        for value in sorted(found, key=lambda value: _rank(value, choices))
    }
    without = [key for key in interview_ids if not any(key in members for members in found.values())]
    return {**columns, _("(no value)"): without} if without else columns


def _shown(value: str, type_: str) -> str:
    return {"yes": _("yes"), "no": _("no")}.get(value, value) if type_ == "yes_no" else value


def _rank(value: str, choices: Sequence[str]) -> tuple[int, float, str]:
    if value in choices:
        return 0, choices.index(value), ""
    try:
        return 1, float(value), ""
    except ValueError:
        return 2, 0.0, fold(value)
