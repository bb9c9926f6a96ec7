# SPDX-License-Identifier: GPL-3.0-or-later
"""Notions, the course of an interview, and what is made of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.guides import course, judging, matching, notions


def test_other_words_for_the_same_notion_are_alike() -> None:
    likeness = notions.likeness(
        ["Et financièrement, vous vous en sortez ?", "Vous prendrez un café ?"],
        ["Arrivez-vous à vivre de la ferme ?", "Y a-t-il un sujet que nous n’avons pas abordé ?"])
    assert likeness[0, 0] > 0.3 > likeness[0, 1] and not likeness[1].any()


def test_a_turn_between_two_questions_is_expected_to_put_the_one_between() -> None:
    odds = np.full((3, 4), -5.0)
    odds[0, 0] = odds[2, 2] = 5
    found = course.expected(odds)
    assert found[1].argmax() == 1


def test_what_comes_out_of_order_is_not_excluded() -> None:
    odds = np.full((4, 4), -6.0)
    for turn, question in enumerate((3, 0, 1, 2)):
        odds[turn, question] = 6
    assert (odds + course.expected(odds)).argmax(axis=1).tolist() == [3, 0, 1, 2]


def test_the_surest_of_a_turn_and_of_a_question_is_the_likelier() -> None:
    near = np.array([[3.0, 1.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 3.0]])
    found = judging.likely(near, [True] * 3, [8] * 3, [1] * 3)
    assert found[0, 0] > found[1, 0] and found[0].argmax() == 0 and found[2].argmax() == 2


def test_a_mere_word_is_less_likely_to_put_it_than_a_question() -> None:
    near = np.full((2, 1), 2.0)
    asking, saying = judging.likely(near, [True, False], [9, 1], [1, 2])[:, 0]
    assert asking > saying


@given(st.integers(1, 12), st.integers(1, 8), st.integers(0, 2**32 - 1))
def test_probabilities_whatever_the_likenesses(turns: int, questions: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    near = chance.uniform(-3, 8, (turns, questions))
    found = judging.likely(near, [True] * turns, [5] * turns, [seed % (1 + turn % 2) for turn in range(turns)])
    assert np.isfinite(found).all() and found.min() >= 0 and found.max() <= 1
    assert found.shape == near.shape


def test_one_turn_and_one_question() -> None:
    assert course.expected(np.zeros((1, 1)))[0, 0] == pytest.approx(0, abs=1e-9)


def test_an_interview_in_which_nobody_asks_puts_nothing() -> None:
    assert matching.near([matching.Asked("Comment travaillez-vous ?")], [], []) == []
