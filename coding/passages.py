# SPDX-License-Identifier: GPL-3.0-or-later
"""Passages: every act on spans of text and the codes they bear.

Acts take a session and are run by the writer. A passage lives as long as it bears a code or a memo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import followers, passage_memos
from coding.language import N_
from coding.passage_bounds import cleared, labels_in, trimmed
from models.errors import KnownError
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding, Passage


def code(session: Session, *, interview_id: int, start: int, end: int, code_ids: Sequence[int], coder_id: int) -> int:
    """Give codes to the span [start, end) of an interview; returns the passage's id.

    The span is trimmed of white space. A code that this coder already gave it is left as it is. Raises KnownError
    when the span is empty or outside the text.
    """
    passage = at(session, interview_id, start, end)
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

    Bounds leave out white space and labels. With ``coder_id``, only that coder's codings move: codings of others stay
    on the old bounds. When a passage already stands at the new bounds the codings join it, each code once a coder,
    and its memo takes in the other's. Raises KnownError when no words are left, or the coder coded none of it.
    """
    passage = get(session, passage_id)
    text = text_of(session, passage.interview_id)
    span = cleared(text, max(0, start), min(end, len(text)), labels_in(session, passage.interview_id, start, end))
    if span is None:
        raise KnownError(N_("Nothing would be left of the passage. Leave at least a word in it."))
    if span == (passage.start, passage.end):
        return passage.id
    codings, moving = codings_of(session, passage_id, coder_id)
    twin = session.scalar(select(Passage).where(
        Passage.interview_id == passage.interview_id, Passage.start == span[0], Passage.end == span[1]))
    if twin is None and len(moving) == len(codings):
        passage.start, passage.end, passage.quote = *span, text[slice(*span)]
        session.flush()
        return passage.id
    target = twin or _new(session, passage.interview_id, *span, text)
    give(session, moving, target.id)
    for row in moving:
        session.delete(row)
    if len(moving) == len(codings):
        passage_memos.fold(session, passage_id, into=target.id)
        followers.pass_on(session, passage_id, into=target.id)
        target.is_strong = target.is_strong or passage.is_strong
    session.flush()
    drop_empty(session, [passage_id])
    return target.id


def replace_code(session: Session, *, passage_id: int, old: int, new: int, coder_id: int | None = None) -> None:
    """Put a code in the place of another, for one coder or for all; a coder who gave both keeps the new one."""
    query = select(Coding).where(Coding.passage_id == passage_id, Coding.code_id == old)
    if coder_id is not None:
        query = query.where(Coding.coder_id == coder_id)
    rows = session.scalars(query).all()
    if old == new:
        return
    give(session, rows, passage_id, code_id=new)
    for row in rows:
        session.delete(row)
    session.flush()


def mark_strong(session: Session, *, passage_id: int, strong: bool) -> None:
    """Mark a passage as a strong quote (*citation forte*), or no longer."""
    get(session, passage_id).is_strong = strong


def remove(session: Session, *, passage_id: int) -> None:
    """Delete a passage with its codings, its memos and what was answered on it."""
    for model in (Coding, Memo):
        for row in session.scalars(select(model).where(model.passage_id == passage_id)):
            session.delete(row)
    followers.pass_on(session, passage_id)
    session.delete(get(session, passage_id))
    session.flush()


def write_memo(session: Session, *, passage_id: int, text: str) -> None:
    """Set the memo of a passage; an empty text removes it."""
    passage_memos.write(session, passage_id, text)
    drop_empty(session, [passage_id])


def drop_empty(session: Session, passage_ids: Iterable[int]) -> None:
    """Delete those of the passages that bear no code and no memo."""
    for passage_id in passage_ids:
        coded = session.scalar(select(Coding.id).where(Coding.passage_id == passage_id).limit(1))
        noted = session.scalar(select(Memo.id).where(Memo.passage_id == passage_id).limit(1))
        if coded is None and noted is None:
            passage = session.get(Passage, passage_id)
            if passage is not None:
                followers.pass_on(session, passage_id)
                session.delete(passage)
    session.flush()


def get(session: Session, passage_id: int) -> Passage:
    """The row of a passage. Raises KnownError when it no longer exists."""
    passage = session.get(Passage, passage_id)
    if passage is None:
        raise KnownError(N_("This passage no longer exists. It may have been removed meanwhile."))
    return passage


def at(session: Session, interview_id: int, start: int, end: int) -> Passage:
    """The passage at this span without the white space around it, made when there is none yet."""
    text = text_of(session, interview_id)
    start, end = _checked(text, start, end)
    found = session.scalar(select(Passage).where(
        Passage.interview_id == interview_id, Passage.start == start, Passage.end == end))
    return found or _new(session, interview_id, start, end, text)


def text_of(session: Session, interview_id: int) -> str:
    """The whole text of an interview."""
    return session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()


def codings_of(session: Session, passage_id: int, coder_id: int | None) -> tuple[Sequence[Coding], Sequence[Coding]]:
    """The codings of a passage, and those among them that are the coder's (all of them without one). Raises
    KnownError when others coded the passage and this coder did not."""
    every = session.scalars(select(Coding).where(Coding.passage_id == passage_id).order_by(Coding.id)).all()
    own = [row for row in every if coder_id is None or row.coder_id == coder_id]
    if every and not own:
        raise KnownError(N_("Someone else coded this passage, not you: give it a code first, then change yours."))
    return every, own


def give(session: Session, rows: Iterable[Coding], passage_id: int, *, code_id: int | None = None) -> None:
    """Give a passage the same codes as ``rows``, by the same coders (or ``code_id`` in place of theirs), each once.

    Codings are added and taken away, never turned into others: counts follow that without being read again.
    """
    kept = {
        (row.code_id, row.coder_id) for row in session.scalars(select(Coding).where(Coding.passage_id == passage_id))
    }
    for row in rows:
        key = (code_id or row.code_id, row.coder_id)
        if key not in kept:
            kept.add(key)
            session.add(Coding(passage_id=passage_id, code_id=key[0], coder_id=key[1], created_at=row.created_at))
    session.flush()


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
