# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of the codebook: a fingerprint of what its codes say, and since when it says that.

Two analyses with one fingerprint were made with the same codes, under the same words, in the same order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook, codebook_history, codebook_log
from coding.codebook_log import LogRow
from models.code import Code

_SAYING = ("guid", "parent_id", "name", "definition", "include", "exclude")
_COUNTING = {*_SAYING, "position"}
SHOWN = 8  # characters of a fingerprint, enough to tell the states of one project apart


@dataclass(frozen=True)
class State:
    """``hash`` is a SHA-256, in hexadecimal; ``at`` when the last act still standing that changed it was done (UTC,
    without a zone), None for an empty codebook; ``codes`` counts themes and codes."""

    hash: str
    at: datetime | None
    codes: int

    @property
    def short(self) -> str:
        """The first characters of the fingerprint."""
        return self.hash[:SHOWN]


def state(session: Session) -> State:
    """The codebook of now. Colours, pins, examples, origins and reservations are not part of what codes say."""
    book = codebook.read(session)
    guids = {node.id: node.guid for node in book}
    rows = {row.id: row for row in session.execute(select(Code.id, *(getattr(Code, key) for key in _SAYING)))}
    said = [
        [row.guid, guids.get(row.parent_id), row.name, row.definition, row.include, row.exclude]
        for row in (rows[node.id] for node in book)
    ]
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return State(hashlib.sha256(written.encode()).hexdigest(), _since(session), len(said))


def _since(session: Session) -> datetime | None:
    """When the last act that counts was done; where none is logged, when the youngest code was made."""
    acts = codebook_history.standing(codebook_log.read(session))
    return next((act.at for act in reversed(acts) if _counts(act)),
                session.scalar(select(func.max(Code.created_at))))


def _counts(act: LogRow) -> bool:
    return any(_touched(image["before"], image["after"]) for image in act.codes)


def _touched(before: Collection[str] | None, after: Collection[str] | None) -> bool:
    return before is None or after is None or not _COUNTING.isdisjoint(after)
