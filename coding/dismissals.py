# SPDX-License-Identifier: GPL-3.0-or-later
"""Words proposed for a code because they resemble its passages, and refused: they are not proposed again.

A hash tells one name from another when the rest of a sentence is known: none is kept of words that an interview no
longer says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.stretches import stretches
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


@contextmanager
def following(session: Session, interview_id: int) -> Iterator[None]:
    """Round what changes the words of an interview: those that were refused are so as they become, and forgotten when
    they are no longer there."""
    rows = session.scalars(select(Dismissal).where(Dismissal.interview_id == interview_id)).all()
    before = _hashes(session, interview_id) if rows else []
    yield
    if not rows:
        return
    after = _hashes(session, interview_id)
    if len(before) == len(after):
        became: defaultdict[str, set[str]] = defaultdict(set)
        for was, now in zip(before, after, strict=True):
            became[was].add(now)
    else:
        became = defaultdict(set, {digest: {digest} for digest in after})
    _become(session, rows, became)


def follow_code(session: Session, code_id: int, *, into: int | None = None) -> None:
    """Let what was refused for a code that goes be refused for another; without one it is forgotten."""
    had = refused(session, into) if into is not None else frozenset()
    for row in session.scalars(select(Dismissal).where(Dismissal.code_id == code_id)).all():
        if into is None or (row.interview_id, row.text_hash) in had:
            session.delete(row)
        else:
            row.code_id = into
    session.flush()


def _hashes(session: Session, interview_id: int) -> list[str]:
    return [words_hash(one.words) for one in stretches(session, [interview_id])]


def _become(session: Session, rows: Sequence[Dismissal], became: Mapping[str, Collection[str]]) -> None:
    wanted = {(row.code_id, row.interview_id, digest): row.at for row in rows
              for digest in became.get(row.text_hash, ())}
    for row in rows:
        if wanted.pop((row.code_id, row.interview_id, row.text_hash), None) is None:
            session.delete(row)
    session.flush()
    session.add_all(Dismissal(code_id=code_id, interview_id=interview_id, text_hash=digest, at=at)
                    for (code_id, interview_id, digest), at in wanted.items())
    session.flush()


def _row(session: Session, code_id: int, interview_id: int, digest: str) -> Dismissal | None:
    return session.scalar(select(Dismissal).where(
        Dismissal.code_id == code_id, Dismissal.interview_id == interview_id, Dismissal.text_hash == digest))
