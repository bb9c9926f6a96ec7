# SPDX-License-Identifier: GPL-3.0-or-later
"""Words proposed for a code because they resemble its passages, and refused: they are not proposed again."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.typography import one_line
from models.dismissal import Dismissal


def words_hash(words: str) -> str:
    """What tells words from others, whatever the line breaks between them."""
    return sha256(" ".join(one_line(words).split()).encode()).hexdigest()


def refused(session: Session, code_id: int) -> frozenset[tuple[int, str]]:
    """(interview id, hash of the words) of what was refused for a code."""
    rows = session.execute(select(Dismissal.interview_id, Dismissal.text_hash).where(Dismissal.code_id == code_id))
    return frozenset((interview_id, digest) for interview_id, digest in rows)


def refuse(session: Session, code_id: int, interview_id: int, words: str) -> None:
    """Never propose these words of an interview for a code again."""
    if _row(session, code_id, interview_id, words_hash(words)) is None:
        session.add(Dismissal(code_id=code_id, interview_id=interview_id, text_hash=words_hash(words)))
        session.flush()


def take_back(session: Session, code_id: int, interview_id: int, words: str) -> None:
    """Propose them again."""
    row = _row(session, code_id, interview_id, words_hash(words))
    if row is not None:
        session.delete(row)
        session.flush()


def follow_code(session: Session, code_id: int, *, into: int | None = None) -> None:
    """Let what was refused for a code that goes be refused for another; without one it is forgotten."""
    had = refused(session, into) if into is not None else frozenset()
    for row in session.scalars(select(Dismissal).where(Dismissal.code_id == code_id)).all():
        if into is None or (row.interview_id, row.text_hash) in had:
            session.delete(row)
        else:
            row.code_id = into
    session.flush()


def _row(session: Session, code_id: int, interview_id: int, digest: str) -> Dismissal | None:
    return session.scalar(select(Dismissal).where(
        Dismissal.code_id == code_id, Dismissal.interview_id == interview_id, Dismissal.text_hash == digest))
