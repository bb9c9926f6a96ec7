# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on interviews read again after codes changed, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import rereading
from coding.changes import Label
from coding.language import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.rereading import Due


def mark(desk: Desk, due: Due) -> None:
    """Say that an interview has been read again for a theme."""
    label = Label(N_("“{title}” read again for “{code}”"), {"title": due.interview, "code": due.theme})
    desk.do(label, lambda s: rereading.mark(s, due.theme_id, due.interview_id))


def unmark(desk: Desk, due: Due) -> None:
    """Say that it has not been after all."""
    label = Label(N_("“{title}” to be read again for “{code}”"), {"title": due.interview, "code": due.theme})
    desk.do(label, lambda s: rereading.unmark(s, due.theme_id, due.interview_id))


def mark_all(desk: Desk, dues: Sequence[Due]) -> None:
    """Say that these interviews have all been read again, in one act."""

    def act(session: Session) -> None:
        for due in dues:
            rereading.mark(session, due.theme_id, due.interview_id)

    themes = ", ".join(dict.fromkeys(due.theme for due in dues))
    desk.do(Label(N_("all interviews read again for “{code}”"), {"code": themes}), act)
