# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews are coded, since when, and with what: an interview bears a code when one of its passages does, and
holds it when it bears it or a code below it. All coders together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.codebook import Codebook
from models.passage import Coding, Passage

Holding = Mapping[int, frozenset[int]]


def begun(session: Session) -> Mapping[int, datetime]:
    """Interview id → when the first of its codings was made (UTC, without a zone); no entry for one without any."""
    return dict(session.execute(
        select(Passage.interview_id, func.min(Coding.created_at)).join(Coding, Coding.passage_id == Passage.id)
        .group_by(Passage.interview_id)).all())


def bearing(session: Session) -> Mapping[int, set[int]]:
    """Code id → the interviews that bear the code itself; no entry for a code that none bears.

    The outer join begins by the passages: their interviews and their codes are then read from indexes alone, and not
    from the rows that hold the quotes, which takes four times as long.
    """
    found: dict[int, set[int]] = defaultdict(set)
    pairs = select(Coding.code_id, Passage.interview_id).select_from(Passage).outerjoin(
        Coding, Coding.passage_id == Passage.id).distinct()
    for code_id, interview_id in session.execute(pairs):
        if code_id is not None:
            found[code_id].add(interview_id)
    return found


def holding(session: Session, book: Codebook, interview_ids: Collection[int]) -> Holding:
    """Code id → those of the interviews that hold it; every code has an entry."""
    found, wanted = bearing(session), frozenset(interview_ids)
    return {node.id: wanted.intersection(set[int]().union(*(found.get(key, ()) for key in book.below(node.id))))
            for node in book}
