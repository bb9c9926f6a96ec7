# SPDX-License-Identifier: GPL-3.0-or-later
"""What left the project, when, and where it went: read when someone withdraws their consent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, LongText, Moment, Table


class ExportEntry(Table):
    """One file written. ``what`` names the kind of export; ``interviews`` the ids whose words it may hold, or none for
    all of those there were. A log, outside undo."""

    __tablename__ = "export_log"

    id: Mapped[Key]
    at: Mapped[Moment]
    what: Mapped[str] = mapped_column(String(40))
    path: Mapped[LongText]
    interviews: Mapped[list[Any]] = mapped_column(JSON, default=list)
