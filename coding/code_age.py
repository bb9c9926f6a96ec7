# SPDX-License-Identifier: GPL-3.0-or-later
"""Since when each code could be given, whatever became of it: what decides which interviews were read with it.

- A code renamed, moved, redefined or coloured keeps its date.
- Two codes merged say one thing: what remains dates from the older (``merging.merge`` keeps that date).
- A code that a split made dates from the code that was split: the act sorted all its passages again, and an interview
  read with the whole, and without it, has nothing of a part.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_log, splitting
from coding.codebook import Codebook
from coding.codebook_log import Rows
from coding.row_images import Row
from models.change import ChangeEntry
from models.code import Code


def younger_than(session: Session, book: Codebook, moment: datetime) -> dict[int, datetime]:
    """The codes that could not be given yet at that moment, and since when they can (UTC, without a zone)."""
    made = dict(session.execute(select(Code.id, Code.created_at).where(Code.created_at > moment)).all())
    if not made or session.scalar(select(ChangeEntry.id).where(ChangeEntry.label == splitting.LABEL).limit(1)) is None:
        return made
    wholes = _wholes(session)
    dated = {key: _since(book.by_id[key].guid, at, wholes) for key, at in made.items()}
    return {key: at for key, at in dated.items() if at > moment}


def _wholes(session: Session) -> dict[str, Row]:
    """For each code that splitting made, by guid, the code that was split, as it was then."""
    found: dict[str, Row] = {}
    for act, before, _after in codebook_log.backwards(session):
        if act.key == splitting.LABEL and act.kind != "undo":
            for made in (image["after"] for image in act.codes if image["before"] is None):
                whole = _whole(before, act.values["code"], made["parent_id"])
                if whole is not None:
                    found.setdefault(made["guid"], whole)
    return found


def _whole(rows: Rows, name: str, parent_id: int | None) -> Row | None:
    """The code of that name beside what stands under ``parent_id``, or else right above it."""
    beside = next((row for row in rows.values() if row["parent_id"] == parent_id and row["name"] == name), None)
    above = rows.get(parent_id) if parent_id is not None else None
    return beside or (above if above is not None and above["name"] == name else None)


def _since(guid: str, at: datetime, wholes: Mapping[str, Row]) -> datetime:
    """A part of a part dates from the first whole."""
    while guid in wholes:
        whole = wholes[guid]
        guid, at = whole["guid"], datetime.fromisoformat(whole["created_at"])
    return at
