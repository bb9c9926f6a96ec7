# SPDX-License-Identifier: GPL-3.0-or-later
"""The memo beside a passage. A passage that got several (by an import, or by becoming one with another) shows them
as one text, and none is lost. Memos of other authors (a supervisor's comments) stand beside it, and stay theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coding.calendar_words import byline
from models.base import now
from models.memo import Memo
from models.passage import Passage

Said = tuple[str, str]  # title and text of one memo


@dataclass(frozen=True)
class Received:
    """A memo that someone else wrote; ``by`` says who and when."""

    title: str
    text: str
    by: str


def joined(texts: Iterable[str]) -> str:
    """Several memos as one text, an empty line between them, each once."""
    return "\n\n".join(dict.fromkeys(text for text in map(str.strip, texts) if text))


def read(session: Session, passage_id: int) -> str:
    """What the researcher noted on a passage; empty when there is nothing."""
    return _said(_parts(_of(session, passage_id)))


def received(session: Session, passage_id: int) -> list[Received]:
    """What others noted on a passage, the first written first."""
    rows = session.execute(select(Memo.title, Memo.text, Memo.author, Memo.created_at).where(
        Memo.passage_id == passage_id, Memo.author != "").order_by(Memo.created_at, Memo.id))
    return [Received(title, text, byline(author, at)) for title, text, author, at in rows]


def whole(session: Session, passage_id: int) -> str:
    """All that is noted on a passage, whoever wrote it."""
    return _all(session, Memo.passage_id == passage_id).get(passage_id, "")


def texts(session: Session, interview_id: int | None = None, *, own: bool = False) -> dict[int, str]:
    """What is noted on each passage that has a memo, by its id: those of one interview, or of the project; ``own``:
    by the researcher."""
    wanted = [Passage.interview_id == interview_id] if interview_id is not None else []
    return _all(session, *wanted, *([Memo.author == ""] if own else []))


def write(session: Session, passage_id: int, text: str) -> None:
    """Make this all that the researcher noted on a passage; an empty text removes it."""
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
    """Let the memos of a passage go to another, which keeps one memo that says all of them, beside those of others."""
    for memo in session.scalars(select(Memo).where(Memo.passage_id == passage_id, Memo.author != "")):
        memo.passage_id = into
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
    """Those of the researcher."""
    return session.scalars(select(Memo).where(Memo.passage_id == passage_id, Memo.author == "").order_by(Memo.id)).all()


def _all(session: Session, *wanted: ColumnElement[bool]) -> dict[int, str]:
    """What is noted on passages, the researcher's memos as one text, then those of others, with their names."""
    query = select(Passage.id, Memo.title, Memo.text, Memo.author, Memo.created_at)
    own: dict[int, list[Said]] = {}
    others: dict[int, list[str]] = {}
    for passage_id, title, text, author, at in session.execute(
        query.join(Passage, Passage.id == Memo.passage_id).where(*wanted).order_by(Memo.id)
    ):
        if author:
            said = "\n".join(part for part in (title, text) if part)
            others.setdefault(passage_id, []).append(f"{said} ({byline(author, at)})")
        else:
            own.setdefault(passage_id, []).append((title, text))
    return {key: joined([_said(own.get(key, [])), *others.get(key, [])]) if key in others else _said(own[key])
            for key in own | others}


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
