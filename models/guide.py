# SPDX-License-Identifier: GPL-3.0-or-later
"""The interview guide, and which theme was put to whom."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Name, Position, Table, link, not_blank


class Guide(Table):
    """An interview guide."""

    __tablename__ = "guide"
    __table_args__ = (not_blank("title"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    title: Mapped[Name] = mapped_column(unique=True)
    position: Mapped[Position]


class GuideQuestion(Table):
    """A question of a guide, in its section, with the theme it opens where one is known."""

    __tablename__ = "guide_question"
    __table_args__ = (not_blank("text"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    guide_id: Mapped[int] = mapped_column(link("guide.id"), index=True)
    section: Mapped[str] = mapped_column(default="")
    text: Mapped[LongText]
    position: Mapped[Position]
    theme_id: Mapped[int | None] = mapped_column(link("code.id"), index=True)


class ThemeAsked(Table):
    """Whether a theme was put to an interview; no row means that nothing is known."""

    __tablename__ = "theme_asked"
    __table_args__ = (UniqueConstraint("theme_id", "interview_id"),)

    id: Mapped[Key]
    theme_id: Mapped[int] = mapped_column(link("code.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    asked: Mapped[bool]
