# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is heard in a passage, and its words without the labels it crosses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.changes import Writer
from coding.voices import Heard, Voice, Voices
from tests import build

TURNS = [("Q", "Comment ça ?"), ("Elodie", "Un doute."), ("Q", ""), ("Margot", "Le secret.\nOui."), ("Kylian", "Ah.")]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    yield made
    made.store.close()


def heard(writer: Writer, interview_id: int, quote: str) -> Heard:
    text = "\n".join(f"{label} : {words}" for label, words in TURNS)
    start = text.index(quote)
    with writer.store.reading() as session:
        return Voices(session, {interview_id}).over(interview_id, start, start + len(quote), quote)


@pytest.fixture
def joint(writer: Writer) -> int:
    return build.interview(writer, "Elodie et Margot", TURNS, people={"Elodie": "infirmière", "Margot": "éducatrice"})


def test_the_one_who_speaks_in_a_joint_interview(writer: Writer, joint: int) -> None:
    found = heard(writer, joint, "Le secret.")
    assert [(voice.name, voice.role) for voice in found.voices] == [("Margot", "éducatrice")]
    assert (found.turn, found.label) == (4, "Margot")


def test_a_passage_over_two_participants_names_both_and_joins_them_by_a_dash(writer: Writer, joint: int) -> None:
    found = heard(writer, joint, "doute.\nQ : \nMargot : Le secret.\nOui")
    assert [voice.name for voice in found.voices] == ["Elodie", "Margot"]
    assert found.printed == "doute. –\u00a0Le secret. Oui"


def test_the_interviewer_is_not_named_when_somebody_answers(writer: Writer, joint: int) -> None:
    found = heard(writer, joint, "ça ?\nElodie : Un")
    assert [voice.name for voice in found.voices] == ["Elodie"]
    assert (found.turn, found.label, found.printed) == (1, "Elodie", "ça ? –\u00a0Un")
    assert heard(writer, joint, "Comment").voices == (Voice("Q", "", None),)


def test_a_voice_that_is_nobody_keeps_its_label(writer: Writer, joint: int) -> None:
    assert heard(writer, joint, "Ah.").voices == (Voice("Kylian", "", None),)


def test_a_passage_that_ends_in_a_label_hears_only_the_words(writer: Writer, joint: int) -> None:
    found = heard(writer, joint, "Un doute.\nQ : \nMarg")
    assert [voice.name for voice in found.voices] == ["Elodie"]
    assert found.printed == "Un doute."


def test_the_single_participant_stands_for_unlinked_voices_and_text_outside_turns(writer: Writer) -> None:
    build.interview(writer, "Paul", [("Q", "Et ?"), ("E07", "Voilà.")], people={"Paul": "pair aidant"})
    build.interview(writer, "Journal", [], people={"Inès": "éducatrice"}, kind="journal")
    with writer.store.reading() as session:
        voices = Voices(session, {1, 2})
        assert [(v.name, v.role) for v in voices.over(1, 17, 23, "Voilà.").voices] == [("Paul", "pair aidant")]
        assert [v.name for v in voices.over(2, 0, 3, "Mot").voices] == ["Inès"]


SPOKEN = [("Q", "bb cc"), ("Paul", "dd\nee 😀"), ("Q", ""), ("Paul", "ff")]
SPOKEN_TEXT = "\n".join(f"{label} : {words}" for label, words in SPOKEN)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Voices:
    writer = build.project(tmp_path_factory.mktemp("voices"))
    key = build.interview(writer, "Paul", SPOKEN, people={"Paul": ""})
    with writer.store.reading() as session:
        found = Voices(session, {key})
    writer.store.close()
    return found


@given(st.integers(0, len(SPOKEN_TEXT) - 1), st.integers(1, len(SPOKEN_TEXT)))
def test_whatever_the_bounds_words_are_printed_and_labels_are_not(spoken: Voices, start: int, length: int) -> None:
    quote = SPOKEN_TEXT[start : start + length]
    letters = [sign for sign in quote if sign in "bcdef😀"]
    found = spoken.over(1, start, start + len(quote), quote)
    if letters:
        assert [sign for sign in found.printed if sign in "bcdef😀"] == letters
        assert not set(found.printed) & set("QPaul:\n")
        assert found.voices and found.turn
