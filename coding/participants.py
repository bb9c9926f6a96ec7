# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants and the part each has in an interview.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codebook import clean_name
from coding.language import N_
from coding.metadata import together
from coding.order import ordered_interviews
from models.errors import KnownError
from models.interview import Speaker
from models.memo import Memo
from models.participant import Attribute, AttributeValue, Participant, Participation

GONE = N_("This participant is no longer in the project.")


@dataclass(frozen=True)
class Part:
    """An interview that a participant is in, and the role there."""

    interview_id: int
    title: str
    role: str


@dataclass(frozen=True)
class ParticipantRow:
    """A participant, the interviews they are in, in the recorded order, and the values of their attributes by name,
    those without a value left out."""

    id: int
    name: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, str]


def listed(session: Session) -> list[ParticipantRow]:
    """Every participant, in the order of their first interview; those who are in none come last."""
    parts: dict[int, list[Part]] = defaultdict(list)
    by_interview: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for interview_id, key, role in session.execute(
        select(Participation.interview_id, Participation.participant_id, Participation.role)
        .order_by(Participation.position, Participation.id)
    ):
        by_interview[interview_id].append((key, role))
    for row in ordered_interviews(session):
        for key, role in by_interview[row.id]:
            parts[key].append(Part(row.id, row.title, role))
    values: dict[int, dict[str, str]] = defaultdict(dict)
    for holder, name, value in session.execute(
        select(AttributeValue.participant_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(AttributeValue.participant_id.is_not(None))
    ):
        values[holder or 0][name] = value
    names = dict(session.execute(select(Participant.id, Participant.name).order_by(Participant.id)).all())
    order = [*parts, *(key for key in names if key not in parts)]
    return [ParticipantRow(key, names[key], tuple(parts[key]), values[key]) for key in order]


def obtain(session: Session, name: str) -> int:
    """The id of the participant of that name, made if there is none yet. Raises KnownError for an empty name."""
    name = clean_name(name)
    if not name:
        raise KnownError(N_("A participant needs a name."))
    found = session.scalar(select(Participant.id).where(Participant.name == name))
    if found is not None:
        return found
    row = Participant(name=name)
    session.add(row)
    session.flush()
    return row.id


def join(session: Session, interview_id: int, participant_id: int) -> Participation:
    """The participant's part in an interview, made at the end if there is none yet."""
    parts = session.scalars(select(Participation).where(Participation.interview_id == interview_id)).all()
    found = next((part for part in parts if part.participant_id == participant_id), None)
    if found is None:
        last = max((part.position for part in parts), default=-1)
        found = Participation(interview_id=interview_id, participant_id=participant_id, position=last + 1, role="")
        session.add(found)
        session.flush()
    return found


def leave(session: Session, interview_id: int, participant_ids: Iterable[int]) -> None:
    """Take out of an interview those who neither speak in it nor have a role there, then drop the unused."""
    gone = []
    for key in participant_ids:
        here = Participation.interview_id == interview_id, Participation.participant_id == key
        speaks = session.scalar(
            select(Speaker.id).where(Speaker.interview_id == interview_id, Speaker.participant_id == key).limit(1))
        part = session.scalar(select(Participation).where(*here))
        if speaks is None and part is not None and not part.role:
            session.delete(part)
            gone.append(key)
    session.flush()
    drop_unused(session, gone)


def set_participants(session: Session, interview_id: int, people: Sequence[tuple[str, str | None]]) -> None:
    """Make these the participants of an interview, in this order and no other, each as (name, role); a role None
    keeps the one already written. Voices of those who leave are nobody's any more; the others are matched again."""
    from coding.speakers import match

    wanted = {obtain(session, name): role for name, role in people}
    gone = []
    for part in session.scalars(select(Participation).where(Participation.interview_id == interview_id)).all():
        if part.participant_id not in wanted:
            gone.append(part.participant_id)
            session.delete(part)
    for speaker in session.scalars(select(Speaker).where(Speaker.interview_id == interview_id)):
        if speaker.participant_id in gone:
            speaker.participant_id = None
    session.flush()
    for place, (key, role) in enumerate(wanted.items()):
        part = join(session, interview_id, key)
        if part.position != place:
            part.position = place
        if role is not None and part.role != role:
            part.role = role
    session.flush()
    match(session, interview_id)
    drop_unused(session, gone)


def set_role(session: Session, interview_id: int, participant_id: int, role: str) -> None:
    """Write the role under which a participant's quotes of one interview are attributed."""
    part = join(session, interview_id, participant_id)
    if part.role != role.strip():
        part.role = role.strip()


def set_interviews(session: Session, participant_id: int, interview_ids: Sequence[int]) -> None:
    """Say which interviews a participant is in; the roles they keep stay. One who is then in none, and of whom
    nothing is written, goes."""
    person = session.get(Participant, participant_id)
    if person is None:
        raise KnownError(GONE)
    here = session.scalars(
        select(Participation.interview_id).where(Participation.participant_id == participant_id)).all()
    name = person.name
    for interview_id in [*(key for key in interview_ids if key not in here),
                         *(key for key in here if key not in interview_ids)]:
        others = [other for other in _names_in(session, interview_id) if other != name]
        set_participants(session, interview_id, [
            (each, None) for each in (*others, *([name] if interview_id in interview_ids else ()))])


def set_roles(session: Session, participant_id: int, cell: str) -> None:
    """Write a participant's roles in their interviews, in the recorded order, with « + » between. Raises KnownError
    when there are more roles or fewer."""
    parts = {part.interview_id: part for part in session.scalars(
        select(Participation).where(Participation.participant_id == participant_id))}
    order = [row.id for row in ordered_interviews(session) if row.id in parts]
    for key, role in zip(order, together.roles(cell, len(order), of_one=True), strict=True):
        if parts[key].role != role:
            parts[key].role = role


def _names_in(session: Session, interview_id: int) -> Sequence[str]:
    return session.scalars(
        select(Participant.name).join(Participation, Participation.participant_id == Participant.id)
        .where(Participation.interview_id == interview_id).order_by(Participation.position, Participation.id)).all()


def drop_unused(session: Session, participant_ids: Iterable[int]) -> None:
    """Delete those of the participants who are in no interview and of whom nothing was written."""
    uses = (Participation.participant_id, Speaker.participant_id, Memo.participant_id, AttributeValue.participant_id)
    for key in participant_ids:
        if all(session.scalar(select(column).where(column == key).limit(1)) is None for column in uses):
            row = session.get(Participant, key)
            if row is not None:
                session.delete(row)
    session.flush()
