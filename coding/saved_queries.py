# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries of quotes kept under a name, as ``coding.query_json`` writes them: what is deleted is missed, and found again
when it comes back by undo. Acts take a session and are run by the writer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from coding import query_json, quote_orders
from coding.codebook import clean_name
from coding.fold import fold
from coding.language import N_
from coding.quote_query import Query
from models.code import Code
from models.errors import KnownError
from models.saved_query import SavedQuery


@dataclass(frozen=True)
class Saved:
    """A query under its name; ``gone`` counts what it asked for that is no longer there, and that ``query`` leaves
    out."""

    id: int
    name: str
    query: Query
    gone: int = 0


def listed(session: Session) -> list[Saved]:
    """The queries, in the order given."""
    return [_saved(session, row) for row in session.scalars(_ordered())]


def get(session: Session, query_id: int) -> Saved:
    """One query. Raises KnownError when it no longer exists."""
    return _saved(session, _row(session, query_id))


def named(session: Session, name: str) -> Saved:
    """The query of that name, accents and case mattering only where two would do. Raises KnownError when there is
    none."""
    alike = [row for row in session.scalars(_ordered()) if fold(row.name) == fold(clean_name(name))]
    found = next((row for row in alike if row.name == clean_name(name)), alike[0] if len(alike) == 1 else None)
    if found is None:
        raise KnownError(N_("There is no saved query “{name}” in this project."), name=name)
    return _saved(session, found)


def save(session: Session, name: str, query: Query) -> int:
    """Keep a query under a name; one that is there under that name then asks this. Returns its id. Raises KnownError
    when the name is empty."""
    name, asked = _checked(name), query_json.written(session, query)
    row = _called(session, name)
    if row is None:
        last = session.scalar(select(func.max(SavedQuery.position)))
        row = SavedQuery(name=name, position=0 if last is None else last + 1, asked=asked)
        session.add(row)
    elif row.asked != asked:
        row.asked = asked
    session.flush()
    return row.id


def rename(session: Session, query_id: int, name: str) -> None:
    """Give a query another name. Raises KnownError when it is empty or taken, or the query no longer exists."""
    row, name = _row(session, query_id), _checked(name)
    other = _called(session, name)
    if other is not None and other is not row:
        raise KnownError(N_("There is already a saved query “{name}”."), name=name)
    if row.name != name:
        row.name = name
    session.flush()


def remove(session: Session, query_id: int) -> None:
    """Delete a query, and the order given by hand to what it finds. Raises KnownError when it no longer exists."""
    row = _row(session, query_id)
    quote_orders.forget(session, "query_id", query_id)
    session.delete(row)
    session.flush()


def reorder(session: Session, query_ids: Sequence[int]) -> None:
    """Put the queries in this order; those that it does not name come after."""
    rank = {key: place for place, key in enumerate(query_ids)}
    rows = sorted(session.scalars(_ordered()), key=lambda row: rank.get(row.id, len(rank)))
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
    session.flush()


def follow_code(session: Session, code_id: int, *, into: int | None = None) -> None:
    """Let queries that name a code which becomes another name that one; a code that is deleted is only missed."""
    if into is not None:
        _rewrite(session, partial(query_json.merged, before=session.get_one(Code, code_id).guid,
                                  after=session.get_one(Code, into).guid))


def follow_attribute(session: Session, before: str, after: str) -> None:
    """Let queries that name an attribute name it by its new name."""
    _rewrite(session, partial(query_json.attribute_renamed, before=before, after=after))


def forget(session: Session, guids: Collection[str]) -> None:
    """Let queries miss what has these guids for ever, and keep nothing that tells what it was."""
    _rewrite(session, partial(query_json.forgotten, guids=guids))


def _rewrite(session: Session, turned: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
    for row in session.scalars(_ordered()).all():
        asked = turned(row.asked)
        if asked != row.asked:
            row.asked = asked
    session.flush()


def _saved(session: Session, row: SavedQuery) -> Saved:
    return Saved(row.id, row.name, *query_json.read(session, row.asked))


def _ordered() -> Select[SavedQuery]:
    return select(SavedQuery).order_by(SavedQuery.position, SavedQuery.id)


def _called(session: Session, name: str) -> SavedQuery | None:
    return session.scalar(select(SavedQuery).where(SavedQuery.name == name))


def _row(session: Session, query_id: int) -> SavedQuery:
    row = session.get(SavedQuery, query_id)
    if row is None:
        raise KnownError(N_("This saved query no longer exists. It may have been removed meanwhile."))
    return row


def _checked(name: str) -> str:
    name = clean_name(name)
    if not name:
        raise KnownError(N_("A saved query needs a name."))
    return name
