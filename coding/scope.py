# SPDX-License-Identifier: GPL-3.0-or-later
"""What an analysis can be narrowed to: the groups, the interviews, and the attributes with their values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import groups
from coding.fold import fold
from coding.groups import GroupRow
from coding.order import Ordered, ordered_interviews
from models.group import GroupMember
from models.guide import ThemeAsked
from models.participant import Attribute, AttributeValue
from models.passage import Coding, Passage


@dataclass(frozen=True)
class Scope:
    """``attributes`` maps each attribute that has values to them, in alphabetical order; an attribute of
    interviews and one of participants that share a name are one."""

    groups: tuple[GroupRow, ...]
    interviews: Ordered
    attributes: dict[str, tuple[str, ...]]


def scope(session: Session) -> Scope:
    """Everything one can ask for."""
    return Scope(tuple(groups.listed(session)), ordered_interviews(session), _attributes(session))


def asked(session: Session) -> dict[tuple[int, int], bool]:
    """Whether a theme was put in an interview, by (theme id, interview id), where that is recorded."""
    rows = session.execute(select(ThemeAsked.theme_id, ThemeAsked.interview_id, ThemeAsked.asked))
    return {(theme_id, interview_id): put for theme_id, interview_id, put in rows}


def passages_in(session: Session, group_id: int | None) -> int:
    """How many coded passages the interviews of a group hold; all of them when None."""
    sought = select(func.count(Coding.passage_id.distinct())).join(Passage, Passage.id == Coding.passage_id)
    if group_id is not None:
        members = select(GroupMember.interview_id).where(GroupMember.group_id == group_id)
        sought = sought.where(Passage.interview_id.in_(members))
    return session.scalar(sought) or 0


def _attributes(session: Session) -> dict[str, tuple[str, ...]]:
    names: dict[str, str] = {}
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for name, value in session.execute(
        select(Attribute.name, AttributeValue.value).join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .order_by(Attribute.position, Attribute.id)
    ):
        if value.strip():
            names.setdefault(fold(name), name)
            values[fold(name)].setdefault(fold(value.strip()), value.strip())
    return {name: tuple(values[key][folded] for folded in sorted(values[key])) for key, name in names.items()}
