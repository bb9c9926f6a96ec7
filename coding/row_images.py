# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs of rows, and how rows are brought back to what a photograph shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table as SqlTable
from sqlalchemy import UniqueConstraint, bindparam, delete, insert, select, update
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
        for at in range(0, len(group), CHUNK):
            chunk = group[at : at + CHUNK]
            rows = session.connection().execute(select(table).where(table.c.id.in_([image.id for image in chunk])))
            found = {row["id"]: row for row in rows.mappings()}
            for image in chunk:
                row = found.get(image.id)
                same = row is None if image.before is None else (
                    row is not None and all(row[key] == value for key, value in image.before.items())
                )
                if not same:
                    return False
    return True


def write_back(session: Session, images: tuple[RowImage, ...]) -> None:
    """Bring rows to their ``after``: deletions first, so that unique names are free when rows come back."""
    connection = session.connection()
    for name, group in _by_table(image for image in images if image.after is None).items():
        table = _table(name)
        for at in range(0, len(group), CHUNK):
            ids = [image.id for image in group[at : at + CHUNK]]
            connection.execute(delete(table).where(table.c.id.in_(ids)))
    both = (image for image in images if image.before is not None and image.after is not None)
    for name, group in _by_table(both).items():
        table = _table(name)
        for columns, rows in _in_order(session, table, group):
            values: dict[str, Any] = {column: bindparam(f"to_{column}") for column in columns}
            connection.execute(update(table).where(table.c.id == bindparam("of_id")).values(values), [
                {"of_id": image.id, **{f"to_{column}": value for column, value in (image.after or {}).items()}}
                for image in rows
            ])
    for name, group in _by_table(image for image in images if image.before is None).items():
        connection.execute(insert(_table(name)), [image.after or {} for image in group])


def _table(name: str) -> SqlTable:
    return cast(SqlTable, tables.BY_NAME[name].__table__)


def _by_table(images: Iterable[RowImage]) -> dict[str, list[RowImage]]:
    grouped: dict[str, list[RowImage]] = defaultdict(list)
    for image in images:
        grouped[image.table].append(image)
    return grouped


def _in_order(session: Session, table: SqlTable, images: Sequence[RowImage]) -> Iterator[
        tuple[tuple[str, ...], list[RowImage]]]:
    """Rows to write at once, by the columns they change: a row comes after the one that stands where it is to go, for
    what is unique must be so after each statement."""
    waits: dict[int, list[int]] = defaultdict(list)
    for unique in (constraint for constraint in table.constraints if isinstance(constraint, UniqueConstraint)):
        names = [column.name for column in unique.columns]
        moved = {image.id: image.after or {} for image in images if not set(names).isdisjoint(image.after or {})}
        now = _keys(session, table, names, list(moved))
        holders = {key: row_id for row_id, key in now.items()}
        for row_id, key in now.items():
            then = tuple(moved[row_id].get(name, value) for name, value in zip(names, key, strict=True))
            if None not in then and holders.get(then, row_id) != row_id:  # nothing is no one's place
                waits[row_id].append(holders[then])
    turn_of: dict[int, int] = {}
    for row_id in waits:
        _line_up(row_id, waits, turn_of)
    lots: dict[tuple[int, tuple[str, ...]], list[RowImage]] = defaultdict(list)
    for image in images:
        lots[turn_of.get(image.id, 0), tuple(sorted(image.after or {}))].append(image)
    for (_turn, columns), rows in sorted(lots.items(), key=lambda lot: lot[0]):
        yield columns, rows


def _line_up(row_id: int, waits: Mapping[int, Sequence[int]], turn_of: dict[int, int]) -> None:
    """Say when a row is written: one later than all it waits for, which nothing waits for in a circle."""
    stack = [row_id]
    while stack:
        ahead = [key for key in waits.get(stack[-1], ()) if key not in turn_of]
        if len(stack) > len(waits) + 1:
            raise RuntimeError("rows that take each other's place")
        if ahead:
            stack.append(ahead[0])
        else:
            key = stack.pop()
            turn_of[key] = 1 + max((turn_of[other] for other in waits.get(key, ())), default=-1)


def _keys(session: Session, table: SqlTable, names: Sequence[str], row_ids: Sequence[int]) -> dict[
        int, tuple[Any, ...]]:
    """What some rows hold in these columns."""
    found = {}
    for at in range(0, len(row_ids), CHUNK):
        chunk = row_ids[at : at + CHUNK]
        for row in session.connection().execute(
            select(table.c.id, *(table.c[name] for name in names)).where(table.c.id.in_(chunk))
        ):
            found[row[0]] = tuple(row[1:])
    return found
