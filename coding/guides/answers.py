# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers to a question, from the turn that puts it to the next that puts another, and coding them in one act.

Only what participants say is an answer, and each turn of it is a passage of its own: so neither labels nor the
interviewer's words are ever coded, and what two participants say stays told apart. Acts are run by the writer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, interviews, passages
from coding.guides import guides
from coding.order import ordered_interviews
from coding.typography import one_line
from models.guide import QuestionAsked
from models.interview import Speaker, Turn
from models.passage import Coding, Passage

OPENING = 200  # characters of an answer that a preview shows


@dataclass(frozen=True)
class Part:
    """A turn of an answer: its words at [start, end)."""

    turn_id: int
    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Answer:
    """What is said in one interview once a question is put there: ``asked`` is the turn that puts it, ``until`` the
    number of the turn that puts another, None when it runs to the end. ``words`` counts the participants' words: many
    more than in other interviews tell of a digression, or of a next question not yet found."""

    interview_id: int
    asked: int
    asked_number: int
    until: int | None
    parts: tuple[Part, ...]
    words: int
    opening: str


def spans(session: Session, question_id: int, interview_ids: Collection[int] | None = None) -> list[Answer]:
    """The answers to a question in corpus order, in these interviews or in all; a question put again further on has
    several. A prompt belongs to its question: it neither ends the answer nor stands alone, unless the prompt is what
    is asked for."""
    own = _family(session, question_id)
    put = _put(session)
    found: list[Answer] = []
    for interview_id in ordered_interviews(session).ids:
        asked = put.get(interview_id, {})
        if (interview_ids is None or interview_id in interview_ids) and any(own & them for them in asked.values()):
            found += _answers(session, interview_id, own, asked)
    return found


def code(session: Session, question_id: int, code_id: int, coder_id: int, *,
         interview_ids: Collection[int] | None = None) -> int:
    """Give a code to the answers to a question, in these interviews or in all; returns how many passages got it that
    had it not."""
    codebook.get(session, code_id)
    return _code(session, ((answer.interview_id, part.start, part.end)
                           for answer in spans(session, question_id, interview_ids) for part in answer.parts),
                 code_id, coder_id)


def code_speaker(session: Session, code_id: int, coder_id: int, *, participant_id: int | None = None,
                 speaker_id: int | None = None, interview_ids: Collection[int] | None = None) -> int:
    """Give a code to all that a participant, or one voice, says, in these interviews or in all, a passage a turn;
    returns how many passages got it that had it not."""
    codebook.get(session, code_id)
    whose = Speaker.id == speaker_id if participant_id is None else Speaker.participant_id == participant_id
    rows = session.execute(
        select(Turn.interview_id, Turn.start, Turn.end).join(Speaker, Speaker.id == Turn.speaker_id)
        .where(whose).order_by(Turn.interview_id, Turn.number)).all()
    return _code(session, ((row.interview_id, row.start, row.end) for row in rows
                           if interview_ids is None or row.interview_id in interview_ids), code_id, coder_id)


def _family(session: Session, question_id: int) -> frozenset[int]:
    """A question and its prompts; a prompt alone."""
    row = guides.question(session, question_id)
    questions = guides.get(session, row.guide_id).questions
    return frozenset({question_id, *(one.id for one in questions if one.main_id == question_id)})


def _put(session: Session) -> Mapping[int, Mapping[int, frozenset[int]]]:
    """The questions that each turn puts, of whatever guide, by interview and turn."""
    found: dict[int, dict[int, frozenset[int]]] = defaultdict(lambda: defaultdict(frozenset))
    for interview_id, turn_id, question_id in session.execute(
        select(Turn.interview_id, Turn.id, QuestionAsked.question_id).join(Turn, Turn.id == QuestionAsked.turn_id)
    ):
        found[interview_id][turn_id] |= {question_id}
    return found


def _answers(
    session: Session, interview_id: int, own: frozenset[int], put: Mapping[int, frozenset[int]]
) -> Iterator[Answer]:
    text = interviews.text(session, interview_id)
    turns = session.execute(
        select(Turn.id, Turn.number, Turn.start, Turn.end, Turn.speaker_id, Speaker.is_interviewer)
        .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
        .where(Turn.interview_id == interview_id).order_by(Turn.number)).all()
    voiced = any(turn.speaker_id is not None for turn in turns)
    begun: tuple[int, int] | None = None
    parts: list[Part] = []
    for turn in turns:
        questions = put.get(turn.id, frozenset())
        if questions and not questions & own:
            if begun is not None:
                yield _answer(interview_id, text, begun, turn.number, parts)
            begun, parts = None, []
        elif questions and begun is None:
            begun = turn.id, turn.number
        answering = not turn.is_interviewer and (turn.speaker_id is not None or not voiced)
        if begun is not None and not questions and answering and text[turn.start : turn.end].strip():
            parts.append(Part(turn.id, turn.number, turn.start, turn.end))
    if begun is not None:
        yield _answer(interview_id, text, begun, None, parts)


def _answer(
    interview_id: int, text: str, begun: tuple[int, int], until: int | None, parts: Sequence[Part]
) -> Answer:
    said = one_line(" ".join(text[part.start : part.end] for part in parts))
    words = interviews.words_spoken(text, [(part.start, part.end) for part in parts])
    opening = said if len(said) <= OPENING else said[:OPENING].rsplit(" ", 1)[0] + "…"
    return Answer(interview_id, *begun, until, tuple(parts), words, opening)


def _code(session: Session, places: Iterable[tuple[int, int, int]], code_id: int, coder_id: int) -> int:
    had = set(session.scalars(select(Coding.passage_id).join(Passage, Passage.id == Coding.passage_id).where(
        Coding.code_id == code_id, Coding.coder_id == coder_id)))
    texts: dict[int, str] = {}
    coded: set[int] = set()
    for interview_id, start, end in places:
        if interview_id not in texts:
            texts[interview_id] = interviews.text(session, interview_id)
        if texts[interview_id][start:end].strip():
            coded.add(passages.code(session, interview_id=interview_id, start=start, end=end, code_ids=[code_id],
                                    coder_id=coder_id))
    return len(coded - had)
