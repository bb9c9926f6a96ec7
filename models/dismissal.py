# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that resemble the passages of a code, and that the researcher looked at and did not code."""

from __future__ import annotations

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, Moment, Table, link


class Dismissal(Table):
    """These words of an interview are not to be proposed again for that code; told by a hash of what they say, so that
    no word of the interview is kept a second time."""

    __tablename__ = "dismissal"
    __table_args__ = (UniqueConstraint("code_id", "interview_id", "text_hash"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    code_id: Mapped[int] = mapped_column(link("code.id"))
    interview_id: Mapped[int] = mapped_column(link("interview.id"), index=True)
    text_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[Moment]
