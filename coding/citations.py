# SPDX-License-Identifier: GPL-3.0-or-later
"""The quote as it is cited: what is printed in place of a passage's words, what is never printed, and where.

Acts take a session and are run by the writer. Whether a text is still the source's words is told by ``coding.citing``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session, aliased

from coding.fold import fold
from coding.language import N_
from coding.typography import one_line
from models.base import now
from models.citation import Citation
from models.errors import KnownError
from models.interview import Interview
from models.passage import Passage

SEPARATOR = ";"
KEPT_BACK = "[…]"  # stands for words that are not to be cited, where what speaks of them leaves


@dataclass(frozen=True)
class Cited:
    """How a passage is cited: ``text`` as printed (empty: as it stands in the transcript), whether it is never to be
    (*ne pas citer*), and the chapters that cite it."""

    text: str = ""
    is_withheld: bool = False
    cited_in: tuple[str, ...] = ()


AS_IT_STANDS = Cited()


def read(session: Session, passage_id: int) -> Cited:
    """How a passage is cited."""
    row = _row(session, passage_id)
    return _cited(row) if row else AS_IT_STANDS


def by_passage(session: Session) -> dict[int, Cited]:
    """How each passage that something was said of is cited."""
    return {row.passage_id: _cited(row) for row in session.scalars(select(Citation))}


def withheld_interviews(session: Session) -> frozenset[int]:
    """The interviews none of which is ever to be cited."""
    return frozenset(session.scalars(select(Interview.id).where(Interview.is_withheld)))


def withheld_spans(session: Session) -> dict[int, list[tuple[int, int]]]:
    """Where the passages stand that are never to be cited by themselves, by interview."""
    found: dict[int, list[tuple[int, int]]] = {}
    rows = session.execute(select(Passage.interview_id, Passage.start, Passage.end)
                           .join(Citation, Citation.passage_id == Passage.id).where(Citation.is_withheld))
    for interview_id, start, end in rows:
        found.setdefault(interview_id, []).append((start, end))
    return found


def withheld_passages() -> Select[int]:
    """The ids of the passages that are never to be cited: by themselves, as their whole interview, or because they
    share words with one that is not."""
    shares = aliased(Passage)
    held = (select(shares.id).select_from(Citation).join(Passage, Passage.id == Citation.passage_id)
            .join(shares, and_(shares.interview_id == Passage.interview_id, shares.start < Passage.end,
                               shares.end > Passage.start))
            .where(Citation.is_withheld))
    whole = select(Interview.id).where(Interview.is_withheld)
    return select(Passage.id).where(Passage.id.in_(held) | Passage.interview_id.in_(whole))


def write(session: Session, passage_id: int, *, text: str | None = None, is_withheld: bool | None = None,
          cited_in: Collection[str] | None = None) -> None:
    """Say how a passage is cited; what is None stays as it is. Nothing is kept of a passage that is cited as it stands.
    Raises KnownError when the passage is gone."""
    if session.get(Passage, passage_id) is None:
        raise KnownError(N_("This passage no longer exists. It may have been removed meanwhile."))
    row = _row(session, passage_id)
    before = _cited(row) if row else AS_IT_STANDS
    after = Cited(
        before.text if text is None else one_line(text),
        before.is_withheld if is_withheld is None else is_withheld,
        before.cited_in if cited_in is None else chapters(SEPARATOR.join(cited_in)),
    )
    if after != before:
        _put(session, row, passage_id, after)


def chapters(said: str) -> tuple[str, ...]:
    """The chapters named in «Chapitre 2; Conclusion», each once, in order."""
    return tuple(dict.fromkeys(name for name in map(one_line, said.split(SEPARATOR)) if name))


def chapters_used(session: Session) -> tuple[str, ...]:
    """Every chapter that cites a passage, in order."""
    said = session.scalars(select(Citation.cited_in).where(Citation.cited_in != "").distinct())
    return in_order(name for one in said for name in chapters(one))


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Chapters, each once, in alphabetical order, figures by their value: «Chapitre 2» before «Chapitre 10»."""
    return tuple(sorted(set(names), key=lambda name: [
        (int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", fold(name))]))


def withhold_interview(session: Session, interview_id: int, withheld: bool) -> None:
    """Keep an interview out of every export of quotes, or no longer. Raises KnownError when it is gone."""
    row = session.get(Interview, interview_id)
    if row is None:
        raise KnownError(N_("This interview is no longer in the project. It may have been removed meanwhile."))
    if row.is_withheld != withheld:
        row.is_withheld = withheld


def pass_on(session: Session, passage_id: int, *, into: int | None = None) -> None:
    """Let how a passage that goes was cited go to another, which keeps its own words and takes the rest; without one it
    goes too."""
    row = _row(session, passage_id)
    if row is None:
        return
    kept = _row(session, into) if into is not None else None
    if into is not None and kept is None:
        row.passage_id = into
    else:
        if into is not None and kept is not None:
            one, other = _cited(kept), _cited(row)
            _put(session, kept, into, Cited(one.text or other.text, one.is_withheld or other.is_withheld,
                                            chapters(SEPARATOR.join((*one.cited_in, *other.cited_in)))))
        session.delete(row)
    session.flush()


def _put(session: Session, row: Citation | None, passage_id: int, cited: Cited) -> None:
    if cited == AS_IT_STANDS:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(Citation(passage_id=passage_id, text=cited.text, is_withheld=cited.is_withheld,
                             cited_in=_written(cited.cited_in)))
    else:
        for name, value in (("text", cited.text), ("is_withheld", cited.is_withheld),
                            ("cited_in", _written(cited.cited_in))):
            if getattr(row, name) != value:
                setattr(row, name, value)
        row.updated_at = now()
    session.flush()


def _written(cited_in: Sequence[str]) -> str:
    return f"{SEPARATOR} ".join(cited_in)


def _cited(row: Citation) -> Cited:
    return Cited(row.text, row.is_withheld, chapters(row.cited_in))


def _row(session: Session, passage_id: int) -> Citation | None:
    return session.scalar(select(Citation).where(Citation.passage_id == passage_id))
