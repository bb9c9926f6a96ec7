# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line of the filters asks of a query, and how a query is changed by it.

A line has a key: ("code", id), ("group", id), ("interview", id), ("person", id), ("where", (attribute, value)), or a
field of the query that holds or not with its value, such as ("memo", True).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

from coding.quotes import Query

State = Literal["", "any", "all", "without"]
Key = tuple[str, Any]

CODES: dict[State, str] = {"any": "code_ids", "all": "all_code_ids", "without": "without_code_ids"}
LISTS = {"group": "group_ids", "interview": "interview_ids", "person": "participant_ids", "where": "where"}
_NEXT: dict[State, State] = {"": "any", "any": "all", "all": "without", "without": ""}


def state(query: Query, key: Key) -> State:
    """How a line stands: a code is one of those sought, each of which must be there, or must not; others are ticked."""
    kind, value = key
    if kind == "code":
        return next((name for name, field in CODES.items() if value in getattr(query, field)), "")
    if kind in LISTS:
        return "any" if value in getattr(query, LISTS[kind]) else ""
    return "any" if getattr(query, kind) is value else ""


def put(query: Query, key: Key, wanted: State) -> Query:
    """The query once a line stands so."""
    kind, value = key
    if kind == "code":
        fields: dict[str, Any] = {field: _with(getattr(query, field), value, name == wanted)
                                  for name, field in CODES.items()}
    elif kind in LISTS:
        fields = {LISTS[kind]: _with(getattr(query, LISTS[kind]), value, bool(wanted))}
    else:
        none = False if kind == "strong" else None
        fields = {kind: value if wanted else none}
    return replace(query, **fields)


def turned(query: Query, key: Key) -> Query:
    """The query once a line was clicked: a code goes through all that it may be, others are ticked or not."""
    now = state(query, key)
    return put(query, key, _NEXT[now] if key[0] == "code" else "" if now else "any")


def only(keys: Iterable[Key]) -> Query:
    """The query that asks for these and nothing else."""
    query = Query()
    for key in keys:
        query = put(query, key, "any")
    return query


def _with(values: tuple[Any, ...], value: Any, there: bool) -> tuple[Any, ...]:
    if there:
        return values if value in values else (*values, value)
    return tuple(other for other in values if other != value)
