# SPDX-License-Identifier: GPL-3.0-or-later
"""The conventions a project's saturation verdicts rest on: kept with it, changed by an act."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.project import Project

KEPT = ("base", "run", "threshold", "tail", "coverage_min", "expected_max", "few_codes")


def set_parameters(session: Session, **values: float) -> None:
    """Change some of the thresholds (KEPT). Make a ``coding.saturation.Parameters`` of them first: it refuses what
    makes no sense."""
    unknown = set(values) - set(KEPT)
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    project = session.scalars(select(Project)).one()
    for name, value in values.items():
        setattr(project, name, value)
