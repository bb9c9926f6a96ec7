# SPDX-License-Identifier: GPL-3.0-or-later
"""Two codes made one: what that would change, and the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from coding import codebook, examples, followers
from coding.guides import asked
from coding.language import N_
from models.errors import KnownError
from models.guide import GuideQuestion, ThemeAsked
from models.memo import CellSummary, Memo
from models.passage import Coding

LABEL = N_("merge “{code}” into “{target}”")


@dataclass(frozen=True)
class Foreseen:
    """What merging would change: the code with those below it, ``both`` passages that bear the two codes already,
    and ``twins``, the names that codes below both of them share: these are merged too."""

    counted: codebook.Consequence
    both: int
    twins: tuple[str, ...]


def foreseen(session: Session, code_id: int, *, into: int) -> Foreseen:
    """Count what ``merge`` would change."""
    one, other = aliased(Coding), aliased(Coding)
    both = session.scalar(
        select(func.count(one.passage_id.distinct())).join(other, other.passage_id == one.passage_id)
        .where(one.code_id == code_id, other.code_id == into))
    book = codebook.read(session)
    names = {node.name for node in book.children(into) if node.id != code_id}
    twins = tuple(node.name for node in book.children(code_id) if node.name in names)
    return Foreseen(codebook.consequence(session, code_id), both or 0, twins)


def merge(session: Session, code_id: int, *, into: int) -> None:
    """Move everything of a code (codings, memos, summaries, codes below) to another and delete it.

    A passage that bears both keeps one. Codes below with a name that the target already has below it are merged
    too. Raises KnownError when the target is under the code itself.
    """
    source, target = codebook.get(session, code_id), codebook.get(session, into)
    book = codebook.read(session)
    if into in book.below(code_id):
        raise KnownError(N_("“{name}” cannot be merged into a code that stands below it."), name=source.name)
    moving = []
    for child in book.children(code_id):
        twin = next((node for node in book.children(into) if node.name == child.name and node.id != code_id), None)
        if twin is not None:
            merge(session, child.id, into=twin.id)
        else:
            moving.append(codebook.get(session, child.id))
    codings = session.scalars(select(Coding).where(Coding.code_id == code_id)).all()
    give(session, codings, into)
    _move_notes(session, code_id, into)
    followers.follow_code(session, code_id, into=into, theme_id=book.theme_of(into).id)
    target.created_at = min(target.created_at, source.created_at)  # both say one thing: see ``coding.code_age``
    target.definition = _joined(target.definition, source.definition)
    target.include = _joined(target.include, source.include)
    target.exclude = _joined(target.exclude, source.exclude)
    target.example = examples.joined(target.example, source.example)
    session.delete(source)
    session.flush()
    for row in moving:  # once the source is gone: a code below it may bear its name
        row.parent_id = into
    session.flush()
    asked.derive(session)


def give(session: Session, codings: Sequence[Coding], code_id: int) -> None:
    """Turn codings into codings of another code; those that a passage already has of it, by the same coder, go."""
    kept = {
        (row.passage_id, row.coder_id) for row in session.scalars(select(Coding).where(Coding.code_id == code_id))
    }
    for row in codings:
        if (row.passage_id, row.coder_id) in kept:
            session.delete(row)
        else:
            row.code_id = code_id


def _move_notes(session: Session, code_id: int, into: int) -> None:
    for memo in session.scalars(select(Memo).where(Memo.code_id == code_id)):
        memo.code_id = into
    summaries = {row.interview_id: row for row in
                 session.scalars(select(CellSummary).where(CellSummary.code_id == into))}
    for summary in session.scalars(select(CellSummary).where(CellSummary.code_id == code_id)).all():
        kept = summaries.get(summary.interview_id)
        if kept is None:
            summary.code_id = into
        else:
            kept.text = _joined(kept.text, summary.text)
            session.delete(summary)
    said = {row.interview_id: row for row in session.scalars(select(ThemeAsked).where(ThemeAsked.theme_id == into))}
    for row in session.scalars(select(ThemeAsked).where(ThemeAsked.theme_id == code_id)).all():
        twin = said.get(row.interview_id)
        if twin is not None:
            _weigh(row, twin)
            session.delete(row)
        elif codebook.get(session, into).parent_id is None:
            row.theme_id = into
        else:
            session.delete(row)
    for question in session.scalars(select(GuideQuestion).where(GuideQuestion.theme_id == code_id)):
        question.theme_id = into


def _weigh(row: ThemeAsked, twin: ThemeAsked) -> None:
    """What was said by hand counts before what a guide tells; of two alike, that the theme was put."""
    said = row.asked if row.by_hand > twin.by_hand else twin.asked or (row.asked and row.by_hand == twin.by_hand)
    if twin.asked != said:
        twin.asked = said
    if row.by_hand and not twin.by_hand:
        twin.by_hand = True


def _joined(kept: str, added: str) -> str:
    if not added.strip() or added.strip() in kept:
        return kept
    return f"{kept}\n{added}" if kept.strip() else added
