# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to «nouvelle nuance ?»: whether a passage brings something new to a theme, in the researcher's judgement.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.nuance import Nuance


def pass_on(session: Session, passage_id: int, *, into: int | None = None) -> None:
    """Let the answers on a passage that goes go to another, which keeps its own; without one they go too."""
    told = set() if into is None else set(session.scalars(select(Nuance.theme_id).where(Nuance.passage_id == into)))
    for row in session.scalars(select(Nuance).where(Nuance.passage_id == passage_id)).all():
        if into is None or row.theme_id in told:
            session.delete(row)
        else:
            row.passage_id = into
    session.flush()


def follow_theme(session: Session, theme_id: int, *, into: int | None = None) -> None:
    """Let the answers on a theme that goes go to another, where a passage keeps its own; without one they go too."""
    told = set() if into is None else set(session.scalars(select(Nuance.passage_id).where(Nuance.theme_id == into)))
    for row in session.scalars(select(Nuance).where(Nuance.theme_id == theme_id)).all():
        if into is None or row.passage_id in told:
            session.delete(row)
        else:
            row.theme_id = into
    session.flush()
