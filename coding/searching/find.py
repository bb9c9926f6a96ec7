# SPDX-License-Identifier: GPL-3.0-or-later
"""The first places of a search, at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from coding.changes import Change
from coding.search import Hit
from coding.searching import lines, places
from coding.searching.places import Place, Tally
from coding.searching.query import Sought, terms
from models.interview import Interview

_TOLD = frozenset(("title", "position", "text"))
PAGE = 50  # places at least, when there are as many


@dataclass(frozen=True)
class First:
    """The first places, how many turns answer in all, and the interviews still to be looked through."""

    places: list[Place]
    tally: Tally
    left: tuple[int, ...]


def first(session: Session, sought: Sought, wanted: int = PAGE) -> First:
    """The first ``wanted`` places or more, by whole interviews, in the order of the corpus."""
    counted = places.tally(session, sought)
    keys, found = tuple(counted.turns), []
    read = 0
    for some in places.walk(session, sought, keys):
        found += some
        read += 1
        if len(found) >= wanted:
            break
    return First(found, counted, keys[read:])


def outdated_by(change: Change) -> bool:
    """Whether what was found, or its lines, may be other now. Reading on in a transcript changes its row too, and
    counts for nothing."""
    told = any(image.before is None or image.after is None or not _TOLD.isdisjoint(image.after)
               for image in change.of(Interview))
    return told or change.touches("turn", "speaker", "participant", "participation", "group", "group_member")


def find(session: Session, line: str, *, limit: int = 500) -> list[Hit]:
    """The lines of the first ``limit`` places of what is written, understood as words."""
    either, without = terms(line)
    return lines.lines(session, first(session, Sought(either, without, line=line), limit).places[:limit])
