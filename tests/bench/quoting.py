# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes found among 50,000: all of them, and what a researcher asks all day."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from coding import codebook, quotes
from coding.quotes import Meets, Query
from tests.bench.measure import Figure, milliseconds


def figures(session: Session) -> list[Figure]:
    """Each query, from the question to the quotes with their attributions."""
    book = codebook.read(session)
    one, other = (book.children(theme.id)[0].id for theme in book.themes[1:3])
    asked = {
        "one code": Query((one,)),
        "one code near another, 2 turns": Query((one,), meets=(Meets("near", (other,), 2),)),
        "words": Query(words="rechute"),
    }
    return [
        Figure("quotes: 50,000 with their attributions",
               milliseconds(lambda: quotes.find(session), times=3), "ms", 500),
        Figure("quotes counted by interview", milliseconds(lambda: quotes.counts(session)), "ms", 200),
        *(Figure(f"quotes: {name} ({len(quotes.find(session, query))} found)",
                 milliseconds(partial(quotes.find, session, query)), "ms", 200) for name, query in asked.items()),
    ]
