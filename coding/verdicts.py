# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation of a group of the project: what is read from the tables, and the analysis made of it.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal, TypeVar

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, left_out, rereading
from coding.codebook import Codebook, CodeNode
from coding.holding import bearing
from coding.left_out import LeftOutRow
from coding.order import Basis, Ordered, ordered_interviews
from coding.saturation import Analysis, Around, Frame, Incidence, Measured, Parameters, measure_group
from models.code import Code
from models.group import Group, SamplingFrame
from models.guide import ThemeAsked
from models.interview import COUNTED_KINDS, InterviewUnit, Unit
from models.project import Project

_T = TypeVar("_T")
Order = Basis | Literal["recorded", "random"]


@dataclass(frozen=True, eq=False)
class Counted:
    """An incidence, the ids of its rows and columns, and what ordered them. ``excluded`` are the titles of those that
    cannot count (not coded, under way, not interviews), ``left_out`` those that the researcher leaves out."""

    incidence: Incidence
    code_ids: tuple[int, ...]
    interview_ids: tuple[int, ...]
    excluded: tuple[str, ...]
    left_out: tuple[LeftOutRow, ...]
    order_basis: str


@dataclass(frozen=True, eq=False)
class Material:
    """All that is read of a group before anything is computed: codes × interviews, and what is known around them."""

    counted: Counted
    around: Around

    def in_order(self, session: Session, group_id: int | None, order: Order, seed: int = 1) -> Material:
        """The same interviews of that group in another order; nothing else is read again."""
        able = set(self.counted.interview_ids)
        ordered = ordered_interviews(session, group_id, _basis(order))
        ids = _drawn([row.id for row in ordered if row.id in able], order, seed)
        place = {key: at for at, key in enumerate(self.counted.interview_ids)}
        basis = "random" if order == "random" else ordered.basis
        counted = replace(self.counted, incidence=self.counted.incidence.in_order([place[key] for key in ids]),
                          interview_ids=tuple(ids), order_basis=basis)
        return Material(counted, replace(self.around, order_basis=basis))

    def measured(self, *, orders: int = 10_000, like: Measured | None = None) -> Measured:
        """The figures, whatever the parameters (``coding.saturation.measure_group``)."""
        return measure_group(self.counted.incidence, orders=orders, like=like)


def saturation(
    session: Session, group_id: int | None = None, *, parameters: Parameters | None = None, orders: int = 10_000
) -> Analysis:
    """The saturation of a group (of the whole corpus when None), by the project's parameters unless some are given."""
    found = material(session, group_id)
    return found.around.analysis(found.measured(orders=orders), parameters or project_parameters(session))


def material(
    session: Session, group_id: int | None = None, *, order: Order = "recorded", seed: int = 1,
    out: Collection[int] | None = None,
) -> Material:
    """What the saturation of a group (of the whole corpus when None) is computed from. ``order`` is another one to
    try, ``seed`` that of a random one; ``out`` are the interviews to leave out in place of those recorded."""
    book = codebook.read(session)
    counted = incidence(session, group_id, book=book, order=order, seed=seed, out=out)
    group = session.scalar(select(Group.name).where(Group.id == group_id)) if group_id is not None else None
    return Material(counted, Around(
        group=group,
        frame=frame(session, group_id),
        reservations=_reservations(session),
        unread=_unread(session, group_id, book, counted),
        excluded=counted.excluded,
        left_out=tuple((row.title, row.reason) for row in counted.left_out),
        order_basis=counted.order_basis,
    ))


def project_parameters(session: Session) -> Parameters:
    """The thresholds this project keeps."""
    row = session.scalars(select(Project)).one()
    return Parameters(
        base=row.base, run=row.run, threshold=row.threshold, tail=row.tail, coverage_min=row.coverage_min,
        expected_max=row.expected_max, few_codes=row.few_codes, non_response_max=row.non_response_max,
    )


def incidence(
    session: Session, group_id: int | None = None, *, book: Codebook | None = None, order: Order = "recorded",
    seed: int = 1, out: Collection[int] | None = None,
) -> Counted:
    """Codes × the interviews of a group that count, in order; all coders together.

    An interview counts when it is an interview (single or group), bears a coding, is not under way, and is not left
    out. A code's row is its own codings, those of a theme being one more row; a code that never occurs has no row.
    """
    book = book or codebook.read(session)
    ordered = ordered_interviews(session, group_id, _basis(order))
    left = _left_out(session, group_id, ordered, out)
    found = bearing(session)
    coded = {key for keys in found.values() for key in keys}
    able = [
        row for row in ordered if row.kind in COUNTED_KINDS and row.status != "under_way" and row.id in coded
    ]
    aside = {row.interview_id for row in left}
    kept = _drawn([row for row in able if row.id not in aside], order, seed)
    column = {row.id: place for place, row in enumerate(kept)}
    nodes = [node for node in book if not column.keys().isdisjoint(found.get(node.id, ()))]
    present = np.zeros((len(nodes), len(kept)), dtype=np.bool_)
    for place, node in enumerate(nodes):
        present[place, [column[key] for key in found[node.id] & column.keys()]] = True
    table = Incidence(
        codes=tuple(book.path_text(node.id) for node in nodes),
        interviews=tuple(row.title for row in kept),
        present=present,
        themes=tuple(node.name for node in book.themes),
        theme_of=tuple(book.theme_of(node.id).name for node in nodes),
        origins=tuple(None if node.origin == "unknown" else node.origin for node in nodes),
        asked=_asked(session, book.themes, list(column)),
        units=_units(session, list(column)),
    )
    able_ids = {row.id for row in able}
    return Counted(
        table, tuple(node.id for node in nodes), tuple(column),
        excluded=tuple(row.title for row in ordered if row.id not in able_ids),
        left_out=tuple(row for row in left if row.interview_id in able_ids),
        order_basis="random" if order == "random" else ordered.basis,
    )


def _drawn(rows: list[_T], order: Order, seed: int) -> list[_T]:
    """The rows, drawn in a random order where that is the one asked; same seed, same draw."""
    return Random(seed).sample(rows, len(rows)) if order == "random" else rows


def _basis(order: Order) -> Basis | None:
    """The order of the project that this is; None: the recorded one."""
    return None if order == "recorded" or order == "random" else order  # noqa: PLR1714 – mypy narrows this alone


def _left_out(session: Session, group_id: int | None, ordered: Ordered, out: Collection[int] | None
              ) -> tuple[LeftOutRow, ...]:
    """The interviews of a group that are recorded as left out, or those that are tried out of it."""
    recorded = left_out.rows(session, group_id)
    if out is None:
        return recorded
    why = {row.interview_id: row.reason for row in recorded}
    return tuple(LeftOutRow(row.id, row.title, why.get(row.id, "")) for row in ordered if row.id in out)


def _asked(
    session: Session, themes: Sequence[CodeNode], interview_ids: Sequence[int]
) -> dict[str, tuple[bool | None, ...]]:
    rows = session.execute(select(ThemeAsked.theme_id, ThemeAsked.interview_id, ThemeAsked.asked))
    answers = {(theme_id, interview_id): asked for theme_id, interview_id, asked in rows}
    put = {theme_id for theme_id, _interview in answers}
    return {
        node.name: tuple(answers.get((node.id, key)) for key in interview_ids) for node in themes if node.id in put
    }


def _units(session: Session, interview_ids: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    found: dict[int, list[str]] = defaultdict(list)
    for interview_id, name in session.execute(
        select(InterviewUnit.interview_id, Unit.name).join(Unit, Unit.id == InterviewUnit.unit_id)
        .order_by(InterviewUnit.interview_id, InterviewUnit.position)
    ):
        found[interview_id].append(name)
    return tuple(tuple(found[key]) for key in interview_ids)


def frame(session: Session, group_id: int | None) -> Frame | None:
    """What is recorded of how a group was recruited; None when nothing is."""
    row = session.scalar(select(SamplingFrame).where(SamplingFrame.group_id == group_id))
    if row is None:
        return None
    return Frame(row.frame_known, row.unit, row.invited, row.reached, row.refused, row.silent, row.justification)


def _reservations(session: Session) -> dict[str, str]:
    rows = session.execute(select(Code.name, Code.reservation).where(Code.parent_id.is_(None), Code.reservation != ""))
    return {row.name: row.reservation for row in rows}


def _unread(session: Session, group_id: int | None, book: Codebook, counted: Counted) -> dict[str, list[str]]:
    """By theme, the interviews counted that were coded before one of its codes existed, and not read again since."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in rereading.due(session, group_id, book=book):
        if one.interview_id in counted.interview_ids:
            found[one.theme].append(one.interview)
    return found
