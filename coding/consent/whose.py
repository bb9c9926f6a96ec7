# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews somebody spoke in, alone or with others, and which turns are theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.participant import Participation

CUT = "[…]"  # stands for words that were withdrawn: what a quote prints where words are left out, and no word itself

UNNAMED = N_("It is not known who speaks as “{label}” in “{title}”. Say which participant it is in the Corpus, then "
             "withdraw again.")
UNSAID = N_("It is not known who says turn {n} of “{title}”. Say who speaks there, then withdraw again.")


@dataclass(frozen=True)
class Part:
    """A turn: its place in the text and whose it is. ``theirs``: of whom we speak; ``asks``: an interviewer’s."""

    id: int
    number: int
    label_start: int
    start: int
    end: int
    speaker_id: int | None
    theirs: bool
    asks: bool


@dataclass(frozen=True)
class Voice:
    """A speaker with their turns."""

    label: str
    asks: bool
    participant_id: int | None


@dataclass(frozen=True)
class Shared:
    """An interview in which others answer too, with its turns in order."""

    id: int
    turns: tuple[Part, ...]


@dataclass(frozen=True)
class Whose:
    """The interviews in which somebody alone answers, and those shared with others."""

    alone: tuple[int, ...]
    shared: tuple[Shared, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.alone, *(one.id for one in self.shared))


def read(session: Session, participant_id: int) -> Whose:
    """Where this participant speaks. Raises KnownError where it is not known who does."""
    met = set(session.scalars(
        select(Participation.interview_id).where(Participation.participant_id == participant_id)))
    met |= set(session.scalars(select(Speaker.interview_id).where(Speaker.participant_id == participant_id)))
    alone, shared = [], []
    for key in session.scalars(select(Interview.id).where(Interview.id.in_(met)).order_by(
            Interview.position, Interview.id)):
        found = _shared(session, key, participant_id)
        if found is None:
            alone.append(key)
        else:
            shared.append(found)
    return Whose(tuple(alone), tuple(shared))


def _shared(session: Session, interview_id: int, participant_id: int) -> Shared | None:
    """The turns of an interview when others answer in it; None when it is all this participant’s."""
    voices = {row.id: Voice(row.label, row.is_interviewer, row.participant_id) for row in session.scalars(
        select(Speaker).where(Speaker.interview_id == interview_id))}
    turns = session.scalars(
        select(Turn).where(Turn.interview_id == interview_id).order_by(Turn.label_start, Turn.id)).all()
    text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
    people = set(session.scalars(
        select(Participation.participant_id).where(Participation.interview_id == interview_id)))
    said: dict[int | None, list[Turn]] = defaultdict(list)
    for turn in turns:
        if text[turn.start : turn.end].strip() not in ("", CUT):
            said[turn.speaker_id].append(turn)
    single = people <= {participant_id}
    linked = [voice.participant_id for key, voice in voices.items() if key in said and voice.participant_id is not None]
    if single and not set(linked) - {participant_id} and (not linked or not _nobodys(said, voices)):
        return None  # the only participant: voices that nobody is are theirs
    _refuse_unknown(session, interview_id, said, voices)
    if participant_id in linked and set(linked) == {participant_id}:
        return None  # the others recorded there say nothing
    return Shared(interview_id, tuple(_parts(turns, voices, participant_id)))


def _nobodys(said: dict[int | None, list[Turn]], voices: dict[int, Voice]) -> list[Voice]:
    """The answering voices that are no participant."""
    return [voice for key, voice in voices.items() if key in said and not voice.asks and voice.participant_id is None]


def _refuse_unknown(session: Session, interview_id: int, said: dict[int | None, list[Turn]],
                    voices: dict[int, Voice]) -> None:
    title = session.scalars(select(Interview.title).where(Interview.id == interview_id)).one()
    for voice in _nobodys(said, voices):
        raise KnownError(UNNAMED, label=voice.label, title=title)
    if None in said:
        raise KnownError(UNSAID, n=said[None][0].number, title=title)
    if not said:
        raise KnownError(N_("“{title}” has several participants and no turns: delete it, or say who speaks in it, then "
                            "withdraw again."), title=title)


def _parts(turns: Iterable[Turn], voices: dict[int, Voice], participant_id: int) -> Iterable[Part]:
    for turn in turns:
        voice = voices.get(turn.speaker_id or 0)
        yield Part(turn.id, turn.number, turn.label_start, turn.start, turn.end, turn.speaker_id,
                   voice is not None and voice.participant_id == participant_id, voice is not None and voice.asks)
