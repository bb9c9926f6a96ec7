# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of codes that the researcher holds to be contradictory.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.contradiction import Contradiction


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
