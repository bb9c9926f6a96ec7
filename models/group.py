# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of interviews, and how each was recruited."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Name, Position, Table, link, not_blank, one_of

FRAME_KNOWN = ("yes", "partial", "not_applicable", "no")


class Group(Table):
    """A set of interviews read together; an interview may be in several."""

    __tablename__ = "interview_group"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    name: Mapped[Name] = mapped_column(unique=True)
    position: Mapped[Position]


class GroupMember(Table):
    """This interview belongs to that group."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "interview_id"),)

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(link("interview_group.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)


class SamplingFrame(Table):
    """Who was invited to a group and who answered; ``unit`` names what was invited (interview, structure…).
    Without it no saturation is declared for the group."""

    __tablename__ = "sampling_frame"
    __table_args__ = (
        one_of("frame_known", FRAME_KNOWN),
        CheckConstraint("invited >= 0 AND reached >= 0 AND refused >= 0 AND silent >= 0", name="counts"),
        CheckConstraint("invited IS NULL OR coalesce(refused, 0) + coalesce(silent, 0) <= invited", name="answers"),
    )

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(link("interview_group.id"), unique=True)
    unit: Mapped[str] = mapped_column(String(200), default="")
    frame_known: Mapped[str] = mapped_column(String(20), default="no")
    invited: Mapped[int | None]
    reached: Mapped[int | None]
    refused: Mapped[int | None]
    silent: Mapped[int | None]
    justification: Mapped[LongText]
