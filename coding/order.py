# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorded order of interviews, on which first appearances and accumulation rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_, quoted_list
from models.errors import KnownError
from models.group import GroupMember
from models.interview import Interview
from models.project import Project

Basis = Literal["date", "manual", "import"]
_NAMED = 4  # interviews without a date that a message names


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


def ordered_interviews(session: Session, group_id: int | None = None, basis: Basis | None = None) -> Ordered:
    """The interviews of a group, or all of them, in their recorded order, or by another ``basis``.

    As the project says: by hand (or by csv), as imported, or by date, ties by position. Dates that only some
    interviews have order nothing, the others would have no place among them: then it is the order of import.
    """
    query = select(Interview.id, Interview.title, Interview.kind, Interview.status, Interview.date).order_by(
        Interview.position, Interview.id)
    if group_id is not None:
        members = select(GroupMember.interview_id).where(GroupMember.group_id == group_id)
        query = query.where(Interview.id.in_(members))
    rows = [InterviewRef(*row) for row in session.execute(query)]
    chosen = basis or session.scalar(select(Project.interview_order))
    if chosen == "manual":
        return Ordered(tuple(rows), "manual")
    dated = [(row.date, row) for row in rows if row.date is not None]
    if chosen == "date" and rows and len(dated) == len(rows):
        return Ordered(tuple(row for _day, row in sorted(dated, key=lambda pair: pair[0])), "date")
    return Ordered(tuple(sorted(rows, key=lambda row: row.id)), "import")


def all_dated(session: Session) -> bool:
    """Whether each interview has a date; False where there is none."""
    days = session.scalars(select(Interview.date)).all()
    return bool(days) and None not in days


def chosen(session: Session) -> str:
    """What the project says orders the interviews."""
    return session.scalars(select(Project.interview_order)).one()


def choose(session: Session, basis: Basis) -> None:
    """Say what orders the interviews. Raises KnownError for dates when some interview has none."""
    if basis == "date":
        undated = session.scalars(select(Interview.title).where(Interview.date.is_(None)).order_by(
            Interview.position, Interview.id)).all()
        if undated:
            raise KnownError(
                N_("Ordering by date needs a date for each interview. These have none: {titles}."),
                titles=quoted_list(undated[:_NAMED]) + (" …" if len(undated) > _NAMED else ""))
    project = session.scalars(select(Project)).one()
    if project.interview_order != basis:
        project.interview_order = basis


def place(session: Session, interview_ids: Sequence[int]) -> None:
    """Number the interviews: these first, in this order, then the others."""
    rows = session.scalars(select(Interview).order_by(Interview.position, Interview.id)).all()
    rank = {key: place for place, key in enumerate(interview_ids)}
    for position, row in enumerate(sorted(rows, key=lambda row: rank.get(row.id, len(rank)))):
        if row.position != position:
            row.position = position
    session.flush()
