# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading profiles: one interview, or all those of a group, by the same few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook, interviews, memos, quotes, scope
from coding.codebook import Codebook, CodeNode
from coding.extent import starts_in, words_under
from coding.holding import holding
from coding.interviews import InterviewRow
from coding.memos import MemoRow
from coding.order import ordered_interviews
from coding.profiles import code_line
from coding.profiles.code_line import TurnPlace
from coding.profiles.context import Circumstances
from coding.profiles.profile import CodeShare, Mark, Profile, ThemePart
from coding.quotes import Query, Quote
from models.errors import KnownError
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding, Passage
from models.project import Project


@dataclass(frozen=True)
class Entry:
    """An interview in the list of profiles. ``people`` are (name, role) pairs; ``passages`` counts those coded."""

    interview_id: int
    title: str
    people: tuple[tuple[str, str], ...]
    passages: int
    has_portrait: bool


def listed(session: Session, group_id: int | None = None) -> list[Entry]:
    """The interviews of a group, or all of them, in the recorded order."""
    rows = {row.id: row for row in interviews.interviews(session)}
    drawn = set(session.scalars(select(Interview.id).where(Interview.portrait != "")))
    coded: dict[int, int] = dict(session.execute(
        select(Passage.interview_id, func.count(Coding.passage_id.distinct()))
        .join(Coding, Coding.passage_id == Passage.id).group_by(Passage.interview_id)).all())
    return [Entry(key, rows[key].title, tuple((one.name, one.role) for one in rows[key].participants),
                  coded.get(key, 0), key in drawn)
            for key in ordered_interviews(session, group_id).ids]


def profile(session: Session, interview_id: int, group_id: int | None = None) -> Profile:
    """The profile of one interview; ``group_id`` is the group in whose order a code is first seen. Raises KnownError
    when the interview no longer exists."""
    found = profiles(session, [interview_id], group_id)
    if not found:
        raise KnownError(interviews.GONE)
    return found[0]


def profiles(session: Session, interview_ids: Sequence[int], group_id: int | None = None) -> list[Profile]:
    """The profiles of several interviews, in the order given; those that have gone are left out."""
    around = _Around(session, interview_ids, group_id)
    texts = {row.id: (row.text, row.portrait) for row in session.execute(
        select(Interview.id, Interview.text, Interview.portrait).where(Interview.id.in_(interview_ids)))}
    return [around.profile(key, *texts[key]) for key in interview_ids if key in texts]


class _Around:
    """What the profiles of several interviews are made of."""

    def __init__(self, session: Session, interview_ids: Sequence[int], group_id: int | None) -> None:
        wanted = set(interview_ids)
        self.book = codebook.read(session)
        self.language = session.scalars(select(Project.language)).one()
        self.rows = {row.id: row for row in interviews.interviews(session)}
        self.circumstances = Circumstances(session, wanted)
        self.quotes: dict[int, list[Quote]] = defaultdict(list)
        if wanted:
            for quote in quotes.find(session, Query(interview_ids=tuple(wanted)), order="interview"):
                self.quotes[quote.interview_id].append(quote)
        self.asked = scope.asked(session)
        self.summaries = memos.summaries(session)
        self.memos = _memos(session, wanted)
        self.first = _first(session, self.book, ordered_interviews(session, group_id).ids)

    def profile(self, interview_id: int, text: str, portrait: str) -> Profile:
        row = self.rows[interview_id]
        turns = self.circumstances.turns[interview_id]
        places = [TurnPlace(turn.number, turn.label_start, turn.time_ms) for turn in turns]
        times = {turn.number: turn.time_ms for turn in turns if turn.time_ms is not None}
        starts = starts_in(text, [(turn.start, turn.end) for turn in turns] or [(0, len(text))])
        marks = [code_line.mark(quote, len(text), times) for quote in self.quotes[interview_id]]
        return Profile(
            interview_id, row.title, self.language, self.circumstances.people(row),
            self.circumstances.context(row, text),
            tuple(self._theme(row, theme, marks, starts) for theme in self.book.themes),
            tuple(mark for mark in marks if mark.quote.strong), len(marks),
            code_line.ticks(places, len(text)), self.memos.get(interview_id, ()), portrait)

    def _theme(self, row: InterviewRow, theme: CodeNode, marks: Sequence[Mark], starts: Sequence[int]) -> ThemePart:
        below = self.book.below(theme.id)
        own = tuple(mark for mark in marks if any(ref.theme_id == theme.id for ref in mark.quote.codes))
        words = words_under(starts, ((mark.quote.start, mark.quote.end) for mark in own))
        borne: dict[int, int] = defaultdict(int)
        for mark in own:
            for ref in mark.quote.codes:
                borne[ref.id] += 1
        codes = tuple(
            CodeShare(key, self.book.path_below_theme(key) or "", borne[key], self.first.get(key) == row.id)
            for key in below[1:] if key in borne)
        summaries = tuple((self.book.path_below_theme(key) or "", self.summaries[key, row.id])
                          for key in below if (key, row.id) in self.summaries)
        return ThemePart(
            theme.id, theme.name, theme.colour, own, words, words / max(1, len(starts)),
            self.first.get(theme.id) == row.id, self.asked.get((theme.id, row.id)), codes, summaries)


def _memos(session: Session, interview_ids: set[int]) -> dict[int, tuple[MemoRow, ...]]:
    """The memos on each interview, the first written first."""
    ids = session.scalars(select(Memo.id).where(Memo.interview_id.in_(interview_ids))).all()
    found: dict[int, tuple[MemoRow, ...]] = defaultdict(tuple)
    for row in sorted(memos.listed(session, ids), key=lambda row: row.id) if ids else ():
        found[row.target_id or 0] += (row,)
    return found


def _first(session: Session, book: Codebook, order: Sequence[int]) -> dict[int, int]:
    """For each code, the first interview of the order that bears it or a code below it."""
    rank = {key: place for place, key in enumerate(order)}
    held = holding(session, book, order)
    return {code_id: min(keys, key=rank.__getitem__) for code_id, keys in held.items() if keys}
