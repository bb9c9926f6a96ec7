# SPDX-License-Identifier: GPL-3.0-or-later
"""The answer to a question: where it begins and ends, and coding it in one act."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import interviews
from coding.changes import Writer
from coding.guides import answers, asked
from coding.guides.answers import Answer
from coding.guides.guides import GuideRow
from models.interview import Speaker, Turn
from models.passage import Coding, Passage
from tests import build
from tests.coding.guides.parts import act, corpus, only, turn


@pytest.fixture
def guide(writer: Writer) -> GuideRow:
    """«Comment êtes-vous arrivé» at turn 1, its prompt at 5, another question at 7, in the first interview."""
    found = corpus(writer)
    for number, place in ((1, 0), (5, 1), (7, 2)):
        act(writer, asked.put, turn(writer, 1, number), found.questions[place].id, True)
    return only(writer)


def spans(writer: Writer, question_id: int) -> list[Answer]:
    with writer.store.reading() as session:
        return answers.spans(session, question_id)


def words(writer: Writer, answer: Answer) -> list[str]:
    with writer.store.reading() as session:
        text = interviews.text(session, answer.interview_id)
    return [text[part.start : part.end] for part in answer.parts]


def quotes(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        return list(session.scalars(select(Passage.quote).order_by(Passage.interview_id, Passage.start)))


def test_a_prompt_does_not_end_the_answer_and_another_question_does(writer: Writer, guide: GuideRow) -> None:
    (answer,) = spans(writer, guide.questions[0].id)
    assert words(writer, answer) == ["À pied, un lundi.", "Il pleuvait.", "Personne, voilà."]
    assert (answer.asked_number, answer.until, answer.words) == (1, 7, 8)
    assert answer.opening == "À pied, un lundi. Il pleuvait. Personne, voilà."


def test_a_prompt_has_an_answer_of_its_own(writer: Writer, guide: GuideRow) -> None:
    (answer,) = spans(writer, guide.questions[1].id)
    assert words(writer, answer) == ["Personne, voilà."]


def test_the_last_answer_runs_to_the_end(writer: Writer, guide: GuideRow) -> None:
    (answer,) = spans(writer, guide.questions[2].id)
    assert (answer.until, words(writer, answer)) == (None, ["Je lis le journal."])


def test_a_question_put_again_has_two_answers_and_two_in_one_turn_share_theirs(
    writer: Writer, guide: GuideRow
) -> None:
    act(writer, asked.put, turn(writer, 1, 3), guide.questions[3].id, True)
    act(writer, asked.put, turn(writer, 1, 7), guide.questions[0].id, True)
    first, again = spans(writer, guide.questions[0].id)[0], spans(writer, guide.questions[0].id)[-1]
    assert words(writer, first) == ["À pied, un lundi."]
    assert words(writer, again) == ["Personne, voilà.", "Je lis le journal."]  # from its prompt on
    assert words(writer, spans(writer, guide.questions[2].id)[0]) == ["Je lis le journal."]


def test_answers_are_coded_in_one_act_a_passage_a_turn(writer: Writer, guide: GuideRow) -> None:
    code = build.code(writer, "Réponses")
    act(writer, asked.put, turn(writer, 2, 1), guide.questions[0].id, True)
    assert act(writer, answers.code, guide.questions[0].id, code, 1, interview_ids=[1]) == 3
    assert quotes(writer) == ["À pied, un lundi.", "Il pleuvait.", "Personne, voilà."]
    assert act(writer, answers.code, guide.questions[0].id, code, 1) == 4  # what has it already is not counted
    writer.undo()
    writer.undo()
    assert quotes(writer) == []


def test_all_that_a_participant_says_is_coded(writer: Writer, guide: GuideRow) -> None:
    code = build.code(writer, "Léa")
    with writer.store.reading() as session:
        voice = session.scalars(select(Speaker).where(Speaker.label == "Léa")).one()
    assert act(writer, answers.code_speaker, code, 1, participant_id=voice.participant_id) == 4
    assert act(writer, answers.code_speaker, code, 1, speaker_id=voice.id) == 0
    with writer.store.reading() as session:
        assert set(session.scalars(select(Passage.interview_id).join(
            Coding, Coding.passage_id == Passage.id).where(Coding.code_id == code))) == {2}


@settings(max_examples=30, deadline=None)
@given(st.sets(st.tuples(st.sampled_from([1, 3, 5, 7, 9]), st.integers(0, 3)), max_size=8))
def test_answers_hold_only_participants_words_and_no_turn_twice(
    tmp_path_factory: pytest.TempPathFactory, put: set[tuple[int, int]]
) -> None:
    writer = build.project(tmp_path_factory.mktemp("any"))
    with writer.store:
        guide = corpus(writer)
        for number, place in put:
            act(writer, asked.put, turn(writer, 1, number), guide.questions[place].id, True)
        with writer.store.reading() as session:
            asking = set(session.scalars(select(Turn.number).join(Speaker).where(Speaker.is_interviewer)))
        for place, question in enumerate(guide.questions):
            found = spans(writer, question.id)
            numbers = [part.number for answer in found for part in answer.parts]
            assert len(numbers) == len(set(numbers)) and not asking & set(numbers)
            assert {number for number, own in put if own == place} <= {
                answer.asked_number for answer in found} | {n for a in found for n in range(
                    a.asked_number, a.until or 10)}
