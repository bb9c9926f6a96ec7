# SPDX-License-Identifier: GPL-3.0-or-later
"""Passages of interviews and the codings they bear."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, Moment, Offset, Table, link


class Passage(Table):
    """A span [start, end) of an interview's text, in code points, with the words it holds."""

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("interview_id", "start", "end"),
        CheckConstraint("0 <= start AND start < \"end\"", name="span"),
        CheckConstraint("length(quote) = \"end\" - start", name="quote_length"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    start: Mapped[Offset]
    end: Mapped[Offset]
    quote: Mapped[str] = mapped_column(Text)
    is_strong: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]


class Coding(Table):
    """One coder gave one code to one passage."""

    __tablename__ = "coding"
    __table_args__ = (UniqueConstraint("passage_id", "code_id", "coder_id"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    passage_id: Mapped[int] = mapped_column(link("passage.id"))
    code_id: Mapped[int] = mapped_column(link("code.id"), index=True)
    coder_id: Mapped[int] = mapped_column(link("coder.id"), index=True)
    created_at: Mapped[Moment]
