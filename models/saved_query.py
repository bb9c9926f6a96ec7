# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries of quotes that the researcher named, and the order she gave quotes by hand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Guid, Key, Moment, Name, Position, Table, link, not_blank


class SavedQuery(Table):
    """What is sought under a name; ``asked`` is the query as ``coding.query_json`` writes it: rows by their guid, some
    of which may be gone."""

    __tablename__ = "saved_query"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Key]
    guid: Mapped[Guid]
    name: Mapped[Name] = mapped_column(unique=True)
    position: Mapped[Position]
    asked: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[Moment]


class QuoteOrder(Table):
    """The passages under one heading (a code, an interview or a query) in the order given by hand; ids that are gone
    are passed over, quotes that are not named come after."""

    __tablename__ = "quote_order"
    __table_args__ = (
        CheckConstraint("(code_id IS NOT NULL) + (interview_id IS NOT NULL) + (query_id IS NOT NULL) = 1",
                        name="one_heading"),
    )

    id: Mapped[Key]
    code_id: Mapped[int | None] = mapped_column(link("code.id"), unique=True)
    interview_id: Mapped[int | None] = mapped_column(link("interview.id"), unique=True)
    query_id: Mapped[int | None] = mapped_column(link("saved_query.id"), unique=True)
    passages: Mapped[list[int]] = mapped_column(JSON, default=list)
