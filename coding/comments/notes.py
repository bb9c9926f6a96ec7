# SPDX-License-Identifier: GPL-3.0-or-later
"""What an interview's coding says in comments: one for each code that a coder gave a passage, one for each memo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, memo_links
from coding.codebook_log import local
from coding.project import language
from models.memo import Memo
from models.passage import Coding, Passage
from models.project import Coder


@dataclass(frozen=True)
class Marking:
    """What is said in comments: ``code_ids``, with the codes below them (all when there are none), whether ``memos``
    are, and whether a list of the codes is put at the end."""

    code_ids: tuple[int, ...] = ()
    memos: bool = True
    legend: bool = True


@dataclass(frozen=True)
class Note:
    """A comment on [start, end) of the text; ``at`` is in the time of this machine. ``code_id`` is None for a memo."""

    start: int
    end: int
    text: str
    author: str
    at: datetime
    code_id: int | None = None


def notes(session: Session, interview_id: int, marking: Marking | None = None) -> list[Note]:
    """The comments on an interview, in the order of its text, the wider first."""
    marking = marking or Marking()
    book = codebook.read(session)
    wanted = {key for code_id in marking.code_ids if code_id in book.by_id for key in book.below(code_id)}
    rank = {node.id: place for place, node in enumerate(book)}
    rows = session.execute(
        select(Passage.start, Passage.end, Coding.code_id, Coder.name, Coding.created_at)
        .join(Coding, Coding.passage_id == Passage.id).join(Coder, Coder.id == Coding.coder_id)
        .where(Passage.interview_id == interview_id)).all()
    found = [Note(row.start, row.end, book.path_text(row.code_id), row.name, local(row.created_at), row.code_id)
             for row in rows if not marking.code_ids or row.code_id in wanted]
    if marking.memos:
        spans = {(note.start, note.end) for note in found} if marking.code_ids else None
        found += _memos(session, interview_id, spans)
    found.sort(key=lambda note: (note.start, -note.end, note.code_id is None, rank.get(note.code_id or 0, 0), note.at))
    return found


def researcher(session: Session) -> str:
    """Who writes the memos that bear no name: the first coder of the project."""
    return session.scalar(select(Coder.name).order_by(Coder.id).limit(1)) or ""


def _memos(session: Session, interview_id: int, spans: Collection[tuple[int, int]] | None) -> list[Note]:
    """The memos on its passages, those of ``spans`` only when they are given."""
    rows = session.execute(
        select(Passage.start, Passage.end, Memo.title, Memo.text, Memo.author, Memo.created_at)
        .join(Passage, Passage.id == Memo.passage_id)
        .where(Passage.interview_id == interview_id).order_by(Memo.id)).all()
    targets = memo_links.resolve(session, (link for row in rows for link in memo_links.links(row.text)))
    spoken, own = language(session), researcher(session)
    return [
        Note(row.start, row.end, "\n".join(part for part in (
            row.title, memo_links.rendered(row.text, targets, spoken)) if part.strip()), row.author or own,
            local(row.created_at))
        for row in rows if spans is None or (row.start, row.end) in spans
    ]
