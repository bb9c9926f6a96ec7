# SPDX-License-Identifier: GPL-3.0-or-later
"""Two projects compared row by row, whatever their ids."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from coding.changes import Writer
from models import tables
from models.base import Table

# What a REFI-QDA file does not carry, by column.
_NOT_CARRIED = {
    "code": {"created_at", "position"}, "coder": {"created_at", "colour", "guid"}, "speaker": {"guid"},
    "turn": {"guid", "to_revisit"}, "unit": {"guid"}, "interview": {"place_left", "read_to", "reread_at", "position"},
    "cell_summary": set(), "citation": {"updated_at", "guid"}, "participation": set(), "attribute": {"position"},
    "interview_group": {"position"}, "contradiction": {"created_at"},
}
CARRIED = tuple(model for model in tables.ALL if model.__tablename__ in {
    "coder", "participant", "unit", "interview", "interview_unit", "speaker", "turn", "participation", "attribute",
    "attribute_value", "interview_group", "group_member", "sampling_frame", "code", "passage", "coding", "memo",
    "cell_summary", "citation", "contradiction"})


def rows(writer: Writer) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table that an exchange carries, foreign keys by what they point to, sorted."""
    with writer.store.reading() as session:
        names = {model.__tablename__: _names(session, model) for model in tables.ALL}
        return {model.__tablename__: sorted(_told(session, model, names), key=repr) for model in CARRIED}


def _names(session: Session, model: type[Table]) -> dict[int, str]:
    """What each row is called by the others."""
    if model.__tablename__ in ("coder", "unit"):
        return {row.id: row.name for row in session.scalars(select(model))}  # type: ignore[attr-defined]
    if model.__tablename__ == "speaker":
        return {row.id: row.label for row in session.scalars(select(model))}  # type: ignore[attr-defined]
    return {row.id: getattr(row, "guid", str(row.id)) for row in session.scalars(select(model))}


def _told(session: Session, model: type[Table], names: dict[str, dict[int, str]]) -> list[tuple[Any, ...]]:
    skipped = {"id", *_NOT_CARRIED.get(model.__tablename__, set())}
    columns = [column for column in inspect(model).columns if column.key not in skipped]
    found = []
    for row in session.scalars(select(model)):
        cells = []
        for column in columns:
            value = getattr(row, column.key)
            for key in column.foreign_keys:
                value = names[key.column.table.name].get(value)
            cells.append((column.key, value))
        found.append(tuple(cells))
    return found
