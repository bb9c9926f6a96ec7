# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a concordance: what stands left and right of each place, within its turn, and orders to read them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.fold import words
from coding.search import Hit
from coding.searching.places import Place
from models.interview import Interview, Speaker
from models.participant import Participant

Order = Literal["corpus", "found", "left", "right"]
AROUND = 90  # characters either side
_AT_ONCE = 16  # interviews whose text is held
_SORTED = 48  # characters either side that an order looks at


def lines(session: Session, places: Sequence[Place], around: int = AROUND) -> list[Hit]:
    """Each place with its line, in the order given; contexts end with their turn, and stand on one line."""
    texts = _Texts(session, places)
    titles = {row.id: row.title for row in session.execute(select(Interview.id, Interview.title))}
    voices = {row.id: (row.name or row.label, row.is_interviewer) for row in session.execute(
        select(Speaker.id, Speaker.label, Speaker.is_interviewer, Participant.name)
        .outerjoin(Participant, Participant.id == Speaker.participant_id)
        .where(Speaker.id.in_({place.turn.speaker_id for place in places})))}
    made: dict[int, Hit] = {}
    for at in _by_interview(places):
        place, turn = places[at], places[at].turn
        text = texts.of(turn.interview_id)
        low = _uncut(text, place, turn.start, place.start - around)
        high = _uncut(text, place, turn.end, place.end + around)
        made[at] = Hit(
            turn.interview_id, titles[turn.interview_id], turn.number, place.start, place.end,
            _one_line(text[low : place.start]), text[place.start : place.end], _one_line(text[place.end : high]),
            *voices.get(turn.speaker_id or 0, ("", False)), low, high)
    return [made[at] for at in range(len(places))]


def ordered(session: Session, places: Sequence[Place], order: Order) -> list[int]:
    """The indexes of ``places`` in an order: by the word found, or the words before it (nearest first) or after."""
    if order == "corpus":
        return list(range(len(places)))
    texts = _Texts(session, places)
    keys: dict[int, tuple[list[str], ...]] = {}
    for at in _by_interview(places):
        place, turn = places[at], places[at].turn
        text = texts.of(turn.interview_id)
        after = words(text[place.end : min(turn.end, place.end + _SORTED)])
        if order == "left":
            before = words(text[max(turn.start, place.start - _SORTED) : place.start])
            keys[at] = (before[::-1], after)
        elif order == "right":
            keys[at] = (after,)
        else:
            keys[at] = (words(text[place.start : place.end]), after)
    return sorted(range(len(places)), key=keys.__getitem__)


class _Texts:
    """The texts of the places, some interviews at a time."""

    def __init__(self, session: Session, places: Sequence[Place]) -> None:
        self._session = session
        self._keys = list(dict.fromkeys(place.turn.interview_id for place in places))
        self._held: dict[int, str] = {}

    def of(self, interview_id: int) -> str:
        if interview_id not in self._held:
            at = self._keys.index(interview_id)
            self._held = {row.id: row.text for row in self._session.execute(
                select(Interview.id, Interview.text).where(Interview.id.in_(self._keys[at : at + _AT_ONCE])))}
        return self._held[interview_id]


def _by_interview(places: Sequence[Place]) -> list[int]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        found[place.turn.interview_id].append(at)
    return [at for indexes in found.values() for at in indexes]


def _uncut(text: str, place: Place, edge: int, at: int) -> int:
    """Where a context ends: the edge of the turn, or the last blank before ``at`` that cuts no word."""
    if at <= place.start:
        found = text.find(" ", at, place.start) + 1 if at > edge else edge
        return found or max(edge, at)
    found = text.rfind(" ", place.end, at) if at < edge else edge
    return found if found > place.end else min(edge, at)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
