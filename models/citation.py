# SPDX-License-Identifier: GPL-3.0-or-later
"""A quote as the thesis cites it."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, LongText, Moment, Table, link


class Citation(Table):
    """How a passage is cited: ``text`` as it will be printed (empty: as it stands in the transcript), ``is_withheld``
    when it is never to be (*ne pas citer*), and where it is cited, chapters apart by «;»."""

    __tablename__ = "citation"

    id: Mapped[Key]
    guid: Mapped[Guid]
    passage_id: Mapped[int] = mapped_column(link("passage.id"), unique=True)
    text: Mapped[LongText]
    is_withheld: Mapped[bool] = mapped_column(default=False)
    cited_in: Mapped[LongText]
    updated_at: Mapped[Moment]
