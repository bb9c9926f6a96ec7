# SPDX-License-Identifier: GPL-3.0-or-later
"""What a project’s saturation verdicts rest on besides its codings: thresholds and reservations, kept with it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.code import Code
from models.project import Project

KEPT = ("base", "run", "threshold", "tail", "coverage_min", "expected_max", "few_codes", "non_response_max")


def set_parameters(session: Session, **values: float) -> None:
    """Change some of the thresholds (KEPT). Make a ``coding.saturation.Parameters`` of them first: it refuses what
    makes no sense."""
    unknown = set(values) - set(KEPT)
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    project = session.scalars(select(Project)).one()
    for name, value in values.items():
        setattr(project, name, value)


def parameters(session: Session) -> dict[str, float]:
    """The thresholds as they are kept, by name."""
    project = session.scalars(select(Project)).one()
    return {name: getattr(project, name) for name in KEPT}


def reservations(session: Session) -> dict[int, str]:
    """What the researcher holds back about the saturation of each theme, by theme id; those without one left out."""
    rows = session.execute(select(Code.id, Code.reservation).where(Code.parent_id.is_(None), Code.reservation != ""))
    return {row.id: row.reservation for row in rows}


def is_reflexive(session: Session) -> bool:
    """Whether the researcher works by reflexive thematic analysis, which rejects the criterion."""
    return session.scalars(select(Project.is_reflexive)).one()


def set_reflexive(session: Session, reflexive: bool) -> None:
    """Say whether the researcher works by reflexive thematic analysis."""
    project = session.scalars(select(Project)).one()
    if project.is_reflexive != reflexive:
        project.is_reflexive = reflexive
