# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to «nouvelle nuance ?»: whether a passage brings something new to a theme, in the researcher's judgement.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import citations, codebook
from coding.language import N_
from coding.order import ordered_interviews
from coding.voices import Voices
from models.base import now
from models.errors import KnownError
from models.nuance import Nuance
from models.passage import Passage
from models.project import Coder


@dataclass(frozen=True)
class Answer:
    """What the researcher said of a passage: whether it brings something new to a theme, and a word of why.

    ``quote`` is printed as quotes are; ``novelty`` is the lexical figure (0–1) she was shown; ``at`` is in UTC, when
    the answer was last changed; ``coder`` is empty when nobody is named; ``withheld``: the passage is never to be
    cited.
    """

    theme_id: int
    theme: str
    passage_id: int
    interview_id: int
    interview: str
    quote: str
    is_new: bool
    word: str
    novelty: float | None
    at: datetime
    coder: str
    withheld: bool = False


def answers(session: Session, group_id: int | None = None, theme_id: int | None = None) -> tuple[Answer, ...]:
    """The answers on the interviews of a group (all of them when None), on one theme or all; by theme, then in the
    recorded order of interviews, then by place."""
    ranks = {row.id: (rank, row.title) for rank, row in enumerate(ordered_interviews(session, group_id))}
    themes = {node.id: (rank, node.name) for rank, node in enumerate(codebook.read(session).themes)}
    query = (
        select(Nuance, Passage.interview_id, Passage.start, Passage.end, Passage.quote, Coder.name)
        .join(Passage, Passage.id == Nuance.passage_id).outerjoin(Coder, Coder.id == Nuance.coder_id)
    )
    if theme_id is not None:
        query = query.where(Nuance.theme_id == theme_id)
    rows = [row for row in session.execute(query) if row.interview_id in ranks and row.Nuance.theme_id in themes]
    rows.sort(key=lambda row: (themes[row.Nuance.theme_id][0], ranks[row.interview_id][0], row.start, row.end))
    voices = Voices(session, {row.interview_id for row in rows})
    withheld = frozenset(session.scalars(citations.withheld_passages()))
    return tuple(
        Answer(
            row.Nuance.theme_id, themes[row.Nuance.theme_id][1], row.Nuance.passage_id, row.interview_id,
            ranks[row.interview_id][1], voices.over(row.interview_id, row.start, row.end, row.quote).printed,
            row.Nuance.is_new, row.Nuance.word, row.Nuance.novelty, row.Nuance.at, row.name or "",
            row.Nuance.passage_id in withheld,
        ) for row in rows)


def new_lately(session: Session, theme_id: int | None, interview_ids: Sequence[int], last: int) -> int:
    """How many new nuances were noted in the last interviews of ``interview_ids``, which are in order: of a theme, or
    of all of them when None."""
    query = select(func.count(Nuance.id)).join(Passage, Passage.id == Nuance.passage_id).where(
        Nuance.is_new, Passage.interview_id.in_(interview_ids[-last:] if last else ()))
    if theme_id is not None:
        query = query.where(Nuance.theme_id == theme_id)
    return session.scalar(query) or 0


def answer(session: Session, theme_id: int, passage_id: int, is_new: bool, word: str = "",
           novelty: float | None = None, coder_id: int | None = None) -> None:
    """Say whether a passage brings something new to a theme, in place of what was said before. Raises KnownError when
    the passage or the theme is gone."""
    if session.get(Passage, passage_id) is None or theme_id not in {
            node.id for node in codebook.read(session).themes}:
        raise KnownError(N_("This passage, or its theme, is no longer in the project."))
    values = {"is_new": is_new, "word": word.strip(), "novelty": novelty, "coder_id": coder_id}
    row = _row(session, theme_id, passage_id)
    if row is None:
        session.add(Nuance(theme_id=theme_id, passage_id=passage_id, **values))
    elif changed := {name: value for name, value in values.items() if getattr(row, name) != value}:
        for name, value in changed.items():
            setattr(row, name, value)
        row.at = now()
    session.flush()


def take_back(session: Session, theme_id: int, passage_id: int) -> None:
    """Leave the question open again; nothing to do where it is."""
    row = _row(session, theme_id, passage_id)
    if row is not None:
        session.delete(row)
        session.flush()


def _row(session: Session, theme_id: int, passage_id: int) -> Nuance | None:
    return session.scalar(select(Nuance).where(Nuance.theme_id == theme_id, Nuance.passage_id == passage_id))


def pass_on(session: Session, passage_id: int, *, into: int | None = None) -> None:
    """Let the answers on a passage that goes go to another, which keeps its own; without one they go too."""
    told = set() if into is None else set(session.scalars(select(Nuance.theme_id).where(Nuance.passage_id == into)))
    for row in session.scalars(select(Nuance).where(Nuance.passage_id == passage_id)).all():
        if into is None or row.theme_id in told:
            session.delete(row)
        else:
            row.passage_id = into
    session.flush()


def follow_theme(session: Session, theme_id: int, *, into: int | None = None) -> None:
    """Let the answers on a theme that goes go to another, where a passage keeps its own; without one they go too."""
    told = set() if into is None else set(session.scalars(select(Nuance.passage_id).where(Nuance.theme_id == into)))
    for row in session.scalars(select(Nuance).where(Nuance.theme_id == theme_id)).all():
        if into is None or row.passage_id in told:
            session.delete(row)
        else:
            row.theme_id = into
    session.flush()
