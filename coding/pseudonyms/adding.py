# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the search missed, looked for everywhere it looks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.identifiers.span import Label
from coding.pseudonyms import fields
from coding.pseudonyms.identity import Identity, Place, gathered
from coding.pseudonyms.spotting import Spotter
from models.interview import Turn

AROUND = 50
Turns = dict[int, list[tuple[int, int, int]]]


def everywhere(session: Session, words: str, label: Label) -> Identity | None:
    """The identity of that name wherever the words stand, accents and case aside; None when they stand nowhere."""
    places = tuple(_places(session, Spotter([words], loose=True)))
    return gathered(label, words, places) if places else None


def _places(session: Session, spotter: Spotter) -> Iterator[Place]:
    turns = _turns(session)
    for field in fields.FIELDS:
        if not field.searched:
            continue
        for row_id, text in fields.texts(session, field):
            said = turns[row_id] if field is fields.TRANSCRIPT else []
            for spot in spotter.spots(text):
                at = bisect_right(said, (spot.start, spot.end + 1, 0)) - 1
                if said and at >= 0 and spot.start < said[at][1]:
                    continue  # in a label, which is its speaker's and follows it
                yield Place(
                    field.table, row_id, field.column, spot.start, spot.end, text[spot.start : spot.end],
                    text[max(0, spot.start - AROUND) : spot.start], text[spot.end : spot.end + AROUND],
                    said[at][2] if said and at >= 0 else None)


def _turns(session: Session) -> Turns:
    """(where the label begins, where the words begin, number) of each turn, by interview."""
    found: Turns = defaultdict(list)
    query = select(Turn.interview_id, Turn.label_start, Turn.start, Turn.number)
    for key, low, start, number in session.execute(query.order_by(Turn.interview_id, Turn.label_start)):
        found[key].append((low, start, number))
    return found
