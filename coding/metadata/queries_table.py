# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved queries as a table, in and out by csv or xlsx, a condition a row: query, condition, value, turns, relation.

``condition`` is one of CONDITIONS; ``value`` names what it asks: a code by its path, an attribute as «Name=value», a
passage as «Interview 120-245»; yes or no for the marks. A relation to other passages (near, not_before…) names a code a
row: those of one ``relation`` number are alternatives, ``turns`` is how far. A query that asks nothing has one row,
without a condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, query_json, saved_queries
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Codes
from coding.metadata.report import Report, whole
from coding.metadata.sheets import Row
from coding.quote_query import Meets, Query, Relation
from models.errors import KnownError
from models.group import Group
from models.interview import Interview
from models.participant import Participant
from models.passage import Passage
from models.project import Coder

COLUMNS = ("query", "condition", "value", "turns", "relation")
ALIASES = {"requete": "query", "valeur": "value", "tours": "turns"}
LISTS = {"code": "code_ids", "all_codes": "all_code_ids", "without_code": "without_code_ids", "group": "group_ids",
         "interview": "interview_ids", "coder": "coder_ids", "participant": "participant_ids", "passage": "passage_ids"}
MARKS = ("strong", "asks", "memo", "cited", "withheld")
_NOT = "not_"
_RELATIONS: Mapping[str, tuple[Relation, bool]] = {
    f"{_NOT if absent else ''}{name}": (name, absent) for name in get_args(Relation) for absent in (False, True)}
CONDITIONS = (*LISTS, "where", "words", *MARKS, *_RELATIONS)
_NAMES: Mapping[str, Any] = {"group": Group.name, "interview": Interview.title, "coder": Coder.name,
                             "participant": Participant.name}


@dataclass
class _Draft:
    """What the rows of one query have said so far."""

    fields: dict[str, Any] = field(default_factory=dict)
    meets: dict[tuple[str, str, int], list[int]] = field(default_factory=dict)
    broken: bool = False

    def query(self) -> Query:
        """The query that they make."""
        found = tuple(Meets(_RELATIONS[condition][0], tuple(code_ids), turns, _RELATIONS[condition][1])
                      for (_number, condition, turns), code_ids in self.meets.items())
        return Query(**self.fields, meets=found)


def import_queries(writer: Writer, path: Path) -> Report:
    """Take saved queries in one act; one already there under its name asks what the table says. A query of which a row
    fails is left as it was. Raises KnownError when the file is no such table; rows that fail are in the report, which
    otherwise counts queries."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("query", "condition", "value")

    def act(session: Session) -> Report:
        report, drafts, names = Report(), dict[str, _Draft](), _Names(session)
        for row in sheet.rows:
            draft = drafts.setdefault(clean_name(row.get("query")), _Draft())
            try:
                whole(row)
                _add(draft, row, names)
            except KnownError as error:
                report.refuse(row, error)
                draft.broken = True
        had = {saved.name: saved.query for saved in saved_queries.listed(session)}
        for name, draft in drafts.items():
            if not draft.broken:
                query = draft.query()
                saved_queries.save(session, name, query)
                report.count("unchanged" if had.get(name) == query else "updated" if name in had else "added")
        return report

    report: Report = writer.do(Label(N_("import the saved queries of “{file}”"), {"file": path.name}), act).result
    return report


def export_queries(session: Session, path: Path) -> None:
    """Write every saved query, in order; what it asked for that is gone cannot be named."""
    names = _Names(session)
    sheets.write(path, COLUMNS, (
        line for saved in saved_queries.listed(session) for line in _lines(saved.name, saved.query, names)))


def _lines(name: str, query: Query, names: _Names) -> Iterator[tuple[object, ...]]:
    if query == Query():
        yield name, "", "", None, None
    for condition, column in LISTS.items():
        for key in getattr(query, column):
            yield name, condition, names.said(condition, key), None, None
    for attribute, value in query.where:
        yield name, "where", f"{attribute}={value}", None, None
    if query.words:
        yield name, "words", query.words, None, None
    for mark in MARKS:
        value = getattr(query, mark)
        if value is not None and value != Query.__dataclass_fields__[mark].default:
            yield name, mark, "yes" if value else "no", None, None
    for number, each in enumerate(query.meets, start=1):
        for code_id in each.code_ids:
            condition = f"{_NOT if each.absent else ''}{each.relation}"
            yield name, condition, names.said("code", code_id), each.turns, number


def _add(draft: _Draft, row: Row, names: _Names) -> None:
    condition, value = row.get("condition"), row.get("value")
    if not clean_name(row.get("query")):
        raise KnownError(N_("The row names no query."))
    if condition in LISTS:
        before = draft.fields.get(LISTS[condition], ())
        draft.fields[LISTS[condition]] = tuple(dict.fromkeys((*before, names.id(condition, value))))
    elif condition == "where":
        attribute, sign, wanted = value.partition("=")
        if not sign:
            raise KnownError(N_("“{text}” is not a condition: write ATTRIBUTE=VALUE."), text=value)
        draft.fields["where"] = (*draft.fields.get("where", ()), (attribute.strip(), wanted.strip()))
    elif condition == "words":
        draft.fields["words"] = value
    elif condition in MARKS:
        draft.fields[condition] = values.yes_no(value, condition)
    elif condition in _RELATIONS:
        turns = values.count(row.get("turns"), "turns") if row.get("turns") else 1
        draft.meets.setdefault((row.get("relation"), condition, turns), []).append(names.id("code", value))
    elif condition:
        raise KnownError(N_("“{condition}” is no condition of a query. They are: {conditions}."), condition=condition,
                         conditions=", ".join(CONDITIONS))


class _Names:
    """How what queries name is written, and the other way round."""

    def __init__(self, session: Session) -> None:
        self._session, self._book, self._codes = session, codebook.read(session), Codes(session)

    def said(self, condition: str, key: int) -> str:
        """The name of a row."""
        if LISTS[condition] in query_json.CODE_FIELDS:
            return self._book.path_text(key)
        if condition == "passage":
            title, start, end = self._session.execute(select(Interview.title, Passage.start, Passage.end).join(
                Passage, Passage.interview_id == Interview.id).where(Passage.id == key)).one()
            return f"{title} {start}-{end}"
        column = _NAMES[condition]
        return str(self._session.scalars(select(column).where(column.class_.id == key)).one())

    def id(self, condition: str, name: str) -> int:
        """The row of that name. Raises KnownError when there is none."""
        if LISTS[condition] in query_json.CODE_FIELDS:
            return self._codes.linked(name)
        found = self._passage(name) if condition == "passage" else self._session.scalar(
            select(_NAMES[condition].class_.id).where(_NAMES[condition] == clean_name(name)))
        if found is None:
            raise KnownError(N_("Nothing in this project is called “{name}”."), name=name)
        return int(found)

    def _passage(self, name: str) -> int | None:
        title, _space, span = name.rpartition(" ")
        start, _dash, end = span.partition("-")
        if not (start.isdecimal() and end.isdecimal()):
            return None
        return self._session.scalar(select(Passage.id).join(Interview, Interview.id == Passage.interview_id).where(
            Interview.title == clean_name(title), Passage.start == int(start), Passage.end == int(end)))
