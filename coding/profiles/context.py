# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was met in an interview, how it was made, and how much each voice says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.attributes import shown
from coding.interviews import InterviewRow, words_spoken
from coding.profiles.profile import Context, Person, Voice
from models.interview import Speaker, Turn
from models.participant import Attribute, AttributeValue, Participant

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """A turn: its number from 1, its label at [label_start, start), its words at [start, end), who speaks, when."""

    number: int
    label_start: int
    start: int
    end: int
    speaker_id: int | None
    time_ms: int | None


@dataclass(frozen=True)
class _Speaker:
    name: str
    is_interviewer: bool
    participant_id: int | None


class Circumstances:
    """What is known of several interviews beside their codings, read by a few queries."""

    def __init__(self, session: Session, interview_ids: Collection[int]) -> None:
        self.turns: dict[int, list[Said]] = defaultdict(list)
        for key, number, low, start, end, speaker_id, time_ms in session.execute(
            select(Turn.interview_id, Turn.number, Turn.label_start, Turn.start, Turn.end, Turn.speaker_id,
                   Turn.time_ms)
            .where(Turn.interview_id.in_(interview_ids)).order_by(Turn.interview_id, Turn.label_start)
        ):
            self.turns[key].append(Said(number, low, start, end, speaker_id, time_ms))
        self._speakers = {
            row.id: _Speaker(row.name or row.label, row.is_interviewer, row.participant_id) for row in session.execute(
                select(Speaker.id, Speaker.label, Speaker.is_interviewer, Speaker.participant_id, Participant.name)
                .outerjoin(Participant, Participant.id == Speaker.participant_id)
                .where(Speaker.interview_id.in_(interview_ids)))}
        self._of_interviews, self._of_people = _values(session)

    def people(self, row: InterviewRow) -> tuple[Person, ...]:
        """Who was met."""
        return tuple(Person(one.name, one.role.strip(), self._of_people.get(one.participant_id, ()))
                     for one in row.participants)

    def context(self, row: InterviewRow, text: str) -> Context:
        """How it was made, its words as ``coding.interviews`` counts them."""
        turns = self.turns[row.id]
        voices = self._voices(row, turns, text)
        words = sum(voice.words for voice in voices) if turns else words_spoken(text, [(0, len(text))])
        return Context(
            row.kind, row.status, row.date, row.mode, row.duration_min, row.units, row.groups,
            self._of_interviews.get(row.id, ()), words, len(turns), voices)

    def _voices(self, row: InterviewRow, turns: Sequence[Said], text: str) -> tuple[Voice, ...]:
        """A voice that is linked to nobody is the single participant, unless another voice is."""
        linked = any(one.participant_id for one in map(self._speaker, turns) if one is not None)
        alone = row.participants[0].name if len(row.participants) == 1 and not linked else ""
        words: Counter[tuple[bool, str]] = Counter()
        for turn in turns:
            speaker = self._speaker(turn)
            asks = speaker is not None and speaker.is_interviewer
            name = "" if asks or speaker is None else alone or speaker.name
            words[asks, name] += words_spoken(text, [(turn.start, turn.end)])
        whole = max(1, sum(words.values()))
        return tuple(Voice(name, asks, count, count / whole) for (asks, name), count in words.items())

    def _speaker(self, turn: Said) -> _Speaker | None:
        return self._speakers.get(turn.speaker_id or 0)


def _values(session: Session) -> tuple[Mapping[int, Pairs], Mapping[int, Pairs]]:
    """The values of attributes, by interview and by participant, in the order of the attributes."""
    interviews: dict[int, Pairs] = defaultdict(tuple)
    people: dict[int, Pairs] = defaultdict(tuple)
    for interview_id, participant_id, name, type_, value in session.execute(
        select(AttributeValue.interview_id, AttributeValue.participant_id, Attribute.name, Attribute.type,
               AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id).order_by(Attribute.position, Attribute.id)
    ):
        if value.strip():
            holder, key = (interviews, interview_id) if interview_id is not None else (people, participant_id)
            holder[key or 0] += ((name, shown(value, type_)),)
    return interviews, people
