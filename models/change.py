# SPDX-License-Identifier: GPL-3.0-or-later
"""The change log: which acts were done, undone and redone, when and by whom."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, Moment, Table, link, one_of


class ChangeEntry(Table):
    """One committed act. Its id is the project's revision. ``values`` fill the label; ``codebook`` holds the
    codebook's values before and after. Interview text never enters."""

    __tablename__ = "change_log"
    __table_args__ = (one_of("kind", ("do", "undo", "redo")), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    at: Mapped[Moment]
    coder_id: Mapped[int | None] = mapped_column(link("coder.id"))
    kind: Mapped[str] = mapped_column(String(4), default="do")
    label: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    codebook: Mapped[list[Any]] = mapped_column(JSON, default=list)
