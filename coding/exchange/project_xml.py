# SPDX-License-Identifier: GPL-3.0-or-later
"""The XML of a REFI-QDA project, its elements in the one order that the schema allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from coding.exchange.elements import Elements, moment
from coding.exchange.model import (
    Case,
    CodeNode,
    Coding,
    Exchange,
    Link,
    Note,
    Selection,
    Set,
    Source,
    Value,
    ValueType,
)

PROJECT = "urn:QDA-XML:project:1.0"


def write(out: Elements, exchange: Exchange, told: Callable[[int, str], None]) -> None:
    """The whole document; ``told`` is given how many sources were written and the name of the last."""
    with out.within("Project", xmlns=PROJECT, name=exchange.name, origin=exchange.origin or None,
                    creationDateTime=exchange.at, modifiedDateTime=exchange.changed):
        with out.within_some("Users", exchange.users):
            for user in exchange.users:
                out.put("User", guid=user.guid, name=user.name)
        with out.within_some("CodeBook", exchange.codes), out.within_some("Codes", exchange.codes):
            put_codes(out, exchange.codes)
        with out.within_some("Variables", exchange.variables):
            for variable in exchange.variables:
                with out.within("Variable", guid=variable.guid, name=variable.name, typeOfVariable=variable.type):
                    describe(out, variable.description)
        _content(out, exchange, {variable.guid: variable.type for variable in exchange.variables}, told)
        with out.within_some("Links", exchange.links):
            for link in exchange.links:
                _put_link(out, link)
        with out.within_some("Sets", exchange.sets):
            for one in exchange.sets:
                _put_set(out, one)
        describe(out, exchange.description)
        out.refer("NoteRef", exchange.project_notes)


def put_codes(out: Elements, codes: Iterable[CodeNode]) -> None:
    """Codes and those below them."""
    for code in codes:
        with out.within("Code", guid=code.guid, name=code.name, isCodable="true" if code.is_codable else "false",
                        color=code.colour or None):
            describe(out, code.description)
            out.refer("NoteRef", code.notes)
            put_codes(out, code.codes)


def describe(out: Elements, description: str) -> None:
    """A description, when there is one."""
    if description:
        out.put("Description", description)


def _content(out: Elements, exchange: Exchange, types: Mapping[str, ValueType], told: Callable[[int, str], None]
             ) -> None:
    with out.within_some("Cases", exchange.cases):
        for case in exchange.cases:
            _put_case(out, case, types)
    with out.within_some("Sources", exchange.sources):
        for done, source in enumerate(exchange.sources, 1):
            _put_source(out, source, types)
            told(done, source.name)
    with out.within_some("Notes", exchange.notes):
        for note in exchange.notes:
            _put_note(out, note)


def _put_case(out: Elements, case: Case, types: Mapping[str, ValueType]) -> None:
    with out.within("Case", guid=case.guid, name=case.name):
        describe(out, case.description)
        out.refer("CodeRef", case.codes)
        _put_values(out, case.values, types)
        out.refer("SourceRef", case.sources)
        out.refer("SelectionRef", case.selections)


def _put_source(out: Elements, source: Source, types: Mapping[str, ValueType]) -> None:
    with out.within("TextSource", guid=source.guid, name=source.name, plainTextPath=f"internal://{source.guid}.txt",
                    creatingUser=source.user or None, creationDateTime=source.at):
        describe(out, source.description)
        for selection in source.selections:
            _put_selection(out, selection)
        _put_codings(out, source.codings)
        out.refer("NoteRef", source.notes)
        _put_values(out, source.values, types)


def _put_selection(out: Elements, selection: Selection) -> None:
    with out.within("PlainTextSelection", guid=selection.guid, name=selection.name, startPosition=selection.start,
                    endPosition=selection.end, creatingUser=selection.user or None, creationDateTime=selection.at):
        describe(out, selection.description)
        _put_codings(out, selection.codings)
        out.refer("NoteRef", selection.notes)


def _put_codings(out: Elements, codings: Iterable[Coding]) -> None:
    for coding in codings:
        with out.within("Coding", guid=coding.guid, creatingUser=coding.user or None, creationDateTime=coding.at):
            out.put("CodeRef", targetGUID=coding.code)
            out.refer("NoteRef", coding.notes)


def _put_note(out: Elements, note: Note) -> None:
    with out.within("Note", guid=note.guid, name=note.name or None, creatingUser=note.user or None,
                    creationDateTime=note.at, modifiedDateTime=note.changed):
        out.put("PlainTextContent", note.text)


def _put_link(out: Elements, link: Link) -> None:
    with out.within("Link", guid=link.guid, name=link.name or None, direction=link.direction or None,
                    originGUID=link.origin, targetGUID=link.target):
        out.refer("NoteRef", link.notes)


def _put_set(out: Elements, one: Set) -> None:
    with out.within("Set", guid=one.guid, name=one.name):
        describe(out, one.description)
        out.refer("MemberCode", one.codes)
        out.refer("MemberSource", one.sources)
        out.refer("MemberNote", one.notes)


def _put_values(out: Elements, values: Mapping[str, Value], types: Mapping[str, ValueType]) -> None:
    for guid, value in values.items():
        with out.within("VariableValue"):
            out.put("VariableRef", targetGUID=guid)
            out.put(f"{types[guid]}Value", _said(value))


def _said(value: Value) -> str:
    """A value as XML Schema writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return f"{Decimal(repr(value)):f}"  # xsd:decimal has no exponent
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
