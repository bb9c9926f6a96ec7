# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews of a group its saturation is computed on, and why the others are not counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import left_out
from coding.order import InterviewRef, ordered_interviews
from models.interview import COUNTED_KINDS
from models.passage import Coding, Passage

Why = Literal["counted", "left_out", "under_way", "not_coded", "not_interview"]


@dataclass(frozen=True)
class Standing:
    """An interview of a group: whether it counts, or why not; ``reason`` is what the researcher wrote who leaves it
    out."""

    interview_id: int
    title: str
    why: Why
    reason: str = ""


def standings(session: Session, group_id: int | None = None) -> tuple[Standing, ...]:
    """The interviews of a group (of the whole corpus when None), in the recorded order."""
    reasons = {row.interview_id: row.reason for row in left_out.rows(session, group_id)}
    coded = select(Passage.interview_id).join(Coding, Coding.passage_id == Passage.id).distinct()
    bearing = set(session.scalars(coded))
    return tuple(Standing(row.id, row.title, why, reasons.get(row.id, "") if why == "left_out" else "")
                 for row in ordered_interviews(session, group_id)
                 for why in (_why(row, row.id in bearing, row.id in reasons),))


def _why(row: InterviewRef, coded: bool, aside: bool) -> Why:
    if row.kind not in COUNTED_KINDS:
        return "not_interview"
    if row.status == "under_way":
        return "under_way"
    if not coded:
        return "not_coded"
    return "left_out" if aside else "counted"
