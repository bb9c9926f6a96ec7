# SPDX-License-Identifier: GPL-3.0-or-later
"""One code made several: which of its passages go to which code, and the act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import code_path, codebook
from coding.language import N_
from coding.merging import give
from coding.typography import one_line
from models.errors import KnownError
from models.interview import Interview
from models.passage import Coding, Passage

LABEL = N_("split “{code}”")


@dataclass(frozen=True)
class Piece:
    """A passage of the code that is being split."""

    passage_id: int
    interview_id: int
    interview: str
    start: int
    end: int
    quote: str
    strong: bool


def pieces(session: Session, code_id: int) -> list[Piece]:
    """The passages that bear a code itself, in the order of the corpus."""
    bears = select(Coding.passage_id).where(Coding.code_id == code_id)
    rows = session.execute(
        select(Passage.id, Passage.interview_id, Interview.title, Passage.start, Passage.end, Passage.quote,
               Passage.is_strong)
        .join(Interview, Interview.id == Passage.interview_id).where(Passage.id.in_(bears))
        .order_by(Interview.position, Interview.id, Passage.start, Passage.end))
    return [Piece(row.id, row.interview_id, row.title, row.start, row.end, one_line(row.quote), row.is_strong)
            for row in rows]


def split(session: Session, code_id: int, parts: Mapping[str, Sequence[int]], *, below: bool) -> list[int]:
    """Give passages of a code to other codes, named by ``parts``; returns the ids of these.

    They stand beside the code, or under it with ``below``; one of that name already there takes the passages in,
    another is made, after the code when beside it. Codings of every coder go along. Raises KnownError when a name is
    empty or the code's own.
    """
    node = codebook.read(session).by_id[codebook.get(session, code_id).id]
    parent_id = code_id if below else node.parent_id
    made: list[int] = []
    for name, passage_ids in parts.items():
        book = codebook.read(session)
        found = code_path.among(book.children(parent_id), name)
        if found is not None and found.id == code_id:
            raise KnownError(N_("“{name}” is the code being split. Give the other part another name."), name=name)
        target = found.id if found else codebook.add(session, name=name, parent_id=parent_id)
        if found is None and not below:
            place = [sibling.id for sibling in book.children(parent_id)].index(code_id) + 1 + len(made)
            codebook.move(session, target, parent_id=parent_id, position=place)
        rows = session.scalars(select(Coding).where(Coding.code_id == code_id, Coding.passage_id.in_(passage_ids)))
        give(session, rows.all(), target)
        session.flush()
        made.append(target)
    return made
