# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of codes that the researcher holds to be contradictory."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Moment, Table, link


class Contradiction(Table):
    """Two codes that say opposite things; ``note`` is what the researcher makes of it. ``one_id`` is the smaller id."""

    __tablename__ = "contradiction"
    __table_args__ = (UniqueConstraint("one_id", "other_id"), CheckConstraint("one_id < other_id", name="ordered"))

    id: Mapped[Key]
    guid: Mapped[Guid]
    one_id: Mapped[int] = mapped_column(link("code.id"))
    other_id: Mapped[int] = mapped_column(link("code.id"), index=True)
    note: Mapped[LongText]
    created_at: Mapped[Moment]
