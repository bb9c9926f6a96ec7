# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of interviews: what is known of each, in and out by csv or xlsx.

Columns: interview, file, group, participants, roles, units, date, mode, duration_min, status, kind, cite (no: none of
it is to be cited); any other one is an attribute of interviews. An empty cell changes nothing; a cell that lists
groups, participants or units says all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes, corpus, groups, names, order, units
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.interviews import InterviewRow, get, interviews
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Interviews
from coding.metadata.report import Report, whole
from coding.metadata.sheets import Row, Sheet
from coding.metadata.together import TOGETHER, joined_roles, people, roles
from coding.participants import set_participants
from models.errors import KnownError
from models.interview import Interview

COLUMNS = ("interview", "file", "group", "participants", "roles", "units", "date", "mode", "duration_min", "status",
           "kind", "cite")
ALIASES = {
    "entretien": "interview", "titre": "interview", "title": "interview", "fichier": "file", "groupe": "group",
    "groupes": "group", "groups": "group", "participant": "participants", "participantes": "participants",
    "enquete": "participants", "enquetes": "participants", "role": "roles", "unit": "units", "unite": "units",
    "unites": "units", "modalite": "mode", "duree_min": "duration_min", "duree": "duration_min",
    "duration": "duration_min", "citer": "cite", "a_citer": "cite", "citable": "cite",
}


@dataclass(frozen=True)
class _Plan:
    """What one row asks for, read and checked before anything changes."""

    row: Row
    interview_id: int
    title: str
    details: Mapping[str, Any]
    groups: Sequence[str]
    units: Sequence[str]
    people: Sequence[tuple[str, str | None]]
    values: Mapping[str, str]


def import_interviews(writer: Writer, path: Path) -> Report:
    """Take a table of interviews in one act. The order of its rows becomes the order given, which counts where the
    interviews do not all have a date. Raises KnownError when the file is no such table; rows that fail are in the
    report."""
    sheet = sheets.read(path, aliases=ALIASES)
    if "file" not in sheet.columns:
        sheet.require("interview")
    report: Report = writer.do(
        Label(N_("import the table of interviews “{file}”"), {"file": path.name}), lambda s: _take(s, sheet)).result
    return report


def export_interviews(session: Session, path: Path) -> None:
    """Write the same table back: every interview in the recorded order, attributes in columns of their own."""
    own = [attribute.name for attribute in attributes.listed(session)]
    sheets.write(path, [*COLUMNS, *own], (_cells(row, own) for row in interviews(session)))


def _cells(row: InterviewRow, own: Sequence[str]) -> list[object]:
    return [
        row.title, row.file_name, "; ".join(row.groups), TOGETHER.join(person.name for person in row.participants),
        joined_roles([person.role for person in row.participants]), "; ".join(row.units), row.date, row.mode,
        row.duration_min, values.written(values.STATUS_WORDS, row.status), values.written(values.KIND_WORDS, row.kind),
        "no" if row.is_withheld else "yes", *(row.attributes.get(name) for name in own),
    ]


def _take(session: Session, sheet: Sheet) -> Report:
    before = {row.id: row for row in interviews(session)}
    were_dated = order.all_dated(session)
    report = Report()
    plans = _with_free_titles(_plans(session, sheet, before, report), before, report)
    for plan in plans:
        _apply(session, plan)
    names.give(session, {get(session, plan.interview_id): plan.title for plan in plans}, "title")
    _order(session, [plan.interview_id for plan in plans], were_dated=were_dated)
    session.flush()
    after = {row.id: row for row in interviews(session)}
    report.updated = sum(_differ(before[plan.interview_id], after[plan.interview_id]) for plan in plans)
    report.unchanged = len(plans) - report.updated
    report.problems.sort(key=lambda problem: problem.row)
    return report


def _plans(session: Session, sheet: Sheet, before: Mapping[int, InterviewRow], report: Report) -> list[_Plan]:
    known = Interviews(session)
    own = {key: clean_name(heading) for key, heading in sheet.columns.items() if key not in COLUMNS}
    types = {attribute.name: attribute for attribute in attributes.listed(session)}
    plans: dict[int, _Plan] = {}
    for row in sheet.rows:
        try:
            whole(row)
            interview_id = known.described(row)
            if interview_id in plans:
                raise KnownError(N_("This interview already has a row above."))
            plans[interview_id] = _plan(row, before[interview_id], own, types)
        except KnownError as error:
            report.refuse(row, error)
    return list(plans.values())


def _plan(
    row: Row, interview: InterviewRow, own: Mapping[str, str], types: Mapping[str, attributes.AttributeRow]
) -> _Plan:
    found: dict[str, str] = {}
    for key, name in own.items():
        kind = types.get(name)
        if row.get(key):
            found[name] = row.get(key) if kind is None else attributes.canonical(
                row.get(key), name=name, type_=kind.type, choices=kind.choices)
    return _Plan(
        row, interview.id, clean_name(row.get("interview")) or interview.title, _details(row),
        values.listed(row.get("group")), values.listed(row.get("units")), _people(row, interview), found,
    )


def _details(row: Row) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if row.get("date"):
        details["date"] = values.day(row.get("date"), "date")
    if row.get("mode"):
        details["mode"] = row.get("mode")
    if row.get("duration_min"):
        details["duration_min"] = values.minutes(row.get("duration_min"), "duration_min")
    if row.get("status"):
        details["status"] = values.chosen(values.STATUS_WORDS, row.get("status"), "status")
    if row.get("kind"):
        details["kind"] = values.chosen(values.KIND_WORDS, row.get("kind"), "kind")
    if row.get("cite"):
        details["is_withheld"] = not values.yes_no(row.get("cite"), "cite")
    return details


def _people(row: Row, interview: InterviewRow) -> list[tuple[str, str | None]]:
    """(name, role) of each participant, None for a role that the row leaves as it is; empty when it says nothing."""
    if not row.get("participants") and not row.get("roles"):
        return []
    named = people(row.get("participants")) or [person.name for person in interview.participants]
    if not row.get("roles"):
        return [(name, None) for name in named]
    return [(name, role or None) for name, role in zip(named, roles(row.get("roles"), len(named)), strict=True)]


def _with_free_titles(plans: Sequence[_Plan], before: Mapping[int, InterviewRow], report: Report) -> list[_Plan]:
    """The plans whose titles can all stand together; titles may be exchanged between rows."""
    free = names.settled({key: row.title for key, row in before.items()},
                         {plan.interview_id: plan.title for plan in plans})
    for plan in plans:
        if plan.interview_id not in free:
            report.refuse(plan.row, KnownError(
                N_("Another interview is already called “{title}”. Choose another title."), title=plan.title))
    return [plan for plan in plans if plan.interview_id in free]


def _apply(session: Session, plan: _Plan) -> None:
    corpus.set_details(session, plan.interview_id, **plan.details)
    if plan.groups:
        groups.set_groups(session, plan.interview_id, [groups.obtain(session, name) for name in plan.groups])
    if plan.units:
        units.set_units(session, plan.interview_id, plan.units)
    if plan.people:
        set_participants(session, plan.interview_id, plan.people)
    for name, value in plan.values.items():
        attributes.set_value(session, attributes.obtain(session, name), value, interview_id=plan.interview_id)


def _order(session: Session, interview_ids: Sequence[int], *, were_dated: bool) -> None:
    """Put these interviews in this order, in the places that they hold among the others. It is the order given
    unless every interview has a date; a table that gives the last dates missing orders by date."""
    if len(interview_ids) > 1:
        listed = iter(interview_ids)
        there = session.scalars(select(Interview.id).order_by(Interview.position, Interview.id))
        order.place(session, [next(listed) if key in interview_ids else key for key in there])
    if not order.all_dated(session):
        if len(interview_ids) > 1:
            order.choose(session, "manual")
    elif not were_dated:
        order.choose(session, "date")


def _differ(before: InterviewRow, after: InterviewRow) -> bool:
    return replace(before, position=0) != replace(after, position=0)
