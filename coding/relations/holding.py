# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews hold a code: at least one of their passages bears it, or a code below it, whoever coded."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codebook import Codebook
from models.passage import Coding, Passage

Holding = Mapping[int, frozenset[int]]


def holding(session: Session, book: Codebook, interview_ids: Collection[int]) -> Holding:
    """Code id → those of the interviews that hold it; every code has an entry."""
    found: dict[int, set[int]] = {node.id: set() for node in book}
    for code_id, interview_id in session.execute(
        select(Coding.code_id, Passage.interview_id).join(Passage, Passage.id == Coding.passage_id)
        .where(Passage.interview_id.in_(interview_ids)).distinct()
    ):
        found[code_id].add(interview_id)
    return {node.id: frozenset().union(*(found[key] for key in book.below(node.id))) for node in book}
