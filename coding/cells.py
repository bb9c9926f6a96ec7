# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing many cells of a table at once: interviews, participants or units by fields and attributes.

A column is ``{row id: what is written there}``. Each field has a function that takes a column, writes what it can and
returns why the rest was refused. Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes
from coding.language import N_
from coding.metadata import values
from models.errors import KnownError
from models.interview import Interview

Column = Mapping[int, str]
Refused = dict[int, KnownError]
Field = Callable[[Session, Column], Refused]

ATTRIBUTE = "attribute:"


def set_cells(session: Session, target: str, columns: Mapping[str, Column]) -> dict[tuple[int, str], KnownError]:
    """Write cells of the ``interview``, ``participant`` or ``unit`` table, by field (its FIELDS, or «attribute:ID»);
    an empty text empties. Returns why some, by (row id, field), were not taken; the others are."""
    fields = _fields(target)
    refused: dict[tuple[int, str], KnownError] = {}
    # who is there comes before their roles
    for field in sorted(columns, key=lambda field: list(fields).index(field) if field in fields else len(fields)):
        if field.startswith(ATTRIBUTE):
            found = attributes.set_values(
                session, int(field.removeprefix(ATTRIBUTE)), columns[field], target=target)
        else:
            found = fields[field](session, columns[field])
        refused |= {(key, field): error for key, error in found.items()}
    session.flush()
    return refused


def each(column: Column, write: Callable[[int, str], None]) -> Refused:
    """Write the cells of a column one by one; ``write`` raises KnownError before it changes anything."""
    refused = {}
    for key, text in column.items():
        try:
            write(key, text.strip())
        except KnownError as error:
            refused[key] = error
    return refused


def interviews_titled(session: Session, cell: str) -> list[int]:
    """The interviews whose titles a cell lists. Raises KnownError when there is no such interview."""
    ids = dict(session.execute(select(Interview.title, Interview.id)).all())
    titles: Iterable[str] = [cell] if cell in ids else values.listed(cell)
    for title in titles:
        if title not in ids:
            raise KnownError(N_("There is no interview “{title}”."), title=title)
    return [ids[title] for title in titles]


def _fields(target: str) -> Mapping[str, Field]:
    from coding import interview_cells, participant_cells, unit_cells  # they are made of what is above

    return {"interview": interview_cells.FIELDS, "participant": participant_cells.FIELDS,
            "unit": unit_cells.FIELDS}[target]


