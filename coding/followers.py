# SPDX-License-Identifier: GPL-3.0-or-later
"""What hangs on a passage or a code beside its codings and memos, and goes where they go."""

from __future__ import annotations

from sqlalchemy.orm import Session

from coding import citations, contradictions, dismissals, nuances, quote_orders, rereading, saved_queries


def pass_on(session: Session, passage_id: int, *, into: int | None = None) -> None:
    """Let what hangs on a passage that goes go to another; without one it goes too."""
    nuances.pass_on(session, passage_id, into=into)
    citations.pass_on(session, passage_id, into=into)


def follow_code(session: Session, code_id: int, *, into: int | None = None, theme_id: int | None = None) -> None:
    """Let what hangs on a code that goes go to another, whose theme is ``theme_id``; without one it goes too."""
    nuances.follow_theme(session, code_id, into=theme_id)
    rereading.forget_theme(session, code_id)
    contradictions.follow_code(session, code_id, into=into)
    quote_orders.forget(session, "code_id", code_id, into=into)
    dismissals.follow_code(session, code_id, into=into)
    saved_queries.follow_code(session, code_id, into=into)
