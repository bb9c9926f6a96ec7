# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants, attributes and groups of an import. What is there stays as it is; what it lacks is added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from coding import attributes, groups
from coding.exchange import conventions, headings
from coding.exchange.bearers import OUR_SETS
from coding.exchange.derived import derived, fixed
from coding.exchange.model import Case, Exchange, Set, Value, Variable
from coding.exchange.taking_work import Work
from coding.exchange.there import There, named
from coding.language import N_, _
from coding.metadata import values as words
from models.errors import KnownError
from models.group import Group, GroupMember
from models.participant import ATTRIBUTE_TARGETS, Attribute, AttributeValue, Participant, Participation

REFUSED = N_("Values that do not suit the attribute of the project, or say otherwise than it: {n}")
CASE_CODES = N_("Cases that are tied to codes or selections: {n}")
OUR_VARIABLES = frozenset(fixed(part) for part in (
    conventions.FILE_NAME, conventions.DATE, conventions.MODE, conventions.DURATION, conventions.STATUS,
    conventions.KIND, conventions.UNITS))
_TYPES = {"Text": "text", "Boolean": "yes_no", "Integer": "number", "Float": "number", "Date": "date",
          "DateTime": "text"}
_COUNTS = ("invited", "reached", "refused", "silent")


def take_participants(work: Work) -> None:
    """Make the participants that the project lacks."""
    for case in work.exchange.cases:
        row_id = participant(work.there, case)
        work.count("participants", new=row_id is None)
        if row_id is None:
            row = Participant(guid=work.there.participants.free(case.guid), name=name_of(case))
            work.session.add(row)
            work.session.flush()
            row_id = row.id
            work.there.participants.note(row_id, row.guid, row.name)
        work.participants[case.guid] = row_id
        if case.codes or case.selections:
            work.lose(CASE_CODES, case.name)


def participant(there: There, case: Case) -> int | None:
    """The participant of the project that a case is."""
    return there.participants.find(case.guid, name_of(case))


def name_of(case: Case) -> str:
    """The name of a case as the project stores it."""
    return named(case.name, _("Participant {guid}").format(guid=case.guid[:8]))


def take_parts(work: Work) -> None:
    """Say who is in which interview, under which role."""
    roles = {link.guid: link.name for link in work.exchange.links}
    by_source: dict[str, list[Case]] = defaultdict(list)
    for case in work.exchange.cases:
        for source in case.sources:
            by_source[source].append(case)
    for source, cases in by_source.items():
        if source in work.interviews:
            _join(work, work.interviews[source], source, cases, roles)


def _join(work: Work, interview_id: int, source: str, cases: list[Case], roles: Mapping[str, str]) -> None:
    """In the order of the cases, but that those whose link says a role are among themselves in the order of the
    links."""
    order = {guid: place for place, guid in enumerate(roles)}
    linked = iter(sorted((case for case in cases if derived(case.guid, source) in order),
                         key=lambda case: order[derived(case.guid, source)]))
    there = {part.participant_id: part for part in work.session.scalars(
        select(Participation).where(Participation.interview_id == interview_id))}
    position = max((part.position for part in there.values()), default=-1)
    for case in [next(linked) if derived(case.guid, source) in order else case for case in cases]:
        key, role = work.participants[case.guid], roles.get(derived(case.guid, source), "")
        if key not in there:
            position += 1
            there[key] = Participation(interview_id=interview_id, participant_id=key, role=role, position=position)
            work.session.add(there[key])
        elif role and not there[key].role:
            there[key].role = role
    work.session.flush()


def targets(exchange: Exchange) -> Iterator[tuple[Variable, str, str]]:
    """(variable, target, GUID of the attribute): what each variable is said of, one attribute for each."""
    of_sources = {guid for source in exchange.sources for guid in source.values}
    of_cases = {guid for case in exchange.cases for guid in case.values}
    for variable in exchange.variables:
        if variable.guid in OUR_VARIABLES:
            continue
        _text, parts = headings.parted(variable.description)
        said = [target for target in ATTRIBUTE_TARGETS if target in parts]
        held = {"participant": of_cases, "interview": of_sources}
        found = said or [target for target, guids in held.items() if variable.guid in guids] or ["participant"]
        for place, target in enumerate(found):
            yield variable, target, variable.guid if place == 0 else derived(variable.guid, target)


def attribute(there: There, variable: Variable, target: str, guid: str) -> int | None:
    """The attribute of the project that a variable is."""
    return there.attributes.find(guid, (target, named(variable.name, _("Attribute"))))


def take_attributes(work: Work) -> None:
    """Make the attributes that the project lacks, and give the values that its rows lack."""
    for variable, target, guid in targets(work.exchange):
        held = _held(work, variable.guid, target)
        row_id = attribute(work.there, variable, target, guid)
        work.count("attributes", new=row_id is None)
        if row_id is None:
            row_id = _add(work, variable, target, guid, held)
        _give(work, row_id, target, held)


def _held(work: Work, guid: str, target: str) -> dict[int, Value]:
    """The values of a variable, by the ids of the rows."""
    if target == "participant":
        return {work.participants[case.guid]: case.values[guid] for case in work.exchange.cases if guid in case.values}
    return {work.interviews[source.guid]: source.values[guid] for source in work.exchange.sources
            if guid in source.values and source.guid in work.interviews}


def _add(work: Work, variable: Variable, target: str, guid: str, held: Mapping[int, Value]) -> int:
    _said, parts = headings.parted(variable.description)
    choices = [choice for choice in parts.get("choices", "").split("\n") if choice]
    type_ = "choice" if choices else _TYPES[variable.type]
    if type_ in ("yes_no", "number", "date") and any(isinstance(value, str) for value in held.values()):
        type_ = "text"
    last = work.session.scalar(select(func.max(Attribute.position)).where(Attribute.target == target))
    row = Attribute(guid=work.there.attributes.free(guid), target=target, name=named(variable.name, _("Attribute")),
                    type=type_, choices=choices, position=0 if last is None else last + 1)
    work.session.add(row)
    work.session.flush()
    work.there.attributes.note(row.id, row.guid, (target, row.name))
    return row.id


def _give(work: Work, attribute_id: int, target: str, held: Mapping[int, Value]) -> None:
    row = work.session.get_one(Attribute, attribute_id)
    column = AttributeValue.interview_id if target == "interview" else AttributeValue.participant_id
    known = dict(work.session.execute(
        select(column, AttributeValue.value).where(AttributeValue.attribute_id == attribute_id)).all())
    for key, value in held.items():
        try:
            said = attributes.canonical(_said(value), name=row.name, type_=row.type, choices=row.choices)
        except KnownError:
            work.lose(REFUSED, row.name)
            continue
        if key not in known and said:
            work.session.add(AttributeValue(attribute_id=attribute_id, value=said, **{column.key: key}))
        elif not _alike(known.get(key, said), said, row.type):
            work.lose(REFUSED, row.name)
    work.session.flush()


def _alike(there: str, coming: str, type_: str) -> bool:
    return there == coming or (type_ == "number" and float(there) == float(coming))


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 and "e" not in f"{value:.15g}" else f"{value:f}"
    return str(value)


def groups_of(exchange: Exchange, known: Mapping[str, Any]) -> list[Set]:
    """The sets that are groups of interviews. One that holds no source is only that in a file of ours."""
    return [one for one in exchange.sets if one.guid not in OUR_SETS
            and (any(guid in known for guid in one.sources) or not (one.codes or one.notes or one.sources))]


def take_groups(work: Work) -> None:
    """Make the groups that the project lacks, and add to those that are there the interviews that they lack."""
    found = groups_of(work.exchange, work.interviews)
    last = work.session.scalar(select(func.max(Group.position)))
    position = 0 if last is None else last + 1
    for one in found:
        if not (one.sources or work.ours):
            continue
        name = named(one.name, _("Group"))
        row_id = work.there.groups.find(one.guid, name)
        work.count("groups", new=row_id is None)
        if row_id is None:
            row = Group(guid=work.there.groups.free(one.guid), name=name, position=position)
            position += 1
            work.session.add(row)
            work.session.flush()
            row_id = row.id
            work.there.groups.note(row_id, row.guid, name)
        work.groups[one.guid] = row_id
        _gather(work, row_id, one)
        _frame(work, row_id, one)


def _gather(work: Work, group_id: int, one: Set) -> None:
    there = set(work.session.scalars(select(GroupMember.interview_id).where(GroupMember.group_id == group_id)))
    for guid in one.sources:
        key = work.interviews.get(guid)
        if key is not None and key not in there:
            there.add(key)
            work.session.add(GroupMember(group_id=group_id, interview_id=key))
    work.session.flush()


def frame_of(one: Set) -> dict[str, Any]:
    """The sampling frame that the description of a set of ours says; empty for any other description."""
    fields: dict[str, Any] = {}
    lines = one.description.split("\n")
    for place, line in enumerate(lines):
        field, separator, said = line.partition(": ")
        if field not in groups.FRAME_FIELDS or not separator:
            return {}
        if field == "justification":
            fields[field] = "\n".join([said, *lines[place + 1 :]])
            break
        try:
            fields[field] = words.count(said, field) if field in _COUNTS else said
            if field == "frame_known":
                fields[field] = words.chosen(words.FRAME_WORDS, said, field)
        except KnownError:
            return {}
    return fields


def _frame(work: Work, group_id: int, one: Set) -> None:
    fields = frame_of(one)
    if fields and not groups.frame(work.session, group_id):
        try:
            groups.set_frame(work.session, group_id, **fields)
        except KnownError:
            work.lose(REFUSED, one.name)

