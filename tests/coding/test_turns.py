# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns cut in two, joined, given to another voice: passages stay, and everything that reads turns bears it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import interviews, quotes, speakers, transcripts, turns
from coding.changes import Label, Writer
from coding.check import check
from coding.searching.find import find
from models.errors import KnownError
from models.participant import Participant
from models.passage import Passage
from tests import build
from tests.coding.test_undo import dump

ACT = Label("mend")
TURNS = [("Q", "Alors ?"), ("Inès", "Je viens tôt. Et vous ? Moi aussi."), ("Ines", "On parle"), ("Inès", "de tout."),
         ("Q", "Merci.")]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Inès", TURNS, people={"Inès": "pair aidante"})
    yield made
    made.store.close()


def read(writer: Writer) -> list[tuple[str, str]]:
    """(speaker, words) of each turn."""
    with writer.store.reading() as session:
        found = transcripts.read(session, 1)
    assert [turn.number for turn in found.turns] == list(range(1, len(found.turns) + 1))
    return [(turn.speaker, found.text[turn.start : turn.end]) for turn in found.turns]


def text_of(writer: Writer) -> str:
    with writer.store.reading() as session:
        return interviews.text(session, 1)


def test_a_turn_is_split_before_the_word_at_the_caret_and_the_text_stays(writer: Writer) -> None:
    build.coded(writer, "Inès", "tôt. Et vous ? Moi", "T")
    before, text = dump(writer), text_of(writer)
    at = text.index("vous") + 2
    assert writer.do(ACT, lambda s: turns.split(s, 1, 2, at, speaker="q")).result == 3
    assert read(writer)[1:4] == [("Inès", "Je viens tôt. Et"), ("Q", "vous ? Moi aussi."), ("Ines", "On parle")]
    assert text_of(writer) == text
    assert check(writer.store).ok
    with writer.store.reading() as session:
        assert [hit.turn for hit in find(session, "aussi")] == [3]
        assert quotes.find(session)[0].printed == "tôt. Et –\u00a0vous ? Moi"
    writer.undo()
    assert dump(writer) == before


def test_a_split_leaves_words_on_both_sides(writer: Writer) -> None:
    for at in (0, text_of(writer).index("viens") - 2, text_of(writer).index("Je") + 1):
        with pytest.raises(KnownError, match="between two words"):
            writer.do(ACT, partial(turns.split, interview_id=1, number=2, at=at))


def test_a_split_turn_is_joined_again(writer: Writer) -> None:
    before = read(writer)
    writer.do(ACT, lambda s: turns.split(s, 1, 2, text_of(writer).index("Et vous")))
    writer.do(ACT, lambda s: turns.join(s, 1, 2))
    assert read(writer) == before
    assert check(writer.store).ok


def test_joining_takes_the_label_out_and_passages_follow(writer: Writer) -> None:
    for quote in ("aussi.", "On parle\nInès : de", "de tout.", "Merci."):
        build.coded(writer, "Inès", quote, "T")
    before = dump(writer)
    writer.do(ACT, lambda s: turns.join(s, 1, 3))
    assert read(writer)[2:] == [("Ines", "On parle de tout."), ("Q", "Merci.")]
    assert "\nInes : On parle de tout.\nQ" in text_of(writer)
    with writer.store.reading() as session:
        assert list(session.scalars(select(Passage.quote).order_by(Passage.start))) == [
            "aussi.", "On parle de", "de tout.", "Merci."]
    assert check(writer.store).ok
    writer.do(ACT, lambda s: turns.join(s, 1, 2))  # after the end of a sentence a paragraph begins
    assert read(writer)[1] == ("Inès", "Je viens tôt. Et vous ? Moi aussi.\nOn parle de tout.")
    writer.undo()
    writer.undo()
    assert dump(writer) == before


def test_a_label_that_is_coded_by_itself_is_not_joined_away(writer: Writer) -> None:
    build.coded(writer, "Inès", "Ines", "T")
    before = dump(writer)
    with pytest.raises(KnownError, match="“Ines”"):
        writer.do(ACT, lambda s: turns.join(s, 1, 2))
    with pytest.raises(KnownError, match="last turn"):
        writer.do(ACT, lambda s: turns.join(s, 1, 5))
    assert dump(writer) == before


def test_turns_of_a_mistyped_label_go_to_the_right_voice_and_the_other_goes(writer: Writer) -> None:
    before, text = dump(writer), text_of(writer)
    writer.do(ACT, lambda s: turns.give(s, 1, [3], "inès"))
    assert [speaker for speaker, _words in read(writer)] == ["Q", "Inès", "Inès", "Inès", "Q"]
    with writer.store.reading() as session:
        assert [row.label for row in speakers.speakers(session, 1)] == ["Q", "Inès"]
    assert text_of(writer) == text
    assert check(writer.store).ok
    writer.undo()
    assert dump(writer) == before


def test_a_turn_is_given_to_a_new_voice(writer: Writer) -> None:
    writer.do(ACT, lambda s: turns.give(s, 1, [2, 4], " La cadre "))
    assert [speaker for speaker, _words in read(writer)] == ["Q", "La cadre", "Ines", "La cadre", "Q"]
    with writer.store.reading() as session:  # nobody speaks as Inès any more, but her role was written
        assert list(session.scalars(select(Participant.name))) == ["Inès"]
    assert check(writer.store).ok
    with pytest.raises(KnownError, match="needs a name"):
        writer.do(ACT, lambda s: turns.give(s, 1, [2], "  "))
