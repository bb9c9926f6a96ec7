# SPDX-License-Identifier: GPL-3.0-or-later
"""What a memo may be linked to: the passages chosen lately, or whatever answers a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, memo_links
from coding.fold import fold, fold_with_offsets, words
from coding.memo_links import Link, Target
from models import dialect_sqlite
from models.interview import Interview, Turn
from models.passage import Passage

TURNS = 200  # turns that the words are sought in
MOST = 40  # passages offered
BEFORE = 30  # characters shown before the word sought


@dataclass(frozen=True)
class Offer:
    """A link that may be made, and what it leads to."""

    link: Link
    target: Target


def offers(session: Session, query: str, lately: Sequence[int]) -> list[Offer]:
    """Passages, then codes and interviews, in which every word of ``query`` stands; without words, the passages of
    ``lately``, or else the last ones made."""
    sought = words(query)
    if not sought:
        ids = list(lately) or list(session.scalars(select(Passage.id).order_by(Passage.id.desc()).limit(MOST)))
        return _offered(session, memo_links.to_passages(session, ids))
    links, book = memo_links.to_passages(session, _holding(session, sought)), codebook.read(session)
    links += [memo_links.to_code(session, node.id) for node in book if _answers(book.path_text(node.id), sought)]
    links += [memo_links.to_interview(session, row.id)
              for row in session.execute(select(Interview.id, Interview.title).order_by(Interview.position))
              if _answers(row.title, sought)]
    return _offered(session, links)


def around(text: str, query: str) -> str:
    """A text from a little before the first word sought, so that it is seen at the head of a line."""
    folded, origin = fold_with_offsets(text)
    places = [place for word in words(query) if (place := folded.find(word)) >= 0]
    start = origin[min(places)] - BEFORE if places else 0
    return text if start <= 0 else "…" + text[start:].split(" ", 1)[-1]


def _holding(session: Session, sought: list[str]) -> list[int]:
    """Passages that hold every word: first the turns, by the index, then the passages over them."""
    turn_ids = dialect_sqlite.matching_turns(session.connection(), sought, limit=TURNS)
    rows = session.execute(
        select(Passage.id, Passage.quote).distinct()
        .join(Turn, Turn.interview_id == Passage.interview_id)
        .where(Turn.id.in_(turn_ids), Passage.start < Turn.end, Passage.end > Turn.label_start)
        .order_by(Passage.id)
    )
    return [row.id for row in rows if _answers(row.quote, sought)][:MOST]


def _answers(text: str, sought: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in sought)


def _offered(session: Session, links: Sequence[Link]) -> list[Offer]:
    targets = memo_links.resolve(session, links)
    return [Offer(link, targets[link.guid]) for link in links if link.guid in targets]
