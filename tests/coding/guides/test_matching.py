# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns matched with questions: the scores on invented lemmas, then the whole with the language model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Writer
from coding.elsewhere import Cancelled
from coding.guides import asked, guides, matching
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.guides.lemmas import Word
from coding.guides.wording import Comparison, Near, Spoken, Wording, exclusive
from models.errors import KnownError
from models.interview import Speaker
from tests import build
from tests.coding.guides.parts import act, turn

CALM: Callable[[], bool] = lambda: False  # noqa: E731 - a function that says no


def words(text: str) -> list[Word]:
    """Each word its own lemma."""
    found, at = [], 0
    for word in text.replace("?", " ").split():
        start = text.index(word, at)
        at = start + len(word)
        found.append(Word(word, start, at))
    return found


def nearest(questions: list[str], turns: list[str]) -> list[list[Near]]:
    spoken = [Spoken(text, words(text)) for text in turns]
    wordings = [Wording(place, words(text)) for place, text in enumerate(questions)]
    every = [*(one.words for one in spoken), *(one.words for one in wordings)]
    lemmas = sorted({word.lemma for listed in every for word in listed})
    comparison = Comparison(wordings, spoken, lemmas, np.zeros((len(lemmas), 3), np.float32))
    return [list(comparison.nearest(place)) for place in range(len(turns))]


def test_the_same_words_score_one_and_strangers_nothing() -> None:
    (same,), none = nearest(["accueil équipe ?"], ["accueil équipe ?", "beau temps ?"])
    assert same.score == pytest.approx(1, abs=1e-5) and none == []


def test_words_besides_and_a_mere_statement_cost() -> None:
    whole, more, told = nearest(["accueil équipe"], [
        "accueil équipe ?", "accueil équipe midi lundi cantine ?", "accueil équipe"])
    assert whole[0].score > more[0].score and whole[0].score > told[0].score


def test_a_family_of_words_counts() -> None:
    assert nearest(["habitant ville ?"], ["habiter ville ?"])[0][0].score > 0.85


def test_two_questions_in_one_turn_are_both_found_and_the_same_words_put_one() -> None:
    (found,) = nearest(["accueil équipe", "salaire contrat", "accueil public"], [
        "accueil équipe puis ensuite salaire contrat ?"])
    assert sorted(one.question for one in exclusive(found)) == [0, 1]


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=1, max_size=4),
       st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=12), min_size=1, max_size=4))
def test_scores_and_stretches_are_within_bounds(questions: list[list[str]], turns: list[list[str]]) -> None:
    found_by_turn = nearest([" ".join(q) for q in questions], [" ".join(t) for t in turns])
    for found, turn_ in zip(found_by_turn, turns, strict=True):
        for one in exclusive(found):
            assert 0 < one.score <= 1 + 1e-5 and 0 <= one.first <= one.last < len(turn_)


QUESTIONS = (
    ("Parcours", "Comment êtes-vous devenu bibliothécaire ?"),
    ("Accueil", "Comment s’est passé votre accueil dans l’équipe ?"),
    ("Travail", "En quoi consiste une journée de travail ?"),
    ("Travail", "Quelles difficultés rencontrez-vous avec les lecteurs ?"),
    ("Suite", "Comptez-vous rester dans ce métier ?"),
    ("Suite", "Avez-vous suivi une formation en informatique ?"),
)
TALK: tuple[tuple[str, set[int]], ...] = (
    ("Alors, pour commencer, comment est-ce que vous êtes devenue bibliothécaire ?", {0}),
    ("Hm hm.", set()),
    ("D’accord. Et l’accueil, dans l’équipe, ça s’est passé comment ?", {1}),
    ("Vous voulez un verre d’eau ?", set()),
    ("En quoi ça consiste, une journée de travail, et quelles difficultés rencontrez-vous avec les lecteurs ?",
     {2, 3}),
    ("Il fait chaud aujourd’hui.", set()),
    ("Est-ce que vous comptez rester dans ce métier ?", {4}),
    ("Je reviens à l’accueil dans l’équipe : comment ça s’est passé, au fond ?", {1}),
)


@pytest.fixture
def guide_id(writer: Writer) -> int:
    talk = [pair for asking, _found in TALK for pair in (("Q", asking), ("Ana", "Oui, alors, voilà."))]
    build.interview(writer, "Ana", talk, people={"Ana": "bibliothécaire"})
    return int(act(writer, guides.add, GuideDraft("G", tuple(QuestionDraft(*pair) for pair in QUESTIONS))))


def test_reworded_questions_are_found_in_a_process_of_its_own(writer: Writer, guide_id: int) -> None:
    act(writer, guides.follow, guide_id, [1])
    heard: list[tuple[int, int, str]] = []
    proposal = matching.propose(writer.store.path, guide_id, lambda *what: heard.append(what), CALM)
    with writer.store.reading() as session:
        ids = [row.id for row in guides.get(session, guide_id).questions]
    found = {(match.turn_number, ids.index(match.question_id)) for match in proposal.matches}
    assert found == {(2 * place + 1, question) for place, (_text, put) in enumerate(TALK) for question in put}
    assert heard and proposal.matches[0].words.endswith("comment est-ce que vous êtes devenue bibliothécaire ?")
    assert all(match.turn_id == turn(writer, 1, match.turn_number) for match in proposal.matches)
    assert act(writer, asked.accept, guide_id, proposal.matches) == 6
    with writer.store.reading() as session:
        matrix = asked.matrix(session, guide_id)
    assert len(matrix.turns(ids[1], 1)) == 2 and matrix.never(ids[5]) == (1,)


def test_it_can_be_stopped(writer: Writer, guide_id: int) -> None:
    with pytest.raises(Cancelled):
        matching.propose(writer.store.path, guide_id, lambda *_what: None, lambda: True)


def test_it_wants_interviews_and_questions(writer: Writer, guide_id: int) -> None:
    with pytest.raises(KnownError, match="which interviews followed"):
        matching.propose(writer.store.path, guide_id, lambda *_what: None, CALM)
    empty = act(writer, guides.add, GuideDraft("Vide", ()))
    act(writer, guides.follow, empty, [1])
    with pytest.raises(KnownError, match="no question yet"):
        matching.propose(writer.store.path, empty, lambda *_what: None, CALM)


def test_where_nobody_is_said_to_ask_nothing_is_sure(writer: Writer, guide_id: int) -> None:
    def unsay(session: Session) -> None:
        for speaker in session.scalars(select(Speaker)):
            speaker.is_interviewer = False

    act(writer, unsay)
    with writer.store.reading() as session:
        turns = matching._asking(session, 1)
    assert turns and not any(matching._match(turn_, 1, Near(0, 0, 1.0, 0, 0), "").sure for turn_ in turns)
