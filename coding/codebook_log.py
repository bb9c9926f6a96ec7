# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook as it was: the change log, read backwards from the codebook of now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from coding.changes import plain
from coding.codebook import PATH_SEPARATOR
from coding.row_images import Row
from models.change import ChangeEntry
from models.code import Code
from models.project import Coder

Rows = dict[int, Row]  # every code by id, its columns as the log writes them


@dataclass(frozen=True)
class LogRow:
    """One act that touched codes. ``at`` is in UTC, without a zone; ``codes`` are {id, before, after}, each None, the
    whole row, or the columns that changed."""

    revision: int
    at: datetime
    coder: str
    kind: str
    key: str
    values: Mapping[str, str]
    codes: tuple[Mapping[str, Any], ...]

    def reverses(self, other: LogRow) -> bool:
        """Whether this took ``other`` back."""
        return (self.kind == "undo" and other.kind != "undo" and self.key == other.key
                and self.values == other.values
                and _shape(self.codes, "before", "after") == _shape(other.codes, "after", "before"))


def read(session: Session) -> list[LogRow]:
    """Every act that touched codes, the earliest first."""
    rows = session.execute(
        select(ChangeEntry.id, ChangeEntry.at, Coder.name, ChangeEntry.kind, ChangeEntry.label, ChangeEntry.values,
               ChangeEntry.codebook)
        .outerjoin(Coder, Coder.id == ChangeEntry.coder_id)
        .where(cast(ChangeEntry.codebook, String) != "[]").order_by(ChangeEntry.id))
    return [LogRow(row[0], row[1], row[2] or "", row[3], row[4], row[5], tuple(row[6])) for row in rows]


def present(session: Session) -> Rows:
    """The codebook of now, as the log would write it."""
    columns = Code.__table__.columns
    return {row["id"]: plain(dict(row)) or {} for row in session.connection().execute(select(*columns)).mappings()}


def rewind(rows: Rows, act: LogRow) -> None:
    """Make ``rows``, as the act left them, what they were before it."""
    for image in act.codes:
        key, before = image["id"], image["before"]
        if image["after"] is None:
            rows[key] = dict(before)
        elif before is None:
            del rows[key]
        else:
            rows[key] = {**rows[key], **before}


def backwards(session: Session) -> Iterator[tuple[LogRow, Rows, Rows]]:
    """Each act, the latest first, with the codebook before and after it."""
    after = present(session)
    for act in reversed(read(session)):
        before = dict(after)
        rewind(before, act)
        yield act, before, after
        after = before


def at_revision(session: Session, revision: int) -> Rows:
    """The codebook as the act of that revision left it."""
    rows = present(session)
    for act in reversed(read(session)):
        if act.revision <= revision:
            break
        rewind(rows, act)
    return rows


def path(rows: Rows, code_id: int | None) -> str:
    """«Theme > Code» at that time; empty for None, which stands above the themes."""
    names: list[str] = []
    while code_id is not None:
        row = rows[code_id]
        names.insert(0, str(row["name"]))
        code_id = row["parent_id"]
    return PATH_SEPARATOR.join(names)


def utc(day: date) -> datetime:
    """When a day begins here, as the log writes moments."""
    return datetime.combine(day, time.min).astimezone(UTC).replace(tzinfo=None)


def local(moment: datetime) -> datetime:
    """A moment of the log, in the time of this machine."""
    return moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)


def _shape(codes: Iterable[Mapping[str, Any]], one: str, other: str) -> dict[int, tuple[Any, Any]]:
    return {image["id"]: (image[one], image[other]) for image in codes}
