# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading tens of thousands of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session


def in_parts(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[Any]:
    """The rows of a query, not by the ORM, which doubles the time; all of them at once would hold tens of megabytes."""
    for part in session.connection().execute(query, execution_options={"yield_per": 2_000}).partitions():
        yield from part
