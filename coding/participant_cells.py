# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the table of participants that can be written, each a whole column at a time."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import names, participants
from coding.cells import Column, Field, Refused, each, interviews_titled
from coding.codebook import clean_name
from coding.language import N_
from models.errors import KnownError
from models.participant import Participant


def _names(session: Session, column: Column) -> Refused:
    rows = {row.id: row for row in session.scalars(select(Participant).where(Participant.id.in_(column)))}
    wanted = {key: clean_name(text) for key, text in column.items() if key in rows and clean_name(text)}
    free = names.settled(dict(session.execute(select(Participant.id, Participant.name)).all()), wanted)
    names.give(session, {rows[key]: name for key, name in free.items()})
    refused: Refused = {}
    for key in column:
        if key not in rows:
            refused[key] = KnownError(participants.GONE)
        elif key not in wanted:
            refused[key] = KnownError(N_("A participant needs a name."))
        elif key not in free:
            refused[key] = KnownError(
                N_("There is already a participant “{name}”. Choose another name."), name=wanted[key])
    return refused


def _interviews(session: Session, column: Column) -> Refused:
    return each(column, lambda key, text: participants.set_interviews(session, key, interviews_titled(session, text)))


def _roles(session: Session, column: Column) -> Refused:
    return each(column, lambda key, text: participants.set_roles(session, key, text))


FIELDS: dict[str, Field] = {"name": _names, "interviews": _interviews, "roles": _roles}
