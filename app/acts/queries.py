# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the queries saved under a name and on the order of quotes given by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import passages, quote_orders, saved_queries
from coding.changes import Change, Label
from coding.language import N_
from coding.quote_orders import Heading
from coding.quotes import Query

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Then = Callable[[Change], None] | None


def save(desk: Desk, *, name: str, query: Query, then: Then = None) -> None:
    """Keep a query under a name, in place of what the name asked; ``change.result`` is its id."""
    desk.do(Label(N_("save the query “{name}”"), {"name": name}), lambda s: saved_queries.save(s, name, query), then)


def rename(desk: Desk, *, query_id: int, name: str) -> None:
    """Give a query another name."""
    desk.do(Label(N_("rename the query “{name}”"), {"name": name}), lambda s: saved_queries.rename(s, query_id, name))


def remove(desk: Desk, *, query_id: int, name: str) -> None:
    """Delete a query; what it finds stays."""
    desk.do(Label(N_("delete the query “{name}”"), {"name": name}), lambda s: saved_queries.remove(s, query_id))


def reorder(desk: Desk, *, query_ids: Sequence[int]) -> None:
    """Put the queries in another order."""
    desk.do(Label(N_("order of the saved queries")), lambda s: saved_queries.reorder(s, query_ids))


def arrange(desk: Desk, *, heading: Heading, key: int, passage_ids: Sequence[int]) -> None:
    """Give the quotes under a heading an order by hand; none gives back the usual one."""
    label = N_("order of the quotes by hand") if passage_ids else N_("quotes in the usual order")
    desk.do(Label(label), lambda s: quote_orders.give(s, heading, key, passage_ids))


def mark_strong(desk: Desk, *, passage_ids: Sequence[int], strong: bool) -> None:
    """Mark passages as strong quotes, or no longer, as one act."""

    def act(session: Session) -> None:
        for key in passage_ids:
            passages.mark_strong(session, passage_id=key, strong=strong)

    desk.do(Label(N_("mark a strong quote") if strong else N_("unmark a strong quote")), act)
