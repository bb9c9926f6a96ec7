# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation verdicts as they were: a log, outside undo, that shows the path."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, Moment, Name, Table, link


class PastVerdict(Table):
    """What was found of a group (of the whole corpus without one) one day, by which parameters, on which codebook.

    Groups and themes are named by guid and no foreign key: they may go, and come back by undo, under a log that undo
    does not know. ``codebook_hash`` is ``coding.codebook_state.State.hash``.
    """

    __tablename__ = "past_verdict"

    id: Mapped[Key]
    at: Mapped[Moment]
    group_guid: Mapped[str | None] = mapped_column(String(36), index=True)
    order_basis: Mapped[str] = mapped_column(String(10))
    interviews: Mapped[int]
    left_out: Mapped[int] = mapped_column(default=0)
    codebook_hash: Mapped[str] = mapped_column(String(64))
    codebook_at: Mapped[datetime | None]
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class PastFinding(Table):
    """The status of one theme in a past verdict (of all codes without one), its main figures, and the codes of its
    reasons (``coding.saturation.Reason.code``)."""

    __tablename__ = "past_finding"

    id: Mapped[Key]
    past_verdict_id: Mapped[int] = mapped_column(link("past_verdict.id"), index=True)
    theme_guid: Mapped[str | None] = mapped_column(String(36))
    theme: Mapped[Name] = mapped_column(default="")
    status: Mapped[str] = mapped_column(String(20))
    reasons: Mapped[list[Any]] = mapped_column(JSON, default=list)
    codes: Mapped[int]
    informative: Mapped[int]
    last_new: Mapped[int | None]
    run_without_new: Mapped[int | None]
    coverage: Mapped[float | None]
    expected_new: Mapped[float | None]
