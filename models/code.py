# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: a tree of codes whose roots are the themes."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Colour, Guid, Key, LongText, Moment, Name, Position, Table, link, not_blank, one_of

ORIGINS = ("guide", "a_priori", "emergent", "unknown")


class Code(Table):
    """A code, or a theme when it has no parent. ``reservation`` is what the researcher holds back about the
    saturation of a theme; ``pin`` the digit that codes with it."""

    __tablename__ = "code"
    __table_args__ = (
        UniqueConstraint("parent_id", "name"),
        Index("uq_code_theme_name", "name", unique=True,
              sqlite_where=text("parent_id IS NULL"), postgresql_where=text("parent_id IS NULL")),
        not_blank("name"),
        one_of("origin", ORIGINS),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_own_parent"),
        CheckConstraint("pin IS NULL OR pin BETWEEN 1 AND 9", name="pin"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    parent_id: Mapped[int | None] = mapped_column(link("code.id"))
    name: Mapped[Name]
    definition: Mapped[LongText]
    include: Mapped[LongText]
    exclude: Mapped[LongText]
    example: Mapped[LongText]
    colour: Mapped[Colour]
    position: Mapped[Position]
    origin: Mapped[str] = mapped_column(String(10), default="unknown")
    reservation: Mapped[LongText]
    pin: Mapped[int | None] = mapped_column(unique=True)
    created_at: Mapped[Moment]
