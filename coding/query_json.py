# SPDX-License-Identifier: GPL-3.0-or-later
"""A query as JSON, by the names of ``Query``'s fields, only those that ask something. Codes, groups, interviews,
participants, coders and passages stand there by their guid, which is never given again as an id may be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from coding.fold import fold
from coding.quote_query import Meets, Query
from models.code import Code
from models.group import Group
from models.interview import Interview
from models.participant import Attribute, Participant
from models.passage import Passage
from models.project import Coder

CODE_FIELDS = ("code_ids", "all_code_ids", "without_code_ids")
NAMED: Mapping[str, type[Any]] = {
    **dict.fromkeys(CODE_FIELDS, Code), "group_ids": Group, "interview_ids": Interview, "coder_ids": Coder,
    "participant_ids": Participant, "passage_ids": Passage,
}
_AS_THEY_ARE = ("strong", "asks", "memo", "words", "cited", "withheld")
_IN_ONE_GO = 10_000  # values that SQL is given at once


def written(session: Session, query: Query) -> dict[str, Any]:
    """What a query asks, as it is kept."""
    asked: dict[str, Any] = {}
    for name, model in NAMED.items():
        if getattr(query, name):
            asked[name] = _guids(session, model, getattr(query, name))
    if query.where:
        asked["where"] = [list(pair) for pair in query.where]
    if query.meets:
        asked["meets"] = [
            {"relation": each.relation, "code_ids": _guids(session, Code, each.code_ids), "turns": each.turns,
             "absent": each.absent} for each in query.meets]
    asked |= {field.name: getattr(query, field.name) for field in fields(Query)
              if field.name in _AS_THEY_ARE and getattr(query, field.name) != field.default}
    return asked


def read(session: Session, asked: Mapping[str, Any]) -> tuple[Query, int]:
    """The query that was kept, without what is gone, which is counted: what it named, and any key that this version of
    the program does not know."""
    found: dict[str, Any] = {name: value for name, value in asked.items() if name in _AS_THEY_ARE}
    gone = len(set(asked) - set(NAMED) - set(_AS_THEY_ARE) - {"where", "meets"})
    for name in NAMED.keys() & asked.keys():
        found[name] = _ids(session, NAMED[name], asked[name])
        gone += len(asked[name]) - len(found[name])
    attributes = {fold(name) for name in session.scalars(select(Attribute.name))} if asked.get("where") else set()
    found["where"] = tuple((name, value) for name, value in asked.get("where", ()) if fold(name) in attributes)
    gone += len(asked.get("where", ())) - len(found["where"])
    meets = []
    for each in asked.get("meets", ()):
        code_ids = _ids(session, Code, each["code_ids"])
        gone += len(each["code_ids"]) - len(code_ids)
        meets += [Meets(each["relation"], code_ids, each["turns"], each["absent"])] if code_ids else []
    return Query(**found, meets=tuple(meets)), gone


def attribute_renamed(asked: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
    """The same with an attribute under another name."""
    where = [[after if fold(name) == fold(before) else name, value] for name, value in asked.get("where", ())]
    return {**asked, "where": where} if where else dict(asked)


def forgotten(asked: Mapping[str, Any], guids: Collection[str]) -> dict[str, Any]:
    """The same without these guids, in the place of each of which nothing is named: it is counted as gone."""
    return {name: ["" if guid in guids else guid for guid in value] if name in NAMED else value
            for name, value in asked.items()}


def merged(asked: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
    """The same with a code under another guid, once."""
    def turned(guids: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(after if guid == before else guid for guid in guids))

    made: dict[str, Any] = {name: turned(value) if name in CODE_FIELDS else value for name, value in asked.items()}
    if "meets" in made:
        made["meets"] = [dict(each, code_ids=turned(each["code_ids"])) for each in made["meets"]]
    return made


def _guids(session: Session, model: type[Any], ids: Sequence[int]) -> list[str]:
    found: dict[int, str] = {}
    for part in _parts(ids):
        found.update(_pairs(session, select(model.id, model.guid).where(model.id.in_(part))))
    return [found[key] for key in dict.fromkeys(ids) if key in found]


def _ids(session: Session, model: type[Any], guids: Sequence[str]) -> tuple[int, ...]:
    found: dict[str, int] = {}
    for part in _parts(guids):
        found.update(_pairs(session, select(model.guid, model.id).where(model.guid.in_(part))))
    return tuple(found[guid] for guid in guids if guid in found)


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(values), _IN_ONE_GO):
        yield values[at : at + _IN_ONE_GO]


def _pairs(session: Session, query: Select[Any]) -> dict[Any, Any]:
    return {row[0]: row[1] for row in session.execute(query)}
