# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of voices: who speaks in each interview, who asks, and which participant each is.

Columns: interview, speaker (the label in the transcript), interviewer (yes/no), participant (empty: nobody's).
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import participants
from coding.changes import Label, Writer
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Interviews
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.speakers import link_speaker
from models.errors import KnownError
from models.interview import Interview, Speaker
from models.participant import Participant

COLUMNS = ("interview", "speaker", "interviewer", "participant")


def export_speakers(session: Session, path: Path) -> None:
    """Write every voice, interviews in their order, voices in order of appearance."""
    rows = session.execute(
        select(Interview.title, Speaker.label, Speaker.is_interviewer, Participant.name)
        .join(Interview, Interview.id == Speaker.interview_id)
        .outerjoin(Participant, Participant.id == Speaker.participant_id)
        .order_by(Interview.position, Interview.id, Speaker.id))
    sheets.write(path, COLUMNS, (
        (title, label, "yes" if asks else "no", name) for title, label, asks, name in rows))


def import_speakers(writer: Writer, path: Path) -> Report:
    """Say who asks and who each voice is, in one act. Raises KnownError when the file is no such table; rows that fail
    are in the report."""
    sheet = sheets.read(path)
    sheet.require(*COLUMNS[:3])

    def act(session: Session) -> Report:
        known = Interviews(session)
        return take(sheet.rows, lambda row: _take(session, known, row))

    report: Report = writer.do(Label(N_("import the table of voices “{file}”"), {"file": path.name}), act).result
    return report


def _take(session: Session, known: Interviews, row: Row) -> Outcome:
    interview_id = known.titled(row.get("interview"))
    voice = session.scalar(select(Speaker).where(
        Speaker.interview_id == interview_id, Speaker.label == row.get("speaker")))
    if voice is None:
        raise KnownError(N_("Nobody is called “{label}” in “{interview}”."), label=row.get("speaker"),
                         interview=row.get("interview"))
    asks = values.yes_no(row.get("interviewer"), "interviewer")
    name = row.get("participant")
    before = voice.is_interviewer, voice.participant_id
    link_speaker(session, voice.id, participants.obtain(session, name) if name else None)
    if voice.is_interviewer != asks:
        voice.is_interviewer = asks
    session.flush()
    return "unchanged" if before == (voice.is_interviewer, voice.participant_id) else "updated"
