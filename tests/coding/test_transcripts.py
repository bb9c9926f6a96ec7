# SPDX-License-Identifier: GPL-3.0-or-later
"""An interview as it is read: turns, sentences, paragraphs, words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import transcripts
from coding.transcripts import TranscriptText, TurnText
from models.errors import KnownError
from tests import build

SAID = "Oui. C’était dur\u00a0! « Vraiment ? » dit-il\nEt puis voilà"


@pytest.fixture
def read(tmp_path: Path) -> TranscriptText:
    """Two turns."""
    writer = build.project(tmp_path)
    key = build.interview(writer, "Inès", [("Q", "Alors ?"), ("Inès", SAID)], people={"Inès": "pair aidante"})
    with writer.store.reading() as session:
        found = transcripts.read(session, key)
        with pytest.raises(KnownError):
            transcripts.read(session, key + 1)
    writer.store.close()
    return found


def test_turns_know_who_speaks(read: TranscriptText) -> None:
    assert [(t.number, t.speaker, t.is_interviewer) for t in read.turns] == [(1, "Q", True), (2, "Inès", False)]
    assert read.text[read.turns[1].start : read.turns[1].end] == SAID
    assert read.people == (("Inès", "pair aidante"),)
    assert read.turn_at(read.turns[1].label_start) == read.turns[1]


@pytest.mark.parametrize(("at", "sentence"), [
    ("Oui", "Oui. "), ("dur", "C’était dur\u00a0! "), ("Vrai", "« Vraiment ? » dit-il\n"),
    ("voilà", "Et puis voilà"),
])
def test_sentences(read: TranscriptText, at: str, sentence: str) -> None:
    start, end = read.sentence_at(read.text.index(at))
    assert read.text[start:end] == sentence


def test_paragraphs(read: TranscriptText) -> None:
    start, end = read.paragraph_at(read.text.index("puis"))
    assert read.text[start:end] == "Et puis voilà"
    start, end = read.paragraph_at(read.text.index("dur"))
    assert read.text[start:end] == "Oui. C’était dur\u00a0! « Vraiment ? » dit-il"


def test_a_word_is_taken_within_its_turn(read: TranscriptText) -> None:
    assert read.text[slice(*read.word_at(read.turns[1].label_start))] == "Oui"
    assert read.text[slice(*read.word_at(read.text.index("était")))] == "était"
    assert read.turn_span(read.turns[1].label_start) == (read.turns[1].start, read.turns[1].end)


@given(st.text(st.sampled_from("ab’ .?!\n«»😀"), max_size=50), st.integers(0, 60))
def test_words_sentences_and_paragraphs_stay_in_the_text(text: str, at: int) -> None:
    read = TranscriptText(1, "T", f"Q : {text}", (TurnText(1, 0, 4, 4 + len(text), "Q", True, None),))
    at = min(at, len(read.text))
    for start, end in (read.word_at(at), read.sentence_at(at), read.paragraph_at(at)):
        assert read.turn_span(at)[0] <= start <= end <= len(read.text)
    assert read.word_step(at, 1) >= at
    assert read.word_step(at, -1) <= at
