# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are found as a reader means them, in what is said and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.finding import MOST, Finder, Wish
from coding.fold import fold_with_offsets
from coding.transcripts import Span, TranscriptText, TurnText
from models.errors import KnownError

SAID = (("Q", "Et l’équipe ?"), ("Inès", "Le cœur de l'ÉQUIPE, 😀 équipes.\nDe la\nsalle"), ("Q", "Inès ?"))
LETTERS = st.text(st.sampled_from("aAeéœŒ’' \n😀ñß"), max_size=40)


def transcript(*turns: tuple[str, str]) -> TranscriptText:
    """Turns with their labels, a line each."""
    text, made = "", []
    for number, (label, words) in enumerate(turns, start=1):
        start = len(text) + len(label) + 3
        made.append(TurnText(number, len(text), start, start + len(words), label, label == "Q", None))
        text += f"{label} : {words}\n"
    return TranscriptText(1, "T", text, tuple(made))


def found(words: str, **wish: object) -> list[str]:
    """The words found in SAID."""
    read = transcript(*SAID)
    asked = Wish(words, **wish)  # type: ignore[arg-type]
    finder = Finder(read)
    spans = finder.find_by_regex(asked) if asked.regex else finder.find(asked)
    return [read.text[start:end] for start, end in spans]


def test_accents_case_and_ligatures_do_not_count() -> None:
    assert found("EQUIPE") == ["équipe", "ÉQUIPE", "équipe"]
    assert found("coeur de") == ["cœur de"]
    assert found("co") == ["cœ"]
    assert found("l'e") == ["l’é", "l'É"]
    assert found("de la salle") == ["De la\nsalle"]
    assert found(" ") == found("") == []


def test_whole_words_and_voices() -> None:
    assert found("equipe", whole=True) == ["équipe", "ÉQUIPE"]
    assert found("equipe", voices=frozenset({"Inès"})) == ["ÉQUIPE", "équipe"]


def test_labels_are_not_searched_nor_crossed() -> None:
    assert found("ines") == ["Inès"]  # the one that is said, not the label
    assert found("salle q") == []


def test_a_regular_expression() -> None:
    assert found("^l.", regex=True) == ["Le"]
    assert found("équipes?", regex=True, voices=frozenset({"Inès"})) == ["ÉQUIPE", "équipes"]
    assert found("equip", regex=True, whole=True) == []
    assert found("x*", regex=True) == []


def test_what_is_no_regular_expression_is_said() -> None:
    with pytest.raises(KnownError) as told:
        found("(é", regex=True)
    assert told.value.values == {"n": 1}
    with pytest.raises(KnownError):
        found("(?i)a(", regex=True, whole=True)


def test_a_regular_expression_that_would_take_for_ever_is_ended() -> None:
    finder = Finder(transcript(("Q", "a" * 60 + "b")))
    with pytest.raises(KnownError):
        finder.find_by_regex(Wish("(a+)+$", regex=True), patience=0.6)


def test_there_is_an_end_to_hits() -> None:
    assert len(Finder(transcript(("Q", "a" * (MOST + 9)))).find(Wish("a"))) == MOST


@given(LETTERS, st.text(st.sampled_from("aeœé' "), min_size=1, max_size=3))
def test_the_fast_way_finds_what_the_plain_way_does(said: str, words: str) -> None:
    read = transcript(("Q", said))
    turn = read.turns[0]
    wanted, _origins = fold_with_offsets(words)
    if not wanted.strip() or wanted != wanted.strip() or " " in wanted:
        return
    folded, origins = fold_with_offsets(read.text[turn.start : turn.end])
    expected: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        expected.append((turn.start + origins[at], turn.start + origins[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + len(wanted))
    assert Finder(read).find(Wish(words)) == expected
