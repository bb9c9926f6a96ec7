# SPDX-License-Identifier: GPL-3.0-or-later
"""Who codes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.project import Coder


def names(session: Session) -> dict[int, str]:
    """The names of the coders, by id."""
    return {row.id: row.name for row in session.execute(select(Coder.id, Coder.name).order_by(Coder.id))}
