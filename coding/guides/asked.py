# SPDX-License-Identifier: GPL-3.0-or-later
"""Which question was put to whom, in which turns, and the themes asked that follow from it.

Acts take a session and are run by the writer. A turn that puts a question makes its interview follow the guide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import Codebook
from coding.guides.match import Match
from coding.language import N_
from coding.order import ordered_interviews
from models.errors import KnownError
from models.guide import GuideQuestion, InterviewGuide, QuestionAsked, ThemeAsked
from models.interview import Turn

Cell = tuple[int, int]  # question or theme, interview


@dataclass(frozen=True)
class Matrix:
    """Questions × interviews that followed the guide: the turns that put each question, in the order of the text;
    none where it never was."""

    questions: tuple[int, ...]
    interviews: tuple[int, ...]
    cells: Mapping[Cell, tuple[int, ...]]

    def turns(self, question_id: int, interview_id: int) -> tuple[int, ...]:
        """The turns that put a question in an interview."""
        return self.cells.get((question_id, interview_id), ())

    def never(self, question_id: int) -> tuple[int, ...]:
        """The interviews in which a question was never put."""
        return tuple(key for key in self.interviews if not self.turns(question_id, key))


def matrix(session: Session, guide_id: int) -> Matrix:
    """Where the questions of a guide were put."""
    questions = session.scalars(
        select(GuideQuestion.id).where(GuideQuestion.guide_id == guide_id)
        .order_by(GuideQuestion.position, GuideQuestion.id)).all()
    follows = set(session.scalars(select(InterviewGuide.interview_id).where(InterviewGuide.guide_id == guide_id)))
    cells: dict[Cell, tuple[int, ...]] = defaultdict(tuple)
    for question_id, interview_id, turn_id in session.execute(
        select(QuestionAsked.question_id, Turn.interview_id, Turn.id).join(Turn, Turn.id == QuestionAsked.turn_id)
        .join(GuideQuestion, GuideQuestion.id == QuestionAsked.question_id)
        .where(GuideQuestion.guide_id == guide_id).order_by(Turn.number)
    ):
        cells[question_id, interview_id] += (turn_id,)
    return Matrix(tuple(questions), tuple(key for key in ordered_interviews(session).ids if key in follows),
                  dict(cells))


def accept(session: Session, guide_id: int, matches: Iterable[Match]) -> int:
    """Take matches in: these turns put these questions. Returns how many were new; what is there already stays.
    Matches whose turn or question has gone meanwhile are left out."""
    return put_all(session, guide_id, ((match.turn_id, match.question_id) for match in matches))


def put_all(session: Session, guide_id: int, pairs: Iterable[tuple[int, int]]) -> int:
    """As ``accept``, from turns and questions."""
    known = {(row.turn_id, row.question_id) for row in session.scalars(
        select(QuestionAsked).join(GuideQuestion, GuideQuestion.id == QuestionAsked.question_id)
        .where(GuideQuestion.guide_id == guide_id))}
    questions = set(session.scalars(select(GuideQuestion.id).where(GuideQuestion.guide_id == guide_id)))
    there = dict(session.execute(select(Turn.id, Turn.interview_id)).all())
    new = sorted(key for key in set(pairs) - known if key[0] in there and key[1] in questions)
    session.add_all(QuestionAsked(turn_id=turn_id, question_id=question_id) for turn_id, question_id in new)
    _follow(session, guide_id, {there[turn_id] for turn_id, _question in new})
    session.flush()
    derive(session)
    return len(new)


def put(session: Session, turn_id: int, question_id: int, on: bool) -> None:
    """Say by hand that a turn puts a question, or that it does not."""
    turn, question = session.get(Turn, turn_id), session.get(GuideQuestion, question_id)
    if turn is None or question is None:
        raise KnownError(N_("This turn or this question is no longer in the project."))
    row = session.scalar(select(QuestionAsked).where(
        QuestionAsked.turn_id == turn_id, QuestionAsked.question_id == question_id))
    if on and row is None:
        session.add(QuestionAsked(turn_id=turn_id, question_id=question_id))
        _follow(session, question.guide_id, {turn.interview_id})
    elif not on and row is not None:
        session.delete(row)
    session.flush()
    derive(session)


def set_theme_asked(session: Session, theme_id: int, interview_id: int, asked: bool | None) -> None:
    """Say by hand whether a theme was put in an interview; None leaves it to the guide again."""
    row = session.scalar(select(ThemeAsked).where(
        ThemeAsked.theme_id == theme_id, ThemeAsked.interview_id == interview_id))
    if asked is None:
        if row is not None and row.by_hand:
            row.by_hand = False
    elif row is None:
        session.add(ThemeAsked(theme_id=theme_id, interview_id=interview_id, asked=asked, by_hand=True))
    else:
        if row.asked != asked:
            row.asked = asked
        if not row.by_hand:
            row.by_hand = True
    session.flush()
    derive(session)


def pass_on(session: Session, turn_id: int, *, to: int | None) -> None:
    """A turn is about to go: another puts its questions in its place, or none does."""
    known = set(session.scalars(select(QuestionAsked.question_id).where(QuestionAsked.turn_id == to)))
    for row in session.scalars(select(QuestionAsked).where(QuestionAsked.turn_id == turn_id)).all():
        if to is None or row.question_id in known:
            session.delete(row)
        else:
            row.turn_id = to
    session.flush()


def put_in(session: Session, interview_id: int) -> list[tuple[Turn, int]]:
    """The turns of an interview that put questions, each with one it puts, in the order of the text."""
    rows = session.execute(
        select(Turn, QuestionAsked.question_id).join(QuestionAsked, QuestionAsked.turn_id == Turn.id)
        .where(Turn.interview_id == interview_id).order_by(Turn.number, QuestionAsked.question_id))
    return [(turn, question_id) for turn, question_id in rows]


def words_put(session: Session, interview_id: int) -> dict[int, tuple[str, ...]]:
    """The questions that turns of an interview put, in the guide's words, by number of turn."""
    found: dict[int, tuple[str, ...]] = {}
    for number, text in session.execute(
        select(Turn.number, GuideQuestion.text).join(QuestionAsked, QuestionAsked.turn_id == Turn.id)
        .join(GuideQuestion, GuideQuestion.id == QuestionAsked.question_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.number, GuideQuestion.position)
    ):
        found[number] = (*found.get(number, ()), text)
    return found


def derive(session: Session) -> None:
    """Make the themes asked follow from the questions put, except where they were said by hand."""
    wanted = derived(session)
    for row in session.scalars(select(ThemeAsked)).all():
        said = wanted.pop((row.theme_id, row.interview_id), None)
        if row.by_hand:
            continue
        if said is None:
            session.delete(row)
        elif row.asked != said:
            row.asked = said
    session.add_all(ThemeAsked(theme_id=theme_id, interview_id=interview_id, asked=said, by_hand=False)
                    for (theme_id, interview_id), said in sorted(wanted.items()))
    session.flush()


def derived(session: Session) -> dict[Cell, bool]:
    """What the guides tell of themes asked, by (theme, interview): yes where a question of the theme was put, no
    where the interview followed the guide and none was. An interview in which no question of the guide was found yet
    tells nothing: it has not been compared with the guide."""
    put: dict[Cell, set[int]] = defaultdict(set)  # guide, interview -> questions
    for guide_id, interview_id, question_id in session.execute(
        select(GuideQuestion.guide_id, Turn.interview_id, GuideQuestion.id)
        .join(QuestionAsked, QuestionAsked.question_id == GuideQuestion.id)
        .join(Turn, Turn.id == QuestionAsked.turn_id)
    ):
        put[guide_id, interview_id].add(question_id)
    found: dict[Cell, bool] = {}
    themes = _themes(session, codebook.read(session)) if put else {}
    for (guide_id, interview_id), questions in put.items():
        for question_id, theme_id in themes.get(guide_id, {}).items():
            key = theme_id, interview_id
            found[key] = found.get(key, False) or question_id in questions
    return found


def _themes(session: Session, book: Codebook) -> dict[int, dict[int, int]]:
    """The theme of each question that has one, by guide; a prompt without one has its question's."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    last: dict[tuple[int, str], int | None] = {}
    for row in session.execute(
        select(GuideQuestion.id, GuideQuestion.guide_id, GuideQuestion.section, GuideQuestion.is_prompt,
               GuideQuestion.theme_id).order_by(GuideQuestion.position, GuideQuestion.id)
    ):
        own, place = row.theme_id, (row.guide_id, row.section)
        if not row.is_prompt:
            last = {place: own}
        code_id = last.get(place) if own is None else own
        if code_id is not None:
            found[row.guide_id][row.id] = book.theme_of(code_id).id
    return found


def _follow(session: Session, guide_id: int, interview_ids: Iterable[int]) -> None:
    known = set(session.scalars(select(InterviewGuide.interview_id).where(InterviewGuide.guide_id == guide_id)))
    session.add_all(InterviewGuide(guide_id=guide_id, interview_id=key) for key in sorted(set(interview_ids) - known))
