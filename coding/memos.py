# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos on anything, and the written summary of a transversal cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from coding import passages
from coding.language import N_
from models.base import now
from models.errors import KnownError
from models.memo import MEMO_TARGETS, CellSummary, Memo
from models.passage import Passage

EDITABLE = ("title", "text", "day")
_READ = ("id", "title", "day", "text", "author", "created_at", "updated_at")


@dataclass(frozen=True)
class MemoRow:
    """A memo as lists show it; ``target`` is one of MEMO_TARGETS, or None for the project's own memos, of which
    those with a ``day`` make the field journal. ``author`` is whoever wrote it, empty when the researcher did."""

    id: int
    target: str | None
    target_id: int | None
    title: str
    day: date | None
    text: str
    created_at: datetime
    updated_at: datetime
    author: str = ""


@dataclass(frozen=True)
class MemoPlace:
    """The interview that a memo is on, or on a passage of which it is."""

    interview_id: int
    on_passage: bool


def add(session: Session, *, text: str = "", title: str = "", day: date | None = None, target: str | None = None,
        target_id: int | None = None, author: str = "") -> int:
    """A new memo on something (``target`` one of MEMO_TARGETS), or on the project; with a ``day``, an entry of the
    field journal; of an ``author`` other than the researcher. Returns its id."""
    if (target is not None and target not in MEMO_TARGETS) or (target and day):
        raise ValueError(target)
    memo = Memo(text=text, title=title, day=day, author=author, **({target: target_id} if target else {}))
    session.add(memo)
    session.flush()
    return memo.id


def edit(session: Session, memo_id: int, **fields: Any) -> None:
    """Change the title, text or day of a memo. Raises KnownError when it no longer exists."""
    if set(fields) - set(EDITABLE):
        raise ValueError(", ".join(fields))
    memo = get(session, memo_id)
    changed = {name: value for name, value in fields.items() if getattr(memo, name) != value}
    for name, value in changed.items():
        setattr(memo, name, value)
    if changed:
        memo.updated_at = now()


def remove(session: Session, memo_id: int) -> None:
    """Delete a memo; a passage that bore nothing else goes with it. Raises KnownError when it no longer exists."""
    memo = get(session, memo_id)
    passage_id = memo.passage_id
    session.delete(memo)
    session.flush()
    if passage_id is not None:
        passages.drop_empty(session, [passage_id])


def get(session: Session, memo_id: int) -> Memo:
    """The row of a memo. Raises KnownError when it no longer exists."""
    memo = session.get(Memo, memo_id)
    if memo is None:
        raise KnownError(N_("This memo no longer exists. It may have been deleted meanwhile."))
    return memo


def write_day(session: Session, *, day: date, text: str) -> None:
    """Set the field journal's entry of a day (the last when it has several); an empty text removes it, unless it has
    a title."""
    memo = session.scalar(_of_day(day).limit(1))
    if memo is None:
        if text.strip():
            add(session, text=text, day=day)
    else:
        _rewrite(session, memo, text)


def read_day(session: Session, day: date) -> str:
    """The text of the field journal's entry of a day, the last when it has several; empty when there is none."""
    memo = session.scalar(_of_day(day).limit(1))
    return memo.text if memo else ""


def write(session: Session, *, text: str, target: str | None = None, target_id: int | None = None) -> None:
    """Set the one memo of something (the first when it has several); an empty text removes it, unless it has a
    title."""
    memo = session.scalar(_of(target, target_id).limit(1))
    if memo is None:
        if text.strip():
            add(session, text=text, target=target, target_id=target_id)
    else:
        _rewrite(session, memo, text)


def read(session: Session, *, target: str | None = None, target_id: int | None = None) -> str:
    """The text of the memo of something; empty when there is none."""
    memo = session.scalar(_of(target, target_id).limit(1))
    return memo.text if memo else ""


def of(session: Session, *, target: str | None = None, target_id: int | None = None) -> Sequence[MemoRow]:
    """The memos of something, the first written first."""
    ids = [memo.id for memo in session.scalars(_of(target, target_id))]
    return sorted(listed(session, ids), key=lambda row: row.id) if ids else []


def listed(session: Session, ids: Collection[int] | None = None) -> Sequence[MemoRow]:
    """Every memo, or those of ``ids``, the latest first."""
    query = select(*(getattr(Memo, name) for name in _READ), *(getattr(Memo, name) for name in MEMO_TARGETS))
    if ids is not None:
        query = query.where(Memo.id.in_(ids))
    found = []
    for row in session.execute(query.order_by(Memo.updated_at.desc(), Memo.id.desc())):
        target = next((name for name in MEMO_TARGETS if getattr(row, name) is not None), None)
        found.append(MemoRow(row.id, target, getattr(row, target) if target else None, row.title, row.day, row.text,
                             row.created_at, row.updated_at, row.author))
    return found


def places(session: Session) -> dict[int, MemoPlace]:
    """Where the memos on an interview or a passage stand, by id."""
    found = session.execute(
        select(Memo.id, func.coalesce(Memo.interview_id, Passage.interview_id), Memo.passage_id)
        .outerjoin(Passage, Passage.id == Memo.passage_id)).all()
    return {key: MemoPlace(interview_id, passage_id is not None)
            for key, interview_id, passage_id in found if interview_id is not None}


def write_summary(session: Session, *, code_id: int, interview_id: int, text: str) -> None:
    """Set the summary of a cell (code or theme × interview); an empty text removes it."""
    summary = session.scalar(
        select(CellSummary).where(CellSummary.code_id == code_id, CellSummary.interview_id == interview_id)
    )
    if not text.strip():
        if summary is not None:
            session.delete(summary)
    elif summary is None:
        session.add(CellSummary(code_id=code_id, interview_id=interview_id, text=text))
    elif summary.text != text:
        summary.text, summary.updated_at = text, now()


def summaries(session: Session) -> dict[tuple[int, int], str]:
    """Every cell summary, by (code id, interview id)."""
    rows = session.execute(select(CellSummary.code_id, CellSummary.interview_id, CellSummary.text))
    return {(row[0], row[1]): row[2] for row in rows}


def _rewrite(session: Session, memo: Memo, text: str) -> None:
    if text.strip() or memo.title:
        edit(session, memo.id, text=text)
    else:
        session.delete(memo)


def _of(target: str | None, target_id: int | None) -> Select[Memo]:
    query = select(Memo).order_by(Memo.id)
    if target is None:
        return query.where(*(getattr(Memo, name).is_(None) for name in MEMO_TARGETS), Memo.day.is_(None))
    return query.where(getattr(Memo, target) == target_id)


def _of_day(day: date) -> Select[Memo]:
    return select(Memo).where(Memo.day == day).order_by(Memo.id.desc())
