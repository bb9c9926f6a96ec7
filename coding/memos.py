# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos on anything, and the written summary of a transversal cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.base import now
from models.memo import MEMO_TARGETS, CellSummary, Memo
from models.passage import Passage


@dataclass(frozen=True)
class MemoRow:
    """A memo as lists show it; ``target`` is one of MEMO_TARGETS, or None for the project's own memos."""

    id: int
    target: str | None
    target_id: int | None
    text: str
    updated_at: datetime


def add(session: Session, *, text: str, target: str | None = None, target_id: int | None = None) -> int:
    """A new memo on something (``target`` one of MEMO_TARGETS), or on the project; returns its id."""
    if target is not None and target not in MEMO_TARGETS:
        raise ValueError(target)
    memo = Memo(text=text, **({target: target_id} if target else {}))
    session.add(memo)
    session.flush()
    return memo.id


def write(session: Session, *, text: str, target: str | None = None, target_id: int | None = None) -> None:
    """Set the one memo of something (the first when it has several); an empty text removes it."""
    memo = session.scalar(_of(target, target_id).limit(1))
    if not text.strip():
        if memo is not None:
            session.delete(memo)
    elif memo is None:
        add(session, text=text, target=target, target_id=target_id)
    elif memo.text != text:
        memo.text, memo.updated_at = text, now()


def read(session: Session, *, target: str | None = None, target_id: int | None = None) -> str:
    """The text of the memo of something; empty when there is none."""
    memo = session.scalar(_of(target, target_id).limit(1))
    return memo.text if memo else ""


def listed(session: Session) -> Sequence[MemoRow]:
    """Every memo, the latest first."""
    rows = session.scalars(select(Memo).order_by(Memo.updated_at.desc(), Memo.id.desc()))
    found = []
    for memo in rows:
        target = next((name for name in MEMO_TARGETS if getattr(memo, name) is not None), None)
        found.append(MemoRow(memo.id, target, getattr(memo, target) if target else None, memo.text, memo.updated_at))
    return found


def of_passages(session: Session, interview_id: int) -> dict[int, str]:
    """The memos of an interview's passages, by passage id."""
    rows = session.execute(
        select(Passage.id, Memo.text).join(Passage, Passage.id == Memo.passage_id)
        .where(Passage.interview_id == interview_id).order_by(Memo.id.desc())
    )
    return {row[0]: row[1] for row in rows}


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


def _of(target: str | None, target_id: int | None) -> Select[Memo]:
    query = select(Memo).order_by(Memo.id)
    if target is None:
        return query.where(*(getattr(Memo, name).is_(None) for name in MEMO_TARGETS))
    return query.where(getattr(Memo, target) == target_id)
