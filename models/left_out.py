# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews that the researcher leaves out of the saturation of a group."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, LongText, Moment, Table, link


class LeftOut(Table):
    """This interview is not counted in the saturation of that group (of the whole corpus without one), and why."""

    __tablename__ = "left_out"
    __table_args__ = (
        UniqueConstraint("group_id", "interview_id"),
        Index("uq_left_out_corpus", "interview_id", unique=True,
              sqlite_where=text("group_id IS NULL"), postgresql_where=text("group_id IS NULL")),
    )

    id: Mapped[Key]
    group_id: Mapped[int | None] = mapped_column(link("interview_group.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    reason: Mapped[LongText]
    created_at: Mapped[Moment]
