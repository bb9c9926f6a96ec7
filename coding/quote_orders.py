# SPDX-License-Identifier: GPL-3.0-or-later
"""The order that the researcher gives quotes by hand, under a code, in an interview or within a saved query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.saved_query import QuoteOrder

Heading = Literal["code_id", "interview_id", "query_id"]


def read(session: Session, heading: Heading) -> Mapping[int, Sequence[int]]:
    """The passages in the order given, by the id of the code, interview or query they stand under."""
    column = getattr(QuoteOrder, heading)
    rows = session.execute(select(column, QuoteOrder.passages).where(column.is_not(None)))
    return {key: list(passages) for key, passages in rows}


def give(session: Session, heading: Heading, key: int, passage_ids: Sequence[int]) -> None:
    """Give the passages under a heading this order; an empty one gives back the usual order."""
    row = _row(session, heading, key)
    if row is not None and not passage_ids:
        session.delete(row)
    elif row is None and passage_ids:
        session.add(QuoteOrder(**{heading: key}, passages=list(passage_ids)))
    elif row is not None and row.passages != list(passage_ids):
        row.passages = list(passage_ids)
    session.flush()


def forget(session: Session, heading: Heading, key: int, *, into: int | None = None) -> None:
    """Let go of the order under a heading that goes; where another takes its passages in, they come after its own."""
    row = _row(session, heading, key)
    if row is None:
        return
    if into is not None:
        kept = _row(session, heading, into)
        if kept is not None:
            give(session, heading, into, list(dict.fromkeys((*kept.passages, *row.passages))))
    session.delete(row)
    session.flush()


def _row(session: Session, heading: Heading, key: int) -> QuoteOrder | None:
    return session.scalar(select(QuoteOrder).where(getattr(QuoteOrder, heading) == key))
