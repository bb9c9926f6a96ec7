# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks in a stretch of text: the turns it crosses, the participants they belong to, the words as printed."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.typography import one_line
from models.interview import Interview, Speaker, Turn
from models.participant import Participant, Participation


@dataclass(frozen=True)
class Voice:
    """Whom a quote is attributed to; ``participant_id`` is None when only the transcript's label is known."""

    name: str
    role: str
    participant_id: int | None


class Heard(NamedTuple):
    """What is heard in a passage: the 1-based number of its first turn (None outside any), the label of the first
    who answers in it, whom it is attributed to, its words as printed, when its first turn begins, and whether only
    the interviewer is heard."""

    turn: int | None
    label: str
    voices: tuple[Voice, ...]
    printed: str
    time_ms: int | None = None
    asks: bool = False


@dataclass(frozen=True)
class _Turn:
    label_start: int
    start: int
    end: int
    number: int
    speaker_id: int | None
    time_ms: int | None


@dataclass(frozen=True)
class _Speaker:
    label: str
    is_interviewer: bool
    participant_id: int | None
    name: str | None


class Voices:
    """The turns, speakers and participants of interviews, in memory; the turns are read when first needed. Offsets are
    code points of the text."""

    def __init__(self, session: Session, interview_ids: Collection[int]) -> None:
        self._titles: dict[int, str] = {
            row.id: row.title for row in session.execute(
                select(Interview.id, Interview.title).where(Interview.id.in_(interview_ids)))
        }
        self._session, self._interview_ids = session, interview_ids
        self._read: tuple[dict[int, list[_Turn]], dict[int, list[int]]] | None = None
        self._people = _people(session, interview_ids)
        self._speakers: dict[int, _Speaker] = {}
        self._linked: set[int] = set()
        self._alone: dict[tuple[int, int | None], tuple[str, tuple[Voice, ...], bool]] = {}
        for row in session.execute(
            select(Speaker.id, Speaker.interview_id, Speaker.label, Speaker.is_interviewer, Speaker.participant_id,
                   Participant.name)
            .outerjoin(Participant, Participant.id == Speaker.participant_id)
            .where(Speaker.interview_id.in_(interview_ids))
        ):
            self._speakers[row.id] = _Speaker(row.label, row.is_interviewer, row.participant_id, row.name)
            if row.participant_id is not None:
                self._linked.add(row.interview_id)

    def over(self, interview_id: int, start: int, end: int, quote: str) -> Heard:
        """Who speaks in [start, end) of an interview, whose text there is ``quote``.

        The interviewer is named only where nobody else speaks. A voice linked to no participant is the interview's
        single participant, unless another voice is; words outside any turn are his too, or else the interview's,
        under its title.
        """
        crossed = self._crossed(interview_id, start, end)
        if len(crossed) == 1 and crossed[0].start <= start and end <= crossed[0].end:
            (turn,) = crossed
            return self.within(interview_id, turn.number, turn.speaker_id, turn.time_ms, quote)
        spoken = [turn for turn in crossed if max(start, turn.start) < min(end, turn.end)]
        speakers = [self._speakers.get(turn.speaker_id or 0) for turn in spoken]
        answers = [speaker for speaker in speakers if speaker is None or not speaker.is_interviewer] or speakers
        return Heard(
            turn=spoken[0].number if spoken else None,
            label=next((speaker.label for speaker in answers if speaker), ""),
            voices=tuple(dict.fromkeys(self._voice(interview_id, speaker) for speaker in answers or [None])),
            printed=_printed(quote, start, crossed),
            time_ms=spoken[0].time_ms if spoken else None,
            asks=bool(spoken) and all(map(self._asks, spoken)),
        )

    def answered(self, interview_id: int, start: int, end: int, quote: str) -> str:
        """The words of those who answer in [start, end), on one line, labels and the interviewer's words left out; all
        of the words where nobody else speaks."""
        crossed = self._crossed(interview_id, start, end)
        said = [one_line(quote[max(turn.start - start, 0) : max(turn.end - start, 0)])
                for turn in crossed if not self._asks(turn)]
        return " ".join(words for words in said if words) or _printed(quote, start, crossed)

    def _asks(self, turn: _Turn) -> bool:
        speaker = self._speakers.get(turn.speaker_id or 0)
        return speaker is not None and speaker.is_interviewer

    def within(self, interview_id: int, number: int, speaker_id: int | None, time_ms: int | None, quote: str) -> Heard:
        """As ``over`` where one turn, which is given, holds it all: nearly every passage, so it is kept short."""
        found = self._alone.get((interview_id, speaker_id))
        if found is None:
            speaker = self._speakers.get(speaker_id or 0)
            found = (speaker.label if speaker else "", (self._voice(interview_id, speaker),),
                     speaker is not None and speaker.is_interviewer)
            self._alone[interview_id, speaker_id] = found
        label, voices, asks = found
        return Heard(number, label, voices, one_line(quote), time_ms, asks)

    def _crossed(self, interview_id: int, start: int, end: int) -> list[_Turn]:
        if self._read is None:
            self._read = _turns(self._session, self._interview_ids)
        turns, ends = self._read[0].get(interview_id, []), self._read[1].get(interview_id, [])
        first = last = bisect_right(ends, start)
        while last < len(turns) and turns[last].label_start < end:
            last += 1
        return turns[first:last]

    def _voice(self, interview_id: int, speaker: _Speaker | None) -> Voice:
        people = self._people.get(interview_id, {})
        single = next(iter(people.values())) if len(people) == 1 else None
        if speaker is None:
            return single or Voice(self._titles[interview_id], "", None)
        if speaker.participant_id is not None:
            unmet = Voice(speaker.name or speaker.label, "", speaker.participant_id)
            return people.get(speaker.participant_id, unmet)
        if single and not speaker.is_interviewer and interview_id not in self._linked:
            return single
        return Voice(speaker.label, "", None)


def _printed(quote: str, start: int, turns: Sequence[_Turn]) -> str:
    """The words of a passage that begins at ``start``, on one line, without the labels of the turns it crosses.

    Turns of one voice are joined by a space, a change of voice by a dash, as dialogue stands within a line.
    """
    pieces: list[str] = []
    at, before = start, None
    for turn in turns:
        pieces.append(one_line(quote[at - start : max(at, turn.label_start) - start]))
        words = one_line(quote[max(turn.start - start, 0) : max(turn.end - start, 0)])
        changed = before is not None and turn.speaker_id != before.speaker_id
        pieces.append(f"–\u00a0{words}" if words and changed else words)
        before = turn if words else before
        at = turn.end
    pieces.append(one_line(quote[max(at - start, 0) :]))
    return " ".join(piece for piece in pieces if piece) or one_line(quote)


def _turns(session: Session,
           interview_ids: Collection[int]) -> tuple[dict[int, list[_Turn]], dict[int, list[int]]]:
    """By interview, its turns in order, and where each ends."""
    found: dict[int, list[_Turn]] = defaultdict(list)
    for interview_id, low, start, end, number, speaker_id, time_ms in session.execute(
        select(Turn.interview_id, Turn.label_start, Turn.start, Turn.end, Turn.number, Turn.speaker_id, Turn.time_ms)
        .where(Turn.interview_id.in_(interview_ids)).order_by(Turn.interview_id, Turn.label_start)
    ):
        found[interview_id].append(_Turn(low, start, end, number, speaker_id, time_ms))
    return found, {key: [turn.end for turn in turns] for key, turns in found.items()}


def _people(session: Session, interview_ids: Collection[int]) -> dict[int, dict[int, Voice]]:
    """By interview, then by participant, in the order recorded."""
    found: dict[int, dict[int, Voice]] = defaultdict(dict)
    for interview_id, key, name, role in session.execute(
        select(Participation.interview_id, Participant.id, Participant.name, Participation.role)
        .join(Participant, Participant.id == Participation.participant_id)
        .where(Participation.interview_id.in_(interview_ids))
        .order_by(Participation.interview_id, Participation.position, Participation.id)
    ):
        found[interview_id][key] = Voice(name, role.strip(), key)
    return found
