# SPDX-License-Identifier: GPL-3.0-or-later
"""The project itself, and the people who code in it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Colour, Guid, Key, LongText, Moment, Name, Table, not_blank, one_of


class Project(Table):
    """One row: what the file is called, and the conventions its saturation verdicts rest on. ``is_reflexive``: the
    researcher works by reflexive thematic analysis, which rejects the criterion. ``citation_pattern`` is how quotes are
    attributed (empty: the usual way; see ``coding.citation_pattern``)."""

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint("id = 1", name="single"),
        CheckConstraint("base > 0 AND run > 0 AND tail > 0 AND threshold >= 0", name="parameters"),
        one_of("language", ("fr", "en")),
        one_of("interview_order", ("date", "manual", "import")),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    title: Mapped[Name]
    language: Mapped[str] = mapped_column(String(2), default="fr")
    created_at: Mapped[Moment]
    interview_order: Mapped[str] = mapped_column(String(10), default="date")
    base: Mapped[int] = mapped_column(default=4)
    run: Mapped[int] = mapped_column(default=2)
    threshold: Mapped[float] = mapped_column(default=0.05)
    tail: Mapped[int] = mapped_column(default=3)
    coverage_min: Mapped[float] = mapped_column(default=0.95)
    expected_max: Mapped[float] = mapped_column(default=0.5)
    few_codes: Mapped[int] = mapped_column(default=4)
    non_response_max: Mapped[float] = mapped_column(default=1 / 3)
    is_reflexive: Mapped[bool] = mapped_column(default=False)
    citation_pattern: Mapped[LongText]


class Coder(Table):
    """A person who codes."""

    __tablename__ = "coder"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    name: Mapped[Name] = mapped_column(unique=True)
    colour: Mapped[Colour]
    created_at: Mapped[Moment]
