# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorded order of interviews, on which first appearances and accumulation rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.group import GroupMember
from models.interview import Interview
from models.project import Project

Basis = Literal["date", "manual", "import"]


@dataclass(frozen=True)
class InterviewRef:
    """What an ordered list needs of an interview."""

    id: int
    title: str
    kind: str
    status: str
    date: date | None


@dataclass(frozen=True)
class Ordered:
    """Interviews in order, and what ordered them: their dates, an order given by hand or by csv, or the import."""

    rows: tuple[InterviewRef, ...]
    basis: Basis

    def __iter__(self) -> Iterator[InterviewRef]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def ids(self) -> list[int]:
        """Their ids, in order."""
        return [row.id for row in self.rows]


def ordered_interviews(session: Session, group_id: int | None = None) -> Ordered:
    """The interviews of a group, or all of them, in their recorded order.

    By date when every one of them has a date (ties by position); else by position, which is the order given by
    hand or by csv when there is one (``manual``), and the order of import when there is none. Dates that only some
    have order nothing: the others would have no place among them.
    """
    query = select(Interview.id, Interview.title, Interview.kind, Interview.status, Interview.date).order_by(
        Interview.position, Interview.id)
    if group_id is not None:
        members = select(GroupMember.interview_id).where(GroupMember.group_id == group_id)
        query = query.where(Interview.id.in_(members))
    rows = [InterviewRef(*row) for row in session.execute(query)]
    dated = [(row.date, row) for row in rows if row.date is not None]
    if rows and len(dated) == len(rows):
        return Ordered(tuple(row for _day, row in sorted(dated, key=lambda pair: pair[0])), "date")
    given = session.scalar(select(Project.interview_order)) == "manual"
    return Ordered(tuple(rows), "manual" if given else "import")
