# SPDX-License-Identifier: GPL-3.0-or-later
"""Coding what was found, all at once: the words themselves, their sentences, or their turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.intervals import Span
from coding.passage_bounds import trimmed
from coding.searching.places import Place
from coding.sentences import is_cased, sentence_at
from models.interview import Interview, Turn
from models.passage import Coding, Passage

What = Literal["words", "sentence", "turn"]
Spans = dict[int, list[Span]]  # by interview; each once, in order


@dataclass(frozen=True)
class Foreseen:
    """What coding would make: ``passages`` in all, of which ``there`` stand in the project already, with some code."""

    passages: int
    interviews: int
    there: int


@dataclass(frozen=True)
class Given:
    """What was made: ``passages`` that bear a code they did not, and ``already`` that bore every one."""

    passages: int
    already: int


def spans(session: Session, places: Iterable[Place], what: What) -> Spans:
    """What would be coded; places of one sentence or turn make one span."""
    by_interview: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        by_interview[place.turn.interview_id].append(place)
    found: Spans = {}
    for key, some in by_interview.items():
        text = _text(session, key)
        cased = what != "sentence" or is_cased(text, session.scalars(
            select(Turn.start).where(Turn.interview_id == key)).all())
        found[key] = sorted({_span(text, place, what, cased) for place in some})
    return found


def foresee(session: Session, wanted: Spans) -> Foreseen:
    """What coding these would make, before any code is chosen."""
    there = sum(len(set(some) & _passages(session, key).keys()) for key, some in wanted.items())
    return Foreseen(sum(map(len, wanted.values())), len(wanted), there)


def give(session: Session, wanted: Spans, code_ids: Sequence[int], coder_id: int) -> Given:
    """Give codes to each span; what this coder gave already is left as it is."""
    made = already = 0
    for key, some in wanted.items():
        text, known = _text(session, key), _passages(session, key)
        missing = [Passage(interview_id=key, start=start, end=end, quote=text[start:end])
                   for start, end in some if (start, end) not in known]
        session.add_all(missing)
        session.flush()
        known |= {(row.start, row.end): row.id for row in missing}
        ids = [known[span] for span in some]
        borne = _borne(session, key, coder_id)
        for passage_id in ids:
            new = [code for code in dict.fromkeys(code_ids) if (passage_id, code) not in borne]
            session.add_all(Coding(passage_id=passage_id, code_id=code, coder_id=coder_id) for code in new)
            made, already = made + bool(new), already + (not new)
        session.flush()
    return Given(made, already)


def _span(text: str, place: Place, what: What, cased: bool) -> Span:
    if what == "words":
        return place.start, place.end
    low, high = place.turn.start, place.turn.end
    if what == "sentence":
        low, high = (sentence_at(text, low, high, place.start, cased=cased)[0],
                     sentence_at(text, low, high, place.end - 1, cased=cased)[1])
    return trimmed(text, low, high)


def _text(session: Session, interview_id: int) -> str:
    return session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()


def _passages(session: Session, interview_id: int) -> dict[Span, int]:
    return {(row.start, row.end): row.id for row in session.execute(
        select(Passage.id, Passage.start, Passage.end).where(Passage.interview_id == interview_id))}


def _borne(session: Session, interview_id: int, coder_id: int) -> set[tuple[int, int]]:
    return {(passage_id, code_id) for passage_id, code_id in session.execute(
        select(Coding.passage_id, Coding.code_id).join(Passage, Passage.id == Coding.passage_id)
        .where(Passage.interview_id == interview_id, Coding.coder_id == coder_id))}
