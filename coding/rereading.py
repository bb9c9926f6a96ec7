# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews coded before a code existed: which are to be read again, for which codes, and which were.

An interview is due for a code when its coding began before the code existed (``coding.code_age``), nothing shows that
it was read with it since (it bears the code, or a coding of the code's theme given at that moment or later), and
nobody said so (the interview marked as re-read, or read again for that theme, at that moment or later). A code that no
passage bears asks for nothing yet. Interviews under way, and texts that saturation does not count, wait.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import Codebook
from coding.holding import begun
from coding.order import ordered_interviews
from models.base import now
from models.interview import COUNTED_KINDS, Interview
from models.passage import Coding, Passage
from models.rereading import Rereading

_NEVER = datetime.fromisoformat("0001-01-01")


@dataclass(frozen=True)
class Due:
    """An interview whose coding began before some codes of a theme existed. ``codes`` are their paths below the
    theme (the theme's own name when it is itself one of them), ``since`` when the first of them was made (UTC, without
    a zone), ``read_at`` when the interview was last said to be read again with all of them, None while it is not."""

    interview_id: int
    interview: str
    theme_id: int
    theme: str
    code_ids: tuple[int, ...]
    codes: tuple[str, ...]
    since: datetime
    read_at: datetime | None = None


def due(session: Session, group_id: int | None = None, *, book: Codebook | None = None) -> tuple[Due, ...]:
    """What is to be read again in a group (in the whole corpus when None): by theme, then in the order of reading."""
    return tuple(one for one in followed(session, group_id, book=book) if one.read_at is None)


def followed(session: Session, group_id: int | None = None, *, book: Codebook | None = None) -> tuple[Due, ...]:
    """What is to be read again, and what was said to have been, in the same order."""
    from coding import code_age

    book = book or codebook.read(session)
    first = session.scalar(select(func.min(Coding.created_at)))
    made = {} if first is None else code_age.younger_than(session, book, first)
    if not made:
        return ()
    began, given = begun(session), _given(session)
    used = {code_id for codes in given.values() for code_id in codes}
    said = _said(session)
    rows = [row for row in ordered_interviews(session, group_id)
            if row.id in given and row.kind in COUNTED_KINDS and row.status != "under_way"]
    found: list[Due] = []
    for theme in book.themes:
        below = book.below(theme.id)
        late = {key: book.path_below_theme(key) or theme.name for key in below if key in made and key in used}
        for row in rows if late else ():
            codes = {key: given[row.id][key] for key in below if key in given[row.id]}
            here = said.get((theme.id, row.id), _NEVER)
            read_at = max(said.get((None, row.id), _NEVER), here)
            unmet = _unmet(late, made, began[row.id], codes, read_at, here)
            if unmet:
                since = [made[key] for key in unmet]
                found.append(Due(
                    row.id, row.title, theme.id, theme.name, tuple(unmet), tuple(late[key] for key in unmet),
                    min(since), read_at if read_at >= max(since) else None))
    return tuple(found)


def mark(session: Session, theme_id: int, interview_id: int) -> None:
    """Say that an interview has been read again, today, with the codes that the theme has."""
    row = _row(session, theme_id, interview_id)
    if row is None:
        session.add(Rereading(theme_id=theme_id, interview_id=interview_id))
    elif row.at != now():
        row.at = now()
    session.flush()


def unmark(session: Session, theme_id: int, interview_id: int) -> None:
    """Say that an interview has not been read again for a theme after all."""
    row = _row(session, theme_id, interview_id)
    if row is not None:
        session.delete(row)
        session.flush()


def forget_theme(session: Session, theme_id: int) -> None:
    """Forget what was read again for a theme that goes, or whose codes have become those of another."""
    for row in session.scalars(select(Rereading).where(Rereading.theme_id == theme_id)).all():
        session.delete(row)
    session.flush()


def _row(session: Session, theme_id: int, interview_id: int) -> Rereading | None:
    return session.scalar(
        select(Rereading).where(Rereading.theme_id == theme_id, Rereading.interview_id == interview_id))


def _unmet(late: Collection[int], made: Mapping[int, datetime], began: datetime, codes: Mapping[int, datetime],
           read_at: datetime, here: datetime) -> list[int]:
    """The codes that an interview was not coded with at first: those left to read it with or, when there are none,
    those it was said to have been read again with (found in it or not, when that was said of this theme)."""
    latest = max(codes.values(), default=_NEVER)
    without = [key for key in late if max(began, latest) < made[key] and key not in codes]
    return [key for key in without if read_at < made[key]] or [
        key for key in late if began < made[key] <= here or (key in without and made[key] <= read_at)]


def _given(session: Session) -> dict[int, dict[int, datetime]]:
    """Interview → code → when it was last given there."""
    rows = session.execute(
        select(Passage.interview_id, Coding.code_id, func.max(Coding.created_at))
        .join(Coding, Coding.passage_id == Passage.id).group_by(Passage.interview_id, Coding.code_id))
    found: dict[int, dict[int, datetime]] = defaultdict(dict)
    for interview_id, code_id, last in rows:
        found[interview_id][code_id] = last
    return found


def _said(session: Session) -> dict[tuple[int | None, int], datetime]:
    """When each interview was said to be read again: for a theme, or (None) for all."""
    whole = session.execute(select(Interview.id, Interview.reread_at).where(Interview.reread_at.is_not(None)))
    found: dict[tuple[int | None, int], datetime] = {(None, key): at for key, at in whole if at is not None}
    for theme_id, interview_id, at in session.execute(
            select(Rereading.theme_id, Rereading.interview_id, Rereading.at)):
        found[theme_id, interview_id] = at
    return found
