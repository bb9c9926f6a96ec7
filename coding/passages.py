# SPDX-License-Identifier: GPL-3.0-or-later
"""Passages: every act on spans of text and the codes they bear.

Acts take a session and are run by the writer. A passage lives as long as it bears a code or a memo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.language import N_
from models.base import now
from models.errors import KnownError
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding, Passage


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends; empty (start == end) when it held nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span stretched over the words it cuts; an apostrophe or a hyphen ends a word."""
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def code(session: Session, *, interview_id: int, start: int, end: int, code_ids: Sequence[int], coder_id: int) -> int:
    """Give codes to the span [start, end) of an interview; returns the passage's id.

    The span is trimmed of white space. A code that this coder already gave it is left as it is. Raises KnownError
    when the span is empty or outside the text.
    """
    passage = _at(session, interview_id, start, end)
    had = set(session.scalars(
        select(Coding.code_id).where(Coding.passage_id == passage.id, Coding.coder_id == coder_id)
    ))
    for code_id in dict.fromkeys(code_ids):
        if code_id not in had:
            session.add(Coding(passage_id=passage.id, code_id=code_id, coder_id=coder_id))
    session.flush()
    return passage.id


def uncode(session: Session, *, passage_id: int, code_id: int, coder_id: int | None = None) -> None:
    """Take a code off a passage, for one coder or for all; a passage left with nothing goes."""
    query = select(Coding).where(Coding.passage_id == passage_id, Coding.code_id == code_id)
    if coder_id is not None:
        query = query.where(Coding.coder_id == coder_id)
    for row in session.scalars(query):
        session.delete(row)
    session.flush()
    drop_empty(session, [passage_id])


def resize(session: Session, *, passage_id: int, start: int, end: int, coder_id: int | None = None) -> int:
    """Move a passage's bounds; returns the id of the passage at the new bounds.

    With ``coder_id``, only that coder's codings move: codings of others stay on the old bounds. When a passage
    already stands at the new bounds the codings join it, each code once a coder; memos follow.
    """
    passage = get(session, passage_id)
    text = session.scalars(select(Interview.text).where(Interview.id == passage.interview_id)).one()
    start, end = _checked(text, start, end)
    if (start, end) == (passage.start, passage.end):
        return passage.id
    codings = session.scalars(select(Coding).where(Coding.passage_id == passage_id)).all()
    moving = [row for row in codings if coder_id is None or row.coder_id == coder_id]
    twin = session.scalar(select(Passage).where(
        Passage.interview_id == passage.interview_id, Passage.start == start, Passage.end == end))
    if twin is None and len(moving) == len(codings):
        passage.start, passage.end, passage.quote = start, end, text[start:end]
        session.flush()
        return passage.id
    target = twin or _new(session, passage.interview_id, start, end, text)
    _move_codings(session, moving, target.id)
    if len(moving) == len(codings):
        for memo in session.scalars(select(Memo).where(Memo.passage_id == passage_id)):
            memo.passage_id = target.id
        target.is_strong = target.is_strong or passage.is_strong
    session.flush()
    drop_empty(session, [passage_id])
    return target.id


def mark_strong(session: Session, *, passage_id: int, strong: bool) -> None:
    """Mark a passage as a strong quote (*citation forte*), or no longer."""
    get(session, passage_id).is_strong = strong


def remove(session: Session, *, passage_id: int) -> None:
    """Delete a passage with its codings and memos."""
    for model in (Coding, Memo):
        for row in session.scalars(select(model).where(model.passage_id == passage_id)):
            session.delete(row)
    session.delete(get(session, passage_id))
    session.flush()


def write_memo(session: Session, *, passage_id: int, text: str) -> None:
    """Set the memo of a passage; an empty text removes it."""
    memo = session.scalar(select(Memo).where(Memo.passage_id == passage_id).order_by(Memo.id).limit(1))
    if not text.strip():
        if memo is not None:
            session.delete(memo)
            session.flush()
            drop_empty(session, [passage_id])
        return
    if memo is None:
        session.add(Memo(passage_id=passage_id, text=text))
    elif memo.text != text:
        memo.text, memo.updated_at = text, now()


def drop_empty(session: Session, passage_ids: Iterable[int]) -> None:
    """Delete those of the passages that bear no code and no memo."""
    for passage_id in passage_ids:
        coded = session.scalar(select(Coding.id).where(Coding.passage_id == passage_id).limit(1))
        noted = session.scalar(select(Memo.id).where(Memo.passage_id == passage_id).limit(1))
        if coded is None and noted is None:
            passage = session.get(Passage, passage_id)
            if passage is not None:
                session.delete(passage)
    session.flush()


def get(session: Session, passage_id: int) -> Passage:
    """The row of a passage. Raises KnownError when it no longer exists."""
    passage = session.get(Passage, passage_id)
    if passage is None:
        raise KnownError(N_("This passage no longer exists. It may have been removed meanwhile."))
    return passage


def _at(session: Session, interview_id: int, start: int, end: int) -> Passage:
    text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
    start, end = _checked(text, start, end)
    found = session.scalar(select(Passage).where(
        Passage.interview_id == interview_id, Passage.start == start, Passage.end == end))
    return found or _new(session, interview_id, start, end, text)


def _checked(text: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise KnownError(N_("Select some text first: there is nothing to code here."))
    start, end = trimmed(text, start, end)
    if start == end:
        raise KnownError(N_("Select some text first: there is nothing to code here."))
    return start, end


def _new(session: Session, interview_id: int, start: int, end: int, text: str) -> Passage:
    passage = Passage(interview_id=interview_id, start=start, end=end, quote=text[start:end])
    session.add(passage)
    session.flush()
    return passage


def _move_codings(session: Session, rows: Sequence[Coding], passage_id: int) -> None:
    kept = {
        (row.code_id, row.coder_id) for row in session.scalars(select(Coding).where(Coding.passage_id == passage_id))
    }
    for row in rows:
        if (row.code_id, row.coder_id) in kept:
            session.delete(row)
        else:
            row.passage_id = passage_id
