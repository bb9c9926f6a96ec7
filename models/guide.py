# SPDX-License-Identifier: GPL-3.0-or-later
"""The interview guide, where its questions were put, and which theme was put to whom."""

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
    """A question of a guide, in its section, with the theme it opens where one is known. ``is_prompt``: a follow-up
    (*relance*), put where an answer stops short; nobody expects it to be put to everyone."""

    __tablename__ = "guide_question"
    __table_args__ = (not_blank("text"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    guide_id: Mapped[int] = mapped_column(link("guide.id"), index=True)
    section: Mapped[str] = mapped_column(default="")
    text: Mapped[LongText]
    is_prompt: Mapped[bool] = mapped_column(default=False)
    position: Mapped[Position]
    theme_id: Mapped[int | None] = mapped_column(link("code.id"), index=True)


class InterviewGuide(Table):
    """This interview followed that guide."""

    __tablename__ = "interview_guide"
    __table_args__ = (UniqueConstraint("interview_id", "guide_id"),)

    id: Mapped[Key]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    guide_id: Mapped[int] = mapped_column(link("guide.id"), index=True)


class QuestionAsked(Table):
    """This turn puts that question of the guide, in whatever words."""

    __tablename__ = "question_asked"
    __table_args__ = (UniqueConstraint("turn_id", "question_id"),)

    id: Mapped[Key]
    turn_id: Mapped[int] = mapped_column(link("turn.id"))
    question_id: Mapped[int] = mapped_column(link("guide_question.id"), index=True)


class ThemeAsked(Table):
    """Whether a theme was put to an interview; no row means that nothing is known. ``by_hand``: said by the
    researcher, which no reading of the guide changes."""

    __tablename__ = "theme_asked"
    __table_args__ = (UniqueConstraint("theme_id", "interview_id"),)

    id: Mapped[Key]
    theme_id: Mapped[int] = mapped_column(link("code.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    asked: Mapped[bool]
    by_hand: Mapped[bool] = mapped_column(default=True)
