# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the search for identifiers no longer asks about."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, Moment, Name, Table, not_blank, one_of

REASONS = ("pseudonym", "kept", "never")


class ClearedForm(Table):
    """Words found to identify nobody: a pseudonym or class put in the place of a name, words that the researcher keeps,
    or never wants to be asked about again. The name that a pseudonym replaced is nowhere in the project."""

    __tablename__ = "cleared_form"
    __table_args__ = (not_blank("form"), one_of("reason", REASONS))

    id: Mapped[Key]
    form: Mapped[Name] = mapped_column(unique=True)
    label: Mapped[str] = mapped_column(String(20), default="")
    reason: Mapped[str] = mapped_column(String(10), default="kept")
    decided_at: Mapped[Moment]
