# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page reads at once: what can be asked, the quotes filed, and how they spread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.quotes.interview_strip import Bar
from app.quotes.sections import Section, arranged, by_query, sections
from coding import codebook as codebooks
from coding import participants, quote_orders, quotes, saved_queries, scope
from coding import project as projects
from coding.quote_counts import Spread, spread
from coding.quote_orders import Heading
from coding.quotes import Query
from coding.reports.quote_layout import Grouping
from coding.saved_queries import Saved
from coding.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

HEADINGS: dict[Grouping, Heading] = {"theme": "code_id", "interview": "interview_id", "query": "query_id"}


@dataclass(frozen=True)
class Found:
    """``people`` are the participants, by id; ``hands`` the orders given by hand to the headings there are; ``coded``
    whether there is any passage at all."""

    scope: Scope
    people: Mapping[int, str]
    language: str
    sections: list[Section]
    hands: Mapping[int, Sequence[int]]
    quotes: int
    spread: Spread
    bars: tuple[Bar, ...]
    coded: bool
    saved: list[Saved]


def read(session: Session, query: Query, grouping: Grouping) -> Found:
    """The quotes that answer ``query`` under their headings, in the order given by hand where there is one."""
    book, about = codebooks.read(session), projects.overview(session)
    found = quotes.find(session, query, order="theme" if grouping == "theme" else "interview")
    saved = saved_queries.listed(session)
    if grouping == "query":
        filed = by_query(found, [(one.id, one.name, {quote.passage_id for quote in quotes.find(session, one.query)})
                                 for one in saved])
    else:
        filed = sections(found, book, order=grouping)
    hands = quote_orders.read(session, HEADINGS[grouping])
    counted, asked = spread(session, found), scope.scope(session)
    return Found(
        asked, {row.id: row.name for row in participants.listed(session)}, about.language,
        [arranged(section, hands) for section in filed], hands, len(found), counted,
        tuple(Bar(row.id, row.title, counted.interviews.get(row.id, 0)) for row in asked.interviews),
        about.passages > 0, saved,
    )
