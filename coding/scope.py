# SPDX-License-Identifier: GPL-3.0-or-later
"""What an analysis can be narrowed to: the groups, the interviews, and the attributes with their values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import groups
from coding.fold import fold
from coding.groups import GroupRow
from coding.order import Ordered, ordered_interviews
from models.guide import ThemeAsked
from models.participant import Attribute, AttributeValue


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
