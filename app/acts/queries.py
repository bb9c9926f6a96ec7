# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the queries saved under a name and on the order of quotes given by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import passages, quote_orders
from coding.changes import Change, Label
from coding.language import N_
from coding.quote_orders import Heading

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Then = Callable[[Change], None] | None


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
