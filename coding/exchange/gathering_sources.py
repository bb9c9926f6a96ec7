# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews of an export: their texts, what is known of them, their passages and who speaks."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.exchange import conventions, voices
from coding.exchange.derived import derived, fixed
from coding.exchange.gathered import Gathered
from coding.exchange.gathering_people import values_of
from coding.exchange.model import Coding, Link, Selection, Source, Value, ValueType, Variable
from coding.language import N_, _
from coding.metadata import values
from coding.order import ordered_interviews
from models import passage
from models.interview import Interview, InterviewUnit, Speaker, Turn, Unit
from models.participant import AttributeValue, Participation
from models.passage import Passage

_VARIABLES: dict[str, tuple[str, ValueType]] = {
    conventions.FILE_NAME: (N_("File"), "Text"), conventions.DATE: (N_("Date of the interview"), "Date"),
    conventions.MODE: (N_("Mode"), "Text"), conventions.DURATION: (N_("Duration (minutes)"), "Integer"),
    conventions.STATUS: (N_("Status"), "Text"), conventions.KIND: (N_("Kind"), "Text"),
    conventions.UNITS: (N_("Structures"), "Text"),
}


def add(session: Session, found: Gathered) -> None:
    """Add the interviews in the order of the project, with passages and codings."""
    structures = _structures(session)
    for row in ordered_interviews(session):
        interview = session.get_one(Interview, row.id)
        made = Source(interview.guid, interview.title, interview.text, interview.portrait, at=interview.imported_at)
        made.values.update({fixed(part): value for part, value in _known(interview, structures[row.id])
                            if value not in (None, "")})
        found.sources[row.id] = made
        found.exchange.sources.append(made)
        session.expunge(interview)
    _add_values(session, found)
    _add_passages(session, found)
    _add_people(session, found)
    _add_turns(session, found)


def _structures(session: Session) -> dict[int, list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for interview_id, name in session.execute(
        select(InterviewUnit.interview_id, Unit.name).join(Unit, Unit.id == InterviewUnit.unit_id)
        .order_by(InterviewUnit.position, InterviewUnit.id)
    ):
        held[interview_id].append(name)
    return held


def _known(row: Interview, structures: list[str]) -> list[tuple[str, Value | None]]:
    return [
        (conventions.FILE_NAME, row.file_name), (conventions.DATE, row.date), (conventions.MODE, row.mode),
        (conventions.DURATION, row.duration_min),
        (conventions.STATUS, values.written(values.STATUS_WORDS, row.status)),
        (conventions.KIND, values.written(values.KIND_WORDS, row.kind)), (conventions.UNITS, "; ".join(structures)),
    ]


def _add_values(session: Session, found: Gathered) -> None:
    held = {guid for source in found.exchange.sources for guid in source.values}
    ours = [Variable(fixed(part), _(name), type_) for part, (name, type_) in _VARIABLES.items() if fixed(part) in held]
    found.exchange.variables[:0] = ours
    for key, source in found.sources.items():
        source.values |= values_of(session, AttributeValue.interview_id == key)


def _add_passages(session: Session, found: Gathered) -> None:
    for key, guid, interview_id, start, end, quote, at in session.execute(
        select(Passage.id, Passage.guid, Passage.interview_id, Passage.start, Passage.end, Passage.quote,
               Passage.created_at).order_by(Passage.interview_id, Passage.start, Passage.end)
    ):
        found.selections[key] = Selection(guid, start, end, quote, at=at)
        found.sources[interview_id].selections.append(found.selections[key])
    for passage_id, guid, code_id, coder_id, at in session.execute(
        select(passage.Coding.passage_id, passage.Coding.guid, passage.Coding.code_id, passage.Coding.coder_id,
               passage.Coding.created_at).order_by(passage.Coding.id)
    ):
        selection, user = found.selections[passage_id], found.users[coder_id]
        selection.codings.append(Coding(guid, found.codes[code_id].guid, user, at))
        selection.user = selection.user or user


def _add_people(session: Session, found: Gathered) -> None:
    roles: dict[int, list[str]] = defaultdict(list)
    by_interview: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for interview_id, person_id, role in session.execute(
        select(Participation.interview_id, Participation.participant_id, Participation.role)
        .order_by(Participation.position, Participation.id)
    ):
        by_interview[interview_id].append((person_id, role))
    for interview_id, source in found.sources.items():
        for person_id, role in by_interview[interview_id]:
            case = found.cases[person_id]
            case.sources.append(source.guid)
            if role:
                roles[person_id].append(role)
                found.exchange.links.append(
                    Link(derived(case.guid, source.guid), case.guid, source.guid, role, "Associative"))
    for person_id, each in roles.items():
        found.cases[person_id].description = "\n".join(dict.fromkeys(each))


def _add_turns(session: Session, found: Gathered) -> None:
    hashes = dict(session.execute(select(Interview.id, Interview.text_hash)).all())
    for interview_id, source in found.sources.items():
        speakers = session.scalars(
            select(Speaker).where(Speaker.interview_id == interview_id).order_by(Speaker.id)).all()
        at = {speaker.id: place for place, speaker in enumerate(speakers)}
        turns = session.execute(
            select(Turn.label_start, Turn.start, Turn.end, Turn.time_ms, Turn.speaker_id)
            .where(Turn.interview_id == interview_id).order_by(Turn.label_start)).all()
        if not turns:
            continue
        text = voices.written(
            hashes[interview_id],
            [voices.Voice(one.label, one.is_interviewer, found.cases[one.participant_id].guid
                          if one.participant_id is not None else "") for one in speakers],
            (voices.SpokenTurn(low, start, end, time, None if speaker is None else at[speaker])
             for low, start, end, time, speaker in turns))
        found.note(derived(source.guid, conventions.TURNS),
                   _("Turns of speech (for Fil rouge): {interview}").format(interview=source.name), text,
                   [source.notes])
