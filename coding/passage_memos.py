# SPDX-License-Identifier: GPL-3.0-or-later
"""The memo beside a passage. A passage that got several (by an import, or by becoming one with another) shows them
as one text, and none is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import now
from models.memo import Memo
from models.passage import Passage

Said = tuple[str, str]  # title and text of one memo


def joined(texts: Iterable[str]) -> str:
    """Several memos as one text, an empty line between them, each once."""
    return "\n\n".join(dict.fromkeys(text for text in map(str.strip, texts) if text))


def read(session: Session, passage_id: int) -> str:
    """What is noted on a passage; empty when there is nothing."""
    return _said(_parts(_of(session, passage_id)))


def texts(session: Session, interview_id: int | None = None) -> dict[int, str]:
    """What is noted on each passage that has a memo, by its id: those of one interview, or of the project."""
    query = select(Passage.id, Memo.title, Memo.text).join(Passage, Passage.id == Memo.passage_id).order_by(Memo.id)
    if interview_id is not None:
        query = query.where(Passage.interview_id == interview_id)
    noted: dict[int, list[Said]] = {}
    for passage_id, title, text in session.execute(query):
        noted.setdefault(passage_id, []).append((title, text))
    return {passage_id: _said(memos) for passage_id, memos in noted.items()}


def write(session: Session, passage_id: int, text: str) -> None:
    """Make this all that is noted on a passage; an empty text removes it."""
    kept = _of(session, passage_id)
    if _said(_parts(kept)) == text:
        return
    for memo in kept[1:] if text.strip() else kept:
        session.delete(memo)
    if kept and text.strip():
        _set(kept[0], text)
    elif text.strip():
        session.add(Memo(passage_id=passage_id, text=text))
    session.flush()


def fold(session: Session, passage_id: int, *, into: int) -> None:
    """Let the memos of a passage go to another, which keeps one memo that says all of them."""
    coming, kept = _of(session, passage_id), _of(session, into)
    if not kept:
        for memo in coming:
            memo.passage_id = into
    elif coming:
        _set(kept[0], _said(_parts([*kept, *coming])))
        for memo in [*kept[1:], *coming]:
            session.delete(memo)
    session.flush()


def _of(session: Session, passage_id: int) -> Sequence[Memo]:
    return session.scalars(select(Memo).where(Memo.passage_id == passage_id).order_by(Memo.id)).all()


def _parts(memos: Sequence[Memo]) -> list[Said]:
    return [(memo.title, memo.text) for memo in memos]


def _said(memos: Sequence[Said]) -> str:
    """The first memo as it stands; the others with their titles."""
    if len(memos) < 2:
        return memos[0][1] if memos else ""
    return joined([memos[0][1], *(f"{title}\n{text}" for title, text in memos[1:])])


def _set(memo: Memo, text: str) -> None:
    if memo.text != text:
        memo.text, memo.updated_at = text, now()
