# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of codes that the researcher holds to be contradictory, and which interviews hold either.

An interview that holds both is where to look first: someone changed their mind, speaks of two situations, or two
people answered. Acts take a session and are run by the writer.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coding import codebook, quotes
from coding.holding import holding
from coding.language import N_
from coding.order import InterviewRef, ordered_interviews
from coding.quotes import Query, Quote
from models.contradiction import Contradiction
from models.errors import KnownError


@dataclass(frozen=True)
class Reading:
    """A pair, the code that comes first in the codebook being ``one``, and the interviews that hold (a passage bears
    it, or a code below it) the one only, the other only, both or neither; each in order."""

    id: int
    one_id: int
    other_id: int
    note: str
    only_one: tuple[InterviewRef, ...]
    only_other: tuple[InterviewRef, ...]
    both: tuple[InterviewRef, ...]
    neither: tuple[InterviewRef, ...]


def readings(session: Session, group_id: int | None = None) -> tuple[Reading, ...]:
    """Every pair among the interviews of a group (all of them when None), in codebook order."""
    book = codebook.read(session)
    interviews = ordered_interviews(session, group_id)
    rank = {node.id: place for place, node in enumerate(book)}
    held = holding(session, book, interviews.ids)
    found = []
    for row in session.scalars(select(Contradiction)):
        one, other = sorted((row.one_id, row.other_id), key=rank.__getitem__)
        parts: dict[tuple[bool, bool], list[InterviewRef]] = {}
        for ref in interviews:
            parts.setdefault((ref.id in held[one], ref.id in held[other]), []).append(ref)
        sides = [tuple(parts.get(side, ())) for side in ((True, False), (False, True), (True, True), (False, False))]
        found.append(Reading(row.id, one, other, row.note, *sides))
    return tuple(sorted(found, key=lambda reading: (rank[reading.one_id], rank[reading.other_id])))


def marked(session: Session) -> frozenset[tuple[int, int]]:
    """The ids of the codes of every pair, the smaller first."""
    return frozenset((one, other) for one, other in session.execute(
        select(Contradiction.one_id, Contradiction.other_id)))


def quotes_of(session: Session, reading: Reading) -> list[Quote]:
    """What the interviews that hold both say under either code, by interview and place."""
    if not reading.both:
        return []
    asked = Query(code_ids=(reading.one_id, reading.other_id), interview_ids=tuple(ref.id for ref in reading.both))
    return quotes.find(session, asked, order="interview")


def mark(session: Session, one_id: int, other_id: int, *, note: str = "") -> int:
    """Hold two codes to be contradictory; returns the id of the pair, marked already or not.

    Raises KnownError when a code is gone, or when one of them stands below the other: whoever holds the lower one
    holds both.
    """
    one, other = codebook.get(session, one_id), codebook.get(session, other_id)
    book = codebook.read(session)
    if one_id in book.below(other_id) or other_id in book.below(one_id):
        raise KnownError(
            N_("“{one}” and “{other}” are one code, or one stands below the other: choose two codes apart."),
            one=one.name, other=other.name)
    low, high = min(one_id, other_id), max(one_id, other_id)
    row = session.scalar(select(Contradiction).where(Contradiction.one_id == low, Contradiction.other_id == high))
    if row is None:
        row = Contradiction(one_id=low, other_id=high, note=note)
        session.add(row)
        session.flush()
    return row.id


def unmark(session: Session, contradiction_id: int) -> None:
    """Hold a pair to be contradictory no longer. Raises KnownError when it is not."""
    session.delete(_get(session, contradiction_id))
    session.flush()


def write_note(session: Session, contradiction_id: int, text: str) -> None:
    """Set what the researcher makes of a pair. Raises KnownError when it is no longer marked."""
    row = _get(session, contradiction_id)
    if row.note != text:
        row.note = text
        session.flush()


def follow_code(session: Session, code_id: int, *, into: int | None = None) -> None:
    """Let the pairs of a code that goes become pairs of another; those that would be no pair, or twice, go."""
    pairs = session.scalars(
        select(Contradiction).where(or_(Contradiction.one_id == code_id, Contradiction.other_id == code_id))).all()
    kept = {(row.one_id, row.other_id) for row in session.scalars(select(Contradiction))}
    for row in pairs:
        other = row.other_id if row.one_id == code_id else row.one_id
        pair = None if into is None or into == other else (min(into, other), max(into, other))
        if pair is None or pair in kept:
            session.delete(row)
        else:
            row.one_id, row.other_id = pair
            kept.add(pair)
    session.flush()


def _get(session: Session, contradiction_id: int) -> Contradiction:
    row = session.get(Contradiction, contradiction_id)
    if row is None:
        raise KnownError(N_("These two codes are no longer marked as contradictory."))
    return row
