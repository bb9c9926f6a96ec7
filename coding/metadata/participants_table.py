# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of participants: who they are and where they were met, in and out by csv or xlsx.

Columns: participant, interviews (titles, « ; » between), roles (« + » between, in the same order); any other one is an
attribute of participants. An empty cell changes nothing; a cell that lists interviews or roles says all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from coding import attributes, participants
from coding.cells import interviews_titled
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import sheets, together
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.participants import ParticipantRow
from models.errors import KnownError

COLUMNS = ("participant", "interviews", "roles")
ALIASES = {
    "participante": "participant", "enquete": "participant", "enquetee": "participant", "nom": "participant",
    "name": "participant", "pseudonyme": "participant", "entretiens": "interviews", "entretien": "interviews",
    "interview": "interviews", "role": "roles",
}


def import_participants(writer: Writer, path: Path) -> Report:
    """Take a table of participants in one act; those who do not exist yet are made. Raises KnownError when the file
    is no such table; rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("participant")
    own = {key: clean_name(heading) for key, heading in sheet.columns.items() if key not in COLUMNS}

    def act(session: Session) -> Report:
        seen: set[str] = set()
        return take(sheet.rows, lambda row: _take(session, row, own, seen))

    report: Report = writer.do(
        Label(N_("import the table of participants “{file}”"), {"file": path.name}), act).result
    return report


def export_participants(session: Session, path: Path) -> None:
    """Write the same table back, attributes in columns of their own."""
    own = [attribute.name for attribute in attributes.listed(session, "participant")]
    sheets.write(path, [*COLUMNS, *own], ([
        row.name, "; ".join(part.title for part in row.parts),
        together.joined_roles([part.role for part in row.parts]), *(row.attributes.get(name) for name in own),
    ] for row in participants.listed(session)))


def _take(session: Session, row: Row, own: Mapping[str, str], seen: set[str]) -> Outcome:
    name = clean_name(row.get("participant"))
    if name in seen:
        raise KnownError(N_("This participant already has a row above."))
    before = _named(session, name)
    there = [part.interview_id for part in before.parts] if before is not None else []
    interviews = interviews_titled(session, row.get("interviews")) or there
    roles = together.roles(row.get("roles"), len(interviews), of_one=True) if row.get("roles") else []
    found = _values(session, row, own)
    seen.add(name)
    key = participants.obtain(session, name)
    if interviews != there:
        participants.set_interviews(session, key, interviews)
    for interview_id, role in zip(interviews, roles, strict=False):
        if role:
            participants.set_role(session, interview_id, key, role)
    for attribute, value in found.items():
        attributes.set_value(
            session, attributes.obtain(session, attribute, "participant"), value, participant_id=key)
    session.flush()
    if before is None:
        return "added"
    return "unchanged" if _named(session, name) == before else "updated"


def _named(session: Session, name: str) -> ParticipantRow | None:
    return next((row for row in participants.listed(session) if row.name == name), None)


def _values(session: Session, row: Row, own: Mapping[str, str]) -> dict[str, str]:
    """The attributes that a row gives, each in the form of its type."""
    types = {attribute.name: attribute for attribute in attributes.listed(session, "participant")}
    return {
        name: attributes.canonical(row.get(key), name=name, type_=types[name].type, choices=types[name].choices)
        if name in types else row.get(key)
        for key, name in own.items() if row.get(key)
    }
