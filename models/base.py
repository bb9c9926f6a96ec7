# SPDX-License-Identifier: GPL-3.0-or-later
"""What every table shares: the declarative base and the column types that read as their meaning."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Annotated, ClassVar

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_guid() -> str:
    """A random GUID, lower-case with hyphens, as REFI-QDA exchanges want it."""
    return str(uuid.uuid4())


def now() -> datetime:
    """The moment in UTC, without a zone (SQLite keeps none), to the second."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)


Key = Annotated[int, mapped_column(primary_key=True)]
Guid = Annotated[str, mapped_column(String(36), unique=True, default=new_guid)]
Name = Annotated[str, mapped_column(String(500))]
LongText = Annotated[str, mapped_column(Text, default="")]
Position = Annotated[int, mapped_column(default=0)]
Offset = Annotated[int, mapped_column()]
Colour = Annotated[str, mapped_column(String(7), default="")]
Moment = Annotated[datetime, mapped_column(DateTime, default=now)]


class Table(DeclarativeBase):
    """Base of all tables. Children are deleted by the domain, never by the database: each deletion is an
    image that undo can put back, so no foreign key cascades."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
    id: int


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A CHECK that ``column`` holds one of ``values``."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def not_blank(column: str) -> CheckConstraint:
    """A CHECK that ``column`` holds more than spaces."""
    return CheckConstraint(f"trim({column}) <> ''", name=f"{column}_not_blank")


def link(target: str) -> ForeignKey:
    """A foreign key to ``target`` («table.id»); deletion order is the unit of work's business."""
    return ForeignKey(target)
