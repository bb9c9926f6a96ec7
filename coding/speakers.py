# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks in an interview, and which participant each voice is.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import participants
from coding.fold import fold, words
from coding.intake.words import ANSWERING, ASKING
from coding.language import N_
from models.errors import KnownError
from models.interview import Speaker, Turn
from models.participant import Participant, Participation


@dataclass(frozen=True)
class SpeakerRow:
    """A voice of one interview: its label, how many turns it has, and the participant it is."""

    id: int
    label: str
    turns: int
    is_interviewer: bool
    participant_id: int | None
    participant: str | None


def speakers(session: Session, interview_id: int) -> list[SpeakerRow]:
    """The voices of an interview, in order of appearance."""
    rows = session.execute(
        select(Speaker.id, Speaker.label, func.count(Turn.id), Speaker.is_interviewer, Speaker.participant_id,
               Participant.name)
        .outerjoin(Turn, Turn.speaker_id == Speaker.id)
        .outerjoin(Participant, Participant.id == Speaker.participant_id)
        .where(Speaker.interview_id == interview_id).group_by(Speaker.id).order_by(Speaker.id)
    )
    return [SpeakerRow(*row) for row in rows]


def reads_as_name(label: str) -> bool:
    """Whether a label looks like somebody's name («Maëlys», «Mme Petit») rather than a code or a function
    («Q», «E07», «BA725», «Enquêté 1», «Médecin»)."""
    if any(c.isdigit() for c in label) or set(words(label)) & (ASKING | ANSWERING):
        return False
    letters = [c for c in label if c.isalpha()]
    short = len(letters) < 4
    return len(letters) > 1 and letters[0].isupper() and not (short and all(c.isupper() for c in letters))


def set_interviewer(session: Session, interview_id: int, *labels: str) -> None:
    """Say who asks the questions in an interview; everybody else answers, and is linked to a participant.

    Raises KnownError when a label is nobody's there. The text does not change.
    """
    rows = _rows(session, interview_id)
    unknown = set(labels) - {row.label for row in rows}
    if unknown:
        raise KnownError(
            N_("Nobody is called “{label}” in this interview. Its speakers are: {labels}."),
            label=", ".join(sorted(unknown)), labels=", ".join(row.label for row in rows),
        )
    left = set()
    for row in rows:
        asks = row.label in labels
        if asks and row.participant_id is not None:
            left.add(row.participant_id)
            row.participant_id = None
        if row.is_interviewer != asks:
            row.is_interviewer = asks
    session.flush()
    participants.leave(session, interview_id, left)
    link_by_name(session, interview_id)


def link_speaker(session: Session, speaker_id: int, participant_id: int | None) -> None:
    """Say which participant a voice is, or that it is none. The participant joins the interview; the former one
    leaves it when no other voice is theirs and no role was written."""
    row = session.get(Speaker, speaker_id)
    if row is None:
        raise KnownError(N_("This speaker is no longer in the project. It may have been removed meanwhile."))
    former = row.participant_id
    if former == participant_id:
        return
    row.participant_id = participant_id
    if participant_id is not None:
        participants.join(session, row.interview_id, participant_id)
    session.flush()
    if former is not None:
        participants.leave(session, row.interview_id, [former])


def link_by_name(session: Session, interview_id: int) -> None:
    """Link each answering voice that is nobody yet to the participant whose name it bears, made when the label
    reads as a name and the interview's participants are not known otherwise."""
    known = match(session, interview_id)
    for row in _rows(session, interview_id):
        if row.is_interviewer or row.participant_id is not None or known or not reads_as_name(row.label):
            continue
        row.participant_id = participants.obtain(session, row.label)
        participants.join(session, interview_id, row.participant_id)
    session.flush()


def match(session: Session, interview_id: int) -> bool:
    """Link answering voices to the interview's recorded participants: by name whatever accents and case, by first
    name, the one voice to the one participant whatever its label, and by initials where they tell everybody apart.
    False when no participant is recorded."""
    people = dict(session.execute(
        select(Participant.id, Participant.name).join(Participation, Participation.participant_id == Participant.id)
        .where(Participation.interview_id == interview_id)).all())
    answering = [row for row in _rows(session, interview_id) if not row.is_interviewer]
    found = {row: key for row in answering if (key := _bearing(row.label, people)) is not None}
    if len(people) == 1 and len(answering) == 1:
        found = {answering[0]: next(iter(people))}
    elif not found:
        found = _by_initials(answering, people)
    for row, key in found.items():
        if row.participant_id != key:
            row.participant_id = key
    session.flush()
    return bool(people)


def _rows(session: Session, interview_id: int) -> list[Speaker]:
    return list(session.scalars(select(Speaker).where(Speaker.interview_id == interview_id).order_by(Speaker.id)))


def _bearing(label: str, people: Mapping[int, str]) -> int | None:
    """The one participant whose name, or else whose first name, the label is."""
    sought = fold(label).strip()
    named = [key for key, name in people.items() if fold(name).strip() == sought]
    named = named or [key for key, name in people.items() if fold(name).split()[:1] == [sought]]
    return named[0] if len(named) == 1 else None


def _by_initials(voices: Sequence[Speaker], people: Mapping[int, str]) -> dict[Speaker, int]:
    """Voices labelled by initials («E», «M.P.»), each to its participant; none unless each has one and all differ,
    since a lone «E» may as well stand for «enquêté»."""
    initials = {"".join(part[0] for part in words(name)): key for key, name in people.items() if words(name)}
    found = {row: initials.get("".join(words(row.label))) for row in voices}
    keys = [key for key in found.values() if key is not None]
    everybody = len(voices) == len(people) == len(initials) == len(set(keys)) == len(keys) > 1
    return {row: key for row, key in found.items() if key is not None} if everybody else {}
