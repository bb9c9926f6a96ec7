# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as cited that no longer hold: drafts, or quotes whose transcript, bounds or pseudonyms changed since. The
transcript's words are printed in their place until someone has looked at them again."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import quotes
from coding.quotes import Query, Quote
from models.citation import Citation


def find(session: Session) -> list[Quote]:
    """The coded passages whose text as cited does not hold, by interview and place."""
    written = tuple(session.scalars(select(Citation.passage_id).where(Citation.text != "")))
    if not written:
        return []
    return [quote for quote in quotes.find(session, Query(passage_ids=written), order="interview")
            if quote.printed != quote.cited.text]
