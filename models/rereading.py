# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews were read again for a theme, after its codes had changed."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, Moment, Table, link


class Rereading(Table):
    """This interview was read again with the codes that this theme had at ``at``."""

    __tablename__ = "rereading"
    __table_args__ = (UniqueConstraint("theme_id", "interview_id"),)

    id: Mapped[Key]
    theme_id: Mapped[int] = mapped_column(link("code.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    at: Mapped[Moment]
