# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts that are there already are recognised, and so are other versions of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from coding.arrivals import Again, Correction, take_in
from coding.changes import Writer
from coding.check import check
from coding.likeness import Likeness, likenesses
from models.interview import Interview
from models.passage import Passage
from tests import build
from tests.coding.test_retranscribing import TURNS, Said, transcript
from tests.coding.test_undo import dump

LONG: Said = [*TURNS, ("Q", "Et vos collègues, qu’en disent-ils ?"), ("Inès", "Rien du tout, ils ont l’habitude."),
              ("Q", "Vous pensez rester encore longtemps ?"), ("Inès", "Je n’en sais rien, franchement.")]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "D’accord."), ("Paul", "Je viens d’arriver dans cette équipe, moi.")])
    build.interview(made, "Inès", LONG)
    yield made
    made.store.close()


def like(writer: Writer, turns: Said, name: str = "autre.docx") -> Likeness | None:
    with writer.store.reading() as session:
        return likenesses(session, [transcript(turns, name)])[0]


def test_the_same_text_is_recognised_whatever_its_name(writer: Writer) -> None:
    found = like(writer, LONG)
    assert found is not None
    assert (found.title, found.same, found.named) == ("Inès", True, False)


def test_another_version_is_recognised_by_its_turns(writer: Writer) -> None:
    found = like(writer, [("E", words.upper()) for _label, words in LONG[:-1]] + [("E", "Tout a changé depuis hier.")])
    assert found is not None
    assert (found.title, found.same, found.versions) == ("Inès", False, True)


def test_a_file_of_the_same_name_is_told_even_when_its_words_differ(writer: Writer) -> None:
    found = like(writer, [("Q", "Tout autre chose."), ("R", "En effet.")], "INÈS.docx")
    assert found is not None
    assert (found.title, found.same, found.versions, found.named) == ("Inès", False, False, True)


def test_what_everybody_says_tells_nothing(writer: Writer) -> None:
    assert like(writer, [("Q", "Merci."), ("Inès", "D’accord."), ("Q", "Ah.")]) is None


def test_new_replaced_and_repeated_transcripts_go_in_as_one_act(writer: Writer) -> None:
    build.coded(writer, "Inès", "Le chat 😀 noir", "T")
    build.coded(writer, "Inès", "l’habitude", "T")
    before = dump(writer)
    corrected = transcript([("Q", "Bonjour."), *LONG[:6], *LONG[7:]])
    new, again = transcript([("Q", "Qui ?"), ("Zoé", "Moi.")], "Zoé.docx"), transcript(LONG, "copie.docx")
    refused = take_in(writer, [Correction(corrected, 2)])
    assert not refused.imported
    assert len(refused.failed) == 1
    assert dump(writer) == before
    done = take_in(writer, [Correction(corrected, 2, keep_lost=True), replace(new, title="Zoé"), Again(again)])
    assert [(one.interview_id, one.title) for one in done.imported] == [(2, "Inès"), (3, "Zoé"), (4, "Inès (2)")]
    replacement = done.imported[0].replacement
    assert replacement is not None
    assert [fate.before for fate in replacement.lost] == ["l’habitude"]
    with writer.store.reading() as session:
        assert session.scalars(select(Passage.quote)).all() == ["Le chat 😀 noir"]
        assert len(session.scalars(select(Interview.id)).all()) == 4
    assert check(writer.store).ok
    writer.undo()
    assert dump(writer) == before
