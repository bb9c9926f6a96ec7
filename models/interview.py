# SPDX-License-Identifier: GPL-3.0-or-later
"""An interview: its text, its turns, who speaks in them, and the units it speaks for."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Moment, Name, Offset, Position, Table, link, not_blank, one_of

KINDS = ("interview", "group_interview", "journal", "document", "open_answer")
COUNTED_KINDS = ("interview", "group_interview")  # the kinds that enter saturation unless asked otherwise
STATUSES = ("to_do", "under_way", "coded", "reread")


class Interview(Table):
    """One transcript. ``text`` is everything read (labels, times, title block), NFC and LF; every offset of
    the project counts its code points. ``text_hash`` (SHA-256 of the text) tells duplicates; ``read_to`` is where
    the researcher's reading has come to; ``reread_at`` when it was marked as read again; ``is_withheld``: none of it is
    ever to be cited (*ne pas citer*)."""

    __tablename__ = "interview"
    __table_args__ = (
        not_blank("title"),
        one_of("kind", KINDS),
        one_of("status", STATUSES),
        CheckConstraint("duration_min IS NULL OR duration_min > 0", name="duration"),
        CheckConstraint("length >= 0", name="length"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    title: Mapped[Name] = mapped_column(unique=True)
    file_name: Mapped[Name] = mapped_column(default="", index=True)
    kind: Mapped[str] = mapped_column(String(20), default="interview")
    status: Mapped[str] = mapped_column(String(20), default="to_do")
    position: Mapped[Position]
    date: Mapped[date | None]
    mode: Mapped[str] = mapped_column(String(200), default="")
    duration_min: Mapped[int | None]
    place_left: Mapped[int] = mapped_column(default=0)
    read_to: Mapped[Offset] = mapped_column(default=0)
    reread_at: Mapped[datetime | None]
    is_withheld: Mapped[bool] = mapped_column(default=False)
    imported_at: Mapped[Moment]
    length: Mapped[int] = mapped_column(default=0)
    text_hash: Mapped[str] = mapped_column(String(64), default="", index=True)
    portrait: Mapped[LongText]
    text: Mapped[str] = mapped_column(Text, deferred=True)


class Speaker(Table):
    """A voice of one interview, under the label the transcript gives it."""

    __tablename__ = "speaker"
    __table_args__ = (UniqueConstraint("interview_id", "label"), not_blank("label"))

    id: Mapped[Key]
    guid: Mapped[Guid]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    label: Mapped[Name]
    is_interviewer: Mapped[bool] = mapped_column(default=False)
    participant_id: Mapped[int | None] = mapped_column(link("participant.id"), index=True)


class Turn(Table):
    """What one speaker says in one go: label at [label_start, start), words at [start, end). ``to_revisit``: the
    researcher means to come back to it."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("interview_id", "label_start"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("0 <= label_start AND label_start <= start AND start <= \"end\"", name="span"),
        CheckConstraint("time_ms IS NULL OR time_ms >= 0", name="time"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    number: Mapped[int]
    label_start: Mapped[Offset]
    start: Mapped[Offset]
    end: Mapped[Offset]
    speaker_id: Mapped[int | None] = mapped_column(link("speaker.id"), index=True)
    time_ms: Mapped[int | None]
    to_revisit: Mapped[bool] = mapped_column(default=False)


class Unit(Table):
    """A structure or configuration that interviews speak for."""

    __tablename__ = "unit"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    name: Mapped[Name] = mapped_column(unique=True)


class InterviewUnit(Table):
    """This interview speaks for that unit."""

    __tablename__ = "interview_unit"
    __table_args__ = (UniqueConstraint("interview_id", "unit_id"),)

    id: Mapped[Key]
    interview_id: Mapped[int] = mapped_column(link("interview.id"))
    unit_id: Mapped[int] = mapped_column(link("unit.id"), index=True)
    position: Mapped[Position]
