# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was met, in which interviews, under which role; and the attributes of interviews and participants."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Name, Position, Table, link, not_blank, one_of

ATTRIBUTE_TYPES = ("text", "number", "date", "yes_no", "choice")
ATTRIBUTE_TARGETS = ("interview", "participant")


class Participant(Table):
    """A person met (*enquêté·e*), under a pseudonym."""

    __tablename__ = "participant"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    name: Mapped[Name] = mapped_column(unique=True)


class Participation(Table):
    """A participant in an interview, with the role a quote is attributed to
    («pair aidante dans une structure sanitaire»)."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("interview_id", "participant_id"),)

    id: Mapped[Key]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    participant_id: Mapped[int] = mapped_column(link("participant.id"), index=True)
    role: Mapped[LongText]
    position: Mapped[Position]


class Attribute(Table):
    """A variable of interviews or participants; ``choices`` lists the values of a choice."""

    __tablename__ = "attribute"
    __table_args__ = (
        UniqueConstraint("target", "name"),
        not_blank("name"),
        one_of("target", ATTRIBUTE_TARGETS),
        one_of("type", ATTRIBUTE_TYPES),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    target: Mapped[str] = mapped_column(String(20), default="interview")
    name: Mapped[Name]
    type: Mapped[str] = mapped_column(String(10), default="text")
    choices: Mapped[list[str]] = mapped_column(JSON, default=list)
    position: Mapped[Position]


class AttributeValue(Table):
    """The value of an attribute for one interview or one participant, as text in canonical form
    (numbers with a point, dates ISO, yes/no as «yes» and «no»)."""

    __tablename__ = "attribute_value"
    __table_args__ = (
        CheckConstraint("(interview_id IS NULL) <> (participant_id IS NULL)", name="one_target"),
        Index("uq_value_interview", "attribute_id", "interview_id", unique=True,
              sqlite_where=text("interview_id IS NOT NULL"), postgresql_where=text("interview_id IS NOT NULL")),
        Index("uq_value_participant", "attribute_id", "participant_id", unique=True,
              sqlite_where=text("participant_id IS NOT NULL"), postgresql_where=text("participant_id IS NOT NULL")),
    )

    id: Mapped[Key]
    attribute_id: Mapped[int] = mapped_column(link("attribute.id"))
    interview_id: Mapped[int | None] = mapped_column(link("interview.id"), index=True)
    participant_id: Mapped[int | None] = mapped_column(link("participant.id"), index=True)
    value: Mapped[LongText]
