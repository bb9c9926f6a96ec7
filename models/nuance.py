# SPDX-License-Identifier: GPL-3.0-or-later
"""The researcher's answers to «nouvelle nuance ?»."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, Moment, Name, Table, link


class Nuance(Table):
    """Whether a passage brings something new to a theme, in the researcher's judgement, and a word of why.
    ``novelty`` is the lexical figure (0–1) that she was shown."""

    __tablename__ = "nuance"
    __table_args__ = (
        UniqueConstraint("theme_id", "passage_id"),
        CheckConstraint("novelty IS NULL OR novelty BETWEEN 0 AND 1", name="novelty"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    theme_id: Mapped[int] = mapped_column(link("code.id"))
    passage_id: Mapped[int] = mapped_column(link("passage.id"), index=True)
    is_new: Mapped[bool]
    word: Mapped[Name] = mapped_column(default="")
    novelty: Mapped[float | None]
    coder_id: Mapped[int | None] = mapped_column(link("coder.id"))
    at: Mapped[Moment]
