# SPDX-License-Identifier: GPL-3.0-or-later
"""Example passages of a code, kept beside its written example as references, never as words: the change log holds
what a code's fields held, and may hold no interview text.

``Code.example`` is the written example, then a line «[passage GUID]» for each example passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coding import codebook, passages
from coding.typography import one_line
from models.code import Code
from models.interview import Interview, Turn
from models.passage import Coding, Passage

_REFERENCE = re.compile(r"^\[passage ([0-9a-f-]{36})\]$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A passage as a definition shows it; ``turn`` is its number, None outside of any."""

    passage_id: int
    interview_id: int
    interview: str
    turn: int | None
    start: int
    end: int
    quote: str


def written(field: str) -> str:
    """The written part of ``Code.example``."""
    return _REFERENCE.sub("", field).strip()


def guids(field: str) -> list[str]:
    """The passages that ``Code.example`` refers to, in order."""
    return list(dict.fromkeys(_REFERENCE.findall(field)))


def composed(text: str, references: Sequence[str]) -> str:
    """``Code.example`` from its two parts."""
    return "\n".join([*([text.strip()] if text.strip() else []), *(f"[passage {guid}]" for guid in references)])


def joined(kept: str, added: str) -> str:
    """The examples of two codes made one."""
    texts = dict.fromkeys(text for text in (written(kept), written(added)) if text)
    return composed("\n".join(texts), list(dict.fromkeys([*guids(kept), *guids(added)])))


def use(session: Session, *, code_id: int, passage_id: int) -> None:
    """Make a passage an example of a code. References to passages that are gone leave with this."""
    row, guid = codebook.get(session, code_id), passages.get(session, passage_id).guid
    row.example = composed(written(row.example), [*(kept for kept in _known(session, row) if kept != guid), guid])


def drop(session: Session, *, code_id: int, passage_id: int) -> None:
    """Make a passage an example of a code no longer."""
    row, guid = codebook.get(session, code_id), passages.get(session, passage_id).guid
    row.example = composed(written(row.example), [kept for kept in _known(session, row) if kept != guid])


def of_code(session: Session, code_id: int) -> list[Example]:
    """The example passages of a code, as they were chosen; those that are gone are left out."""
    wanted = guids(codebook.get(session, code_id).example)
    found = dict(_read(session, Passage.guid.in_(wanted))) if wanted else {}
    return [found[guid] for guid in wanted if guid in found]


def strong(session: Session, code_id: int, *, most: int = 3) -> list[Example]:
    """The first strong quotes of a code itself."""
    bears = select(Coding.passage_id).where(Coding.code_id == code_id)
    return [example for _guid, example in _read(session, Passage.is_strong.is_(True), Passage.id.in_(bears), most=most)]


def any_strong(session: Session, passage_ids: Iterable[int]) -> bool:
    """Whether any of these passages is a strong quote."""
    found = select(Passage.id).where(Passage.id.in_(list(passage_ids)), Passage.is_strong.is_(True)).limit(1)
    return session.scalar(found) is not None


def resolved(session: Session, field: str) -> list[str]:
    """What ``Code.example`` gives to read: the written part, then the words of its passages."""
    wanted = guids(field)
    words = dict(session.execute(select(Passage.guid, Passage.quote).where(Passage.guid.in_(wanted))).all()
                 ) if wanted else {}
    text = written(field)
    return [*([text] if text else []), *(one_line(words[guid]) for guid in wanted if guid in words)]


def _known(session: Session, row: Code) -> list[str]:
    wanted = guids(row.example)
    there = set(session.scalars(select(Passage.guid).where(Passage.guid.in_(wanted))))
    return [guid for guid in wanted if guid in there]


def _read(session: Session, *asked: ColumnElement[bool], most: int | None = None) -> list[tuple[str, Example]]:
    """Passages that answer, in the order of the corpus, with the turn they begin in."""
    rows = session.execute(
        select(Passage.guid, Passage.id, Passage.interview_id, Interview.title, Passage.start, Passage.end,
               Passage.quote)
        .join(Interview, Interview.id == Passage.interview_id).where(*asked)
        .order_by(Interview.position, Interview.id, Passage.start).limit(most)
    ).all()
    return [
        (row.guid, Example(row.id, row.interview_id, row.title, _turn(session, row.interview_id, row.start),
                           row.start, row.end, one_line(row.quote)))
        for row in rows
    ]


def _turn(session: Session, interview_id: int, start: int) -> int | None:
    return session.scalar(select(Turn.number).where(
        Turn.interview_id == interview_id, Turn.start <= start, start < Turn.end))
