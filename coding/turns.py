# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns cut in two, joined, given to another speaker.

Acts take a session and are run by the writer. Turns are named by their number in the interview.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import interviews, mending, participants
from coding.anchors import Edit
from coding.codebook import clean_name
from coding.guides import asked
from coding.intake.cleaning import key_of
from coding.language import N_
from coding.passage_bounds import trimmed
from models.errors import KnownError
from models.interview import Speaker, Turn

ENDED = ".!?…»”"  # after these the next turn's words begin a paragraph


def split(session: Session, interview_id: int, number: int, at: int, *, speaker: str = "") -> int:
    """Cut a turn in two before the word at a code point; returns the number of the second.

    The text does not change: the second turn has no label of its own. It is said by ``speaker``, or by the same voice
    when that is empty. Raises KnownError when one of the two would have no words.
    """
    turn, text = mending.turn_of(session, interview_id, number), interviews.text(session, interview_id)
    at = min(max(at, turn.start), turn.end)
    while at > turn.start and not text[at - 1].isspace():
        at -= 1
    first, second = trimmed(text, turn.start, at), trimmed(text, at, turn.end)
    if first[0] == first[1] or second[0] == second[1]:
        raise KnownError(N_("Put the caret between two words of the turn to split it there."))
    _renumber(session, interview_id, after=number, by=1)
    made = Turn(interview_id=interview_id, number=number + 1, label_start=second[0], start=second[0], end=second[1],
                speaker_id=turn.speaker_id)
    turn.end = first[1]
    session.add(made)
    session.flush()
    if speaker:
        give(session, interview_id, [number + 1], speaker)
    return number + 1


def join(session: Session, interview_id: int, number: int) -> int:
    """Make one turn of a turn and the next, said by who says the first; returns its number.

    The label between them leaves the text, passages staying on their words; what stands there besides, said by no
    one, becomes words of the turn. Raises KnownError when there is no next turn, or the label alone is coded.
    """
    turn = mending.turn_of(session, interview_id, number)
    after = session.scalar(select(Turn).where(Turn.interview_id == interview_id, Turn.number == number + 1))
    if after is None:
        raise KnownError(N_("This is the last turn: there is none to join to it."))
    text = interviews.text(session, interview_id)
    aside = text[turn.end : after.label_start].strip()
    gap = "\n" if text[: turn.end].endswith(tuple(ENDED)) else " "
    between = Edit(turn.end, after.start, gap + aside + gap if aside else gap)
    labelled = after.label_start < after.start
    turn.end = after.end
    if after.to_revisit and not turn.to_revisit:
        turn.to_revisit = True
    voice = after.speaker_id
    asked.pass_on(session, after.id, to=turn.id)
    session.delete(after)
    session.flush()
    _renumber(session, interview_id, after=number, by=-1)
    if labelled:
        mending.correct(session, interview_id, [between])
    _drop_silent(session, {voice})
    return number


def give(session: Session, interview_id: int, numbers: Collection[int], speaker: str) -> None:
    """Say who speaks in these turns: the voice of that label, made if there is none yet. Voices left without a turn
    go. The text does not change. Raises KnownError when the name is empty."""
    label = clean_name(speaker)
    if not label:
        raise KnownError(N_("A speaker needs a name."))
    rows = session.scalars(select(Speaker).where(Speaker.interview_id == interview_id).order_by(Speaker.id)).all()
    voice = next((row for row in rows if row.label == label), None) or next(
        (row for row in rows if key_of(row.label) == key_of(label)), None)
    if voice is None:
        voice = Speaker(interview_id=interview_id, label=label)
        session.add(voice)
        session.flush()
    left: set[int | None] = set()
    for turn in session.scalars(select(Turn).where(Turn.interview_id == interview_id, Turn.number.in_(numbers))):
        if turn.speaker_id != voice.id:
            left.add(turn.speaker_id)
            turn.speaker_id = voice.id
    session.flush()
    _drop_silent(session, left)


def _renumber(session: Session, interview_id: int, *, after: int, by: int) -> None:
    for row in session.scalars(select(Turn).where(Turn.interview_id == interview_id, Turn.number > after)).all():
        row.number += by
    session.flush()


def _drop_silent(session: Session, speaker_ids: Collection[int | None]) -> None:
    """Delete those of the voices that say nothing any more; their participants leave with them."""
    for key in speaker_ids:
        if key is None or session.scalar(select(Turn.id).where(Turn.speaker_id == key).limit(1)) is not None:
            continue
        row = session.get_one(Speaker, key)
        interview_id, person = row.interview_id, row.participant_id
        session.delete(row)
        session.flush()
        if person is not None:
            participants.leave(session, interview_id, [person])
