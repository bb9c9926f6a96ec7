# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the table of structures that can be written, each a whole column at a time."""

from __future__ import annotations

from sqlalchemy.orm import Session

from coding import units
from coding.cells import Column, Field, Refused, each, interviews_titled


def _names(session: Session, column: Column) -> Refused:
    return each(column, lambda key, text: units.rename(session, key, text))


def _interviews(session: Session, column: Column) -> Refused:
    return each(column, lambda key, text: units.set_interviews(session, key, interviews_titled(session, text)))


FIELDS: dict[str, Field] = {"name": _names, "interviews": _interviews}
