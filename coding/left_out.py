# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews that the researcher leaves out of the saturation of a group, and why.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coding.language import N_
from models.errors import KnownError
from models.interview import Interview
from models.left_out import LeftOut


@dataclass(frozen=True)
class LeftOutRow:
    """An interview that is not counted, and the reason written."""

    interview_id: int
    title: str
    reason: str


def rows(session: Session, group_id: int | None) -> tuple[LeftOutRow, ...]:
    """Those left out of a group (of the whole corpus when None), the earliest decision first."""
    found = session.execute(
        select(LeftOut.interview_id, Interview.title, LeftOut.reason)
        .join(Interview, Interview.id == LeftOut.interview_id).where(_of(group_id)).order_by(LeftOut.id))
    return tuple(LeftOutRow(*row) for row in found)


def leave_out(session: Session, group_id: int | None, interview_id: int, reason: str) -> None:
    """Leave an interview out of the saturation of a group, or say why anew. Raises KnownError without a reason: it is
    printed with the verdict."""
    reason = reason.strip()
    if not reason:
        raise KnownError(N_("Say why the interview is left out: the reason is printed with the verdict."))
    row = _row(session, group_id, interview_id)
    if row is None:
        session.add(LeftOut(group_id=group_id, interview_id=interview_id, reason=reason))
    elif row.reason != reason:
        row.reason = reason
    session.flush()


def take_back(session: Session, group_id: int | None, interview_id: int) -> None:
    """Count an interview again."""
    row = _row(session, group_id, interview_id)
    if row is not None:
        session.delete(row)
        session.flush()


def _row(session: Session, group_id: int | None, interview_id: int) -> LeftOut | None:
    return session.scalar(select(LeftOut).where(_of(group_id), LeftOut.interview_id == interview_id))


def _of(group_id: int | None) -> ColumnElement[bool]:
    return LeftOut.group_id.is_(None) if group_id is None else LeftOut.group_id == group_id
