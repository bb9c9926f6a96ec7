# SPDX-License-Identifier: GPL-3.0-or-later
"""What the researcher writes: memos on anything, and cell summaries of the transversal grid."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Moment, Name, Table, link

MEMO_TARGETS = ("passage_id", "code_id", "interview_id", "participant_id", "group_id")


class Memo(Table):
    """A memo on one passage, code, interview, participant or group; on the project when on none of them.

    A memo on the project that has a ``day`` is an entry of the field journal. ``author`` names whoever wrote it when
    that is not the researcher: a supervisor's comment that came home from Word.
    """

    __tablename__ = "memo"
    __table_args__ = (
        CheckConstraint(" + ".join(f"({column} IS NOT NULL)" for column in MEMO_TARGETS) + " <= 1", name="one_target"),
    )

    id: Mapped[Key]
    guid: Mapped[Guid]
    title: Mapped[Name] = mapped_column(default="")
    day: Mapped[date | None]
    text: Mapped[LongText]
    author: Mapped[Name] = mapped_column(default="")
    passage_id: Mapped[int | None] = mapped_column(link("passage.id"), index=True)
    code_id: Mapped[int | None] = mapped_column(link("code.id"), index=True)
    interview_id: Mapped[int | None] = mapped_column(link("interview.id"), index=True)
    participant_id: Mapped[int | None] = mapped_column(link("participant.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(link("interview_group.id"), index=True)
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]


class CellSummary(Table):
    """What one interview says of one theme or code, in the researcher's words (*synthèse de cellule*)."""

    __tablename__ = "cell_summary"
    __table_args__ = (UniqueConstraint("code_id", "interview_id"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    code_id: Mapped[int] = mapped_column(link("code.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    text: Mapped[LongText]
    updated_at: Mapped[Moment]
