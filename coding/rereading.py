# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews coded before a code existed: which are to be read again, for which codes, and which were.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.rereading import Rereading


def forget_theme(session: Session, theme_id: int) -> None:
    """Forget what was read again for a theme that goes, or whose codes have become those of another."""
    for row in session.scalars(select(Rereading).where(Rereading.theme_id == theme_id)).all():
        session.delete(row)
    session.flush()
