# SPDX-License-Identifier: GPL-3.0-or-later
"""What the grid page reads: the table it asked for, and the quotes of one of its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.quotes.sections import Section, sections
from app.transversal.cell_panel import Place
from app.transversal.model import Grid, Shown, measure_of
from app.widgets.groups import BEGINNING, group_read
from coding import codebook, memos, quotes, transversal
from coding import project as projects
from coding import scope as scopes
from coding.attribute_columns import values_of
from coding.quotes import Query
from coding.scope import Scope
from coding.transversal import GROUPS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOBODY = 0  # no interview has this id


@dataclass(frozen=True)
class Asked:
    """What the researcher asks the grid for: the interviews of a group; ``by``: the values of an attribute, or
    GROUPS, as columns, or, ``beside``, as bands of interviews; ``shown`` in the cells."""

    group: int | str | None = BEGINNING
    by: str | None = None
    beside: bool = False
    shown: Shown = "passages"


@dataclass(frozen=True)
class Reading:
    """What came of it: ``asked`` is what could be had."""

    asked: Asked
    group_id: int | None
    scope: Scope
    language: str
    grid: Grid
    passages: int


def read(session: Session, asked: Asked) -> Reading:
    """The table asked for; of the interviews alone where the attribute has gone."""
    found = scopes.scope(session)
    key = group_read(found.groups, asked.group)
    kept = asked.by in found.attributes or (asked.by == GROUPS and bool(found.groups))
    asked = replace(asked, group=key, by=asked.by if kept else None, beside=asked.beside and kept)
    table = transversal.table(session, key, by=asked.by, beside=asked.beside, measure=measure_of(asked.shown))
    grid = Grid(table, scopes.asked(session), memos.summaries(session), asked.shown)
    return Reading(asked, key, found, projects.overview(session).language, grid, scopes.passages_in(session, key))


def cell(session: Session, place: Place, found: Reading, title: str | None) -> list[Section]:
    """The quotes of a cell; ``title`` is the value or the group that its column or its band gathers, None for the
    whole row."""
    groups = () if found.group_id is None else (found.group_id,)
    query = Query(code_ids=(place.code_id,), group_ids=groups)
    if place.interview_id is not None:
        query = replace(query, interview_ids=(place.interview_id,))
    elif title is not None and found.asked.by is not None:
        query = replace(query, interview_ids=tuple(_gathered(session, found, found.asked.by, title)))
    return sections(quotes.find(session, query, order="interview"), codebook.read(session), order="interview",
                    under=place.code_id)


def _gathered(session: Session, found: Reading, by: str, title: str) -> list[int]:
    ids = found.scope.interviews.ids
    values = transversal.groups_of(session, ids) if by == GROUPS else values_of(session, by, ids)
    return values.get(title) or [NOBODY]
