# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds what: codes × the values of an attribute, or × groups, in interviews.

Each cell is n/N: of the N interviews that have the value, the n that hold the code (or a code below it). Interviews,
not passages: someone talkative weighs no more than anyone else. The interviews were chosen, not drawn, so nothing is
tested; and since 2/3 is no «67 %», there is no percentage below PERCENT_FROM interviews, and a column of fewer than
FEW is marked as too small to be set beside another. Both numbers are conventions of this program, in the spirit of
Sandelowski (2001), «Real qualitative researchers do not count?», Research in Nursing & Health 24(3).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.attribute_columns import values_of
from coding.codebook import Codebook
from coding.holding import holding
from coding.order import Ordered, ordered_interviews
from models.group import Group, GroupMember

PERCENT_FROM = 12
FEW = 5
Spread = Literal["nowhere", "one", "some", "everywhere"]


@dataclass(frozen=True)
class Column:
    """A value of the attribute, or a group, and the interviews that have it, in order."""

    title: str
    interview_ids: tuple[int, ...]

    @property
    def few(self) -> bool:
        """Whether there are too few interviews to set beside others."""
        return len(self.interview_ids) < FEW


@dataclass(frozen=True)
class Row:
    """A theme (``code`` None) or a code (its path below the theme). ``holders`` are the interviews that hold it,
    ``counts`` how many of them each column has, ``spread`` in how many of the columns it is held."""

    code_id: int
    theme: str
    code: str | None
    name: str
    colour: str
    depth: int
    holders: frozenset[int]
    counts: tuple[int, ...]
    spread: Spread

    @property
    def differs(self) -> bool:
        """Whether some of the columns hold it and others do not."""
        return self.spread in ("one", "some")


@dataclass(frozen=True)
class Comparison:
    """Codes × columns. ``by`` is the attribute, None for groups. ``interviews`` are those read, in order; ``several``
    counts those that stand in more than one column, ``bare`` those that bear no code: they count in N all the same."""

    group: str | None
    by: str | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    interviews: Ordered
    several: int
    bare: int


def share(n: int, of: int) -> float | None:
    """n/N from 0 to 1; None where N is too small for a percentage to mean anything."""
    return n / of if of >= PERCENT_FROM else None


def compare(session: Session, by: str | None = None, group_id: int | None = None) -> Comparison:
    """Codes × the values of attribute ``by``, among the interviews of a group (all when None); × every group when
    ``by`` is None. An interview that has several values, or is in several groups, counts in each.

    Raises KnownError when ``by`` names no attribute.
    """
    book = codebook.read(session)
    everyone = ordered_interviews(session, group_id if by is not None else None)
    ids = everyone.ids
    rank = {key: place for place, key in enumerate(ids)}
    found = values_of(session, by, ids) if by is not None else _groups(session)
    columns = tuple(Column(title, tuple(sorted(members, key=rank.__getitem__))) for title, members in found.items())
    held = holding(session, book, ids)
    in_columns = Counter(key for column in columns for key in column.interview_ids)
    coded = frozenset().union(*held.values())
    return Comparison(
        session.scalar(select(Group.name).where(Group.id == group_id)) if by is not None else None, by, columns,
        tuple(_row(book, node, held[node.id], columns) for node in book), everyone,
        sum(1 for times in in_columns.values() if times > 1), sum(1 for key in in_columns if key not in coded))


def _row(book: Codebook, node: codebook.CodeNode, holders: frozenset[int], columns: tuple[Column, ...]) -> Row:
    counts = tuple(len(holders.intersection(column.interview_ids)) for column in columns)
    return Row(node.id, book.theme_of(node.id).name, book.path_below_theme(node.id), node.name, node.colour, node.depth,
               holders, counts, _spread(counts, columns))


def _spread(counts: tuple[int, ...], columns: tuple[Column, ...]) -> Spread:
    """Columns without an interview say nothing."""
    held = [n > 0 for n, column in zip(counts, columns, strict=True) if column.interview_ids]
    if not any(held):
        return "nowhere"
    return "everywhere" if all(held) else "one" if sum(held) == 1 else "some"


def _groups(session: Session) -> dict[str, list[int]]:
    rows = session.execute(
        select(Group.name, GroupMember.interview_id).outerjoin(GroupMember, GroupMember.group_id == Group.id)
        .order_by(Group.position, Group.id))
    found: dict[str, list[int]] = {}
    for name, interview_id in rows:
        members = found.setdefault(name, [])
        if interview_id is not None:
            members.append(interview_id)
    return found
