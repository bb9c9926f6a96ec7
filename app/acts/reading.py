# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on reading, between a gesture and the domain: how far one has come, what to come back to."""

from __future__ import annotations

from app.desk import Desk
from coding import reading_progress
from coding.changes import Label
from coding.language import N_


def read_up_to(desk: Desk, *, interview_id: int, offset: int, number: int | None) -> None:
    """Say that an interview is read up to there, which is in the turn of that number."""
    label = Label(N_("read up to turn {n}"), {"n": number}) if number is not None else Label(N_("read up to here"))
    desk.do(label, lambda s: reading_progress.read_up_to(s, interview_id, offset))


def set_to_revisit(desk: Desk, *, interview_id: int, number: int, wanted: bool) -> None:
    """Say whether one means to come back to a turn."""
    label = N_("turn {n} to revisit") if wanted else N_("turn {n} no longer to revisit")
    desk.do(Label(label, {"n": number}),
            lambda s: reading_progress.set_to_revisit(s, interview_id, number, wanted))
