# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verb on the comments of a Word file, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.desk import Desk
from coding.changes import Change, Label
from coding.comments import arriving
from coding.comments.arriving import Decision
from coding.language import N_


def take(desk: Desk, *, interview_id: int, file: str, decisions: Sequence[Decision],
         then: Callable[[Change], None] | None = None) -> None:
    """Make of each comment what was decided, as one act; ``change.result`` counts what was added."""
    desk.do(Label(N_("comments of “{file}”"), {"file": file}),
            lambda session: arriving.take(session, interview_id, decisions), then)
