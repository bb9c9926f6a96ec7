# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read beside the guide: the turns in which questions are put, and what is known of themes asked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coding import interviews
from coding.typography import one_line
from models.guide import QuestionAsked, ThemeAsked
from models.interview import Speaker, Turn


@dataclass(frozen=True)
class AskingTurn:
    """A turn that puts questions or may; offsets are code points of the interview's text, ``questions`` the ids of
    those it puts."""

    id: int
    number: int
    start: int
    end: int
    words: str
    questions: frozenset[int]


@dataclass(frozen=True)
class Said:
    """Whether a theme was put in an interview, and whether the researcher said so."""

    asked: bool
    by_hand: bool


def asking_turns(session: Session, interview_id: int) -> tuple[AskingTurn, ...]:
    """The interviewer's turns, and any other that puts a question, in order; every turn when nobody is known to
    ask."""
    text = interviews.text(session, interview_id)
    puts: dict[int, set[int]] = {}
    for turn_id, question_id in session.execute(
        select(QuestionAsked.turn_id, QuestionAsked.question_id)
        .join(Turn, Turn.id == QuestionAsked.turn_id).where(Turn.interview_id == interview_id)
    ):
        puts.setdefault(turn_id, set()).add(question_id)
    wanted = select(Turn.id, Turn.number, Turn.start, Turn.end).where(Turn.interview_id == interview_id)
    asks = session.scalars(select(Speaker.id).where(
        Speaker.interview_id == interview_id, Speaker.is_interviewer)).all()
    if asks:
        wanted = wanted.where(or_(Turn.speaker_id.in_(asks), Turn.id.in_(puts)))
    return tuple(
        AskingTurn(key, number, start, end, one_line(text[start:end]), frozenset(puts.get(key, ())))
        for key, number, start, end in session.execute(wanted.order_by(Turn.number)))


def themes_said(session: Session) -> dict[tuple[int, int], Said]:
    """What is known of each theme (its id) in each interview; nothing where nothing is."""
    return {(row.theme_id, row.interview_id): Said(row.asked, row.by_hand)
            for row in session.execute(select(ThemeAsked.theme_id, ThemeAsked.interview_id, ThemeAsked.asked,
                                              ThemeAsked.by_hand))}
