# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs of rows, and how rows are brought back to what a photograph shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Index, UniqueConstraint, bindparam, delete, insert, select, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from models import tables

Row = dict[str, Any]
CHUNK = 500


@dataclass(frozen=True)
class RowImage:
    """One row before and after: whole when the row appeared or went, the changed columns when it changed."""

    table: str
    id: int
    before: Row | None
    after: Row | None

    def reversed(self) -> RowImage:
        return RowImage(self.table, self.id, self.after, self.before)


def unmoved(session: Session, images: Iterable[RowImage]) -> bool:
    """Whether every row still stands as its image says it was before."""
    for name, group in _by_table(images).items():
        table = _table(name)
        found: dict[int, Row] = {}
        for ids in _chunks([image.id for image in group]):
            rows = session.connection().execute(select(table).where(table.c.id.in_(ids))).mappings()
            found |= {row["id"]: dict(row) for row in rows}
        for image in group:
            row = found.get(image.id)
            same = row is None if image.before is None else (
                row is not None and all(row[key] == value for key, value in image.before.items())
            )
            if not same:
                return False
    return True


def write_back(session: Session, images: tuple[RowImage, ...]) -> None:
    """Bring rows to their ``after``.

    Rows that change a unique column leave first and come back whole: they may take each other's place, and what is
    unique must be so after each statement. Links are only checked at the end of the transaction.
    """
    connection = session.connection()
    for name, group in _by_table(images).items():
        table = _table(name)
        unique = _unique_columns(table)
        stay = [image for image in group if image.before and image.after and unique.isdisjoint(image.after)]
        move = [image for image in group if image.before and image.after and not unique.isdisjoint(image.after)]
        back = _whole(session, table, move) + [image.after or {} for image in group if image.before is None]
        for ids in _chunks([image.id for image in group if image.after is None] + [image.id for image in move]):
            connection.execute(delete(table).where(table.c.id.in_(ids)))
        if back:
            connection.execute(insert(table), back)
        for columns, rows in _alike(stay):
            values: dict[str, Any] = {column: bindparam(f"to_{column}") for column in columns}
            connection.execute(update(table).where(table.c.id == bindparam("of_id")).values(values), rows)


def _table(name: str) -> SqlTable:
    return cast(SqlTable, tables.BY_NAME[name].__table__)


def _by_table(images: Iterable[RowImage]) -> dict[str, list[RowImage]]:
    grouped: dict[str, list[RowImage]] = defaultdict(list)
    for image in images:
        grouped[image.table].append(image)
    return grouped


def _unique_columns(table: SqlTable) -> set[str]:
    """The columns of which no two rows may hold the same, alone or together."""
    kept: list[UniqueConstraint | Index] = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    kept.extend(index for index in table.indexes if index.unique)
    return {column.name for unique in kept for column in unique.columns}


def _whole(session: Session, table: SqlTable, images: Sequence[RowImage]) -> list[Row]:
    """Rows as they stand, brought to their ``after``."""
    after = {image.id: image.after or {} for image in images}
    found: list[Row] = []
    for ids in _chunks(list(after)):
        rows = session.connection().execute(select(table).where(table.c.id.in_(ids))).mappings()
        found.extend({**row, **after[row["id"]]} for row in rows)
    return found


def _alike(images: Iterable[RowImage]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Rows that change the same columns, written at once."""
    lots: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for image in images:
        after = image.after or {}
        lots[tuple(after)].append({"of_id": image.id, **{f"to_{column}": value for column, value in after.items()}})
    yield from lots.items()


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
