# SPDX-License-Identifier: GPL-3.0-or-later
"""What the researcher corrected in the labels of a transcript, for the next files of the same make."""

from __future__ import annotations

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, Name, Table, not_blank


class LabelMemory(Table):
    """In files of one ``make`` (how they set off a speaker), ``label`` stands for the speaker ``becomes``, who asks the
    questions or not; a label that is no speaker at all becomes nothing (empty)."""

    __tablename__ = "label_memory"
    __table_args__ = (UniqueConstraint("make", "label"), not_blank("label"))

    id: Mapped[Key]
    make: Mapped[str] = mapped_column(String(100))
    label: Mapped[Name]
    becomes: Mapped[Name]
    is_interviewer: Mapped[bool] = mapped_column(default=False)
