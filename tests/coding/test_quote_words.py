# SPDX-License-Identifier: GPL-3.0-or-later
"""Words sought in quotes, against the words of the folded text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.fold import fold, words
from coding.quote_words import Words

letters = st.text(st.sampled_from("aàâeéEÉœŒoOcçs ß'’-_.,\n1"), max_size=30).filter(
    lambda text: "sss" not in fold(text))  # which no French word has, and which «ß» may stand in in two ways


@pytest.mark.parametrize(("asked", "text", "found"), [
    ("rechute", "La RECHUTE, encore.", True),
    ("rechut", "La rechute.", False),
    ("rechut*", "Les rechutes.", True),
    ("peur équipe", "L’Equipe a peur.", True),
    ("peur équipe", "L’équipe.", False),
    ("“peur de l'équipe”", "La peur de\nl’équipe.", True),
    ("« peur équipe »", "La peur de l’équipe.", False),
    ('"la peur" équ*', "L’équipe a la peur.", True),
    ("coeur", "Au cœur.", True),
    ("cœur", "Au coeur.", True),
    ("", "N’importe quoi.", True),
])
def test_words_and_phrases(asked: str, text: str, found: bool) -> None:
    assert Words(asked).stand_in(text) is found
    assert Words(asked).may_stand_in(text) or not found


@given(letters, letters)
def test_whole_words_whatever_their_accents_and_case(asked: str, text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert Words(asked).stand_in(text) == (set(words(asked)) <= set(words(text)))


@given(letters, letters)
def test_a_phrase_is_its_words_one_after_the_other(asked: str, text: str) -> None:
    sought, said = words(asked), words(unicodedata.normalize("NFC", text))
    follows = any(said[at : at + len(sought)] == sought for at in range(len(said) + 1))
    assert Words(f'"{asked}"').stand_in(unicodedata.normalize("NFC", text)) == (follows or not sought)


def test_the_places_of_what_is_sought() -> None:
    text = "L’Équipe a peur, pas l’equipe 😀 d’équipe."
    assert [text[start:end] for start, end in Words("equipe").places(text)] == ["Équipe", "equipe", "équipe"]
    assert [text[start:end] for start, end in Words('"a peur" pas').places(text)] == ["a peur", "pas"]
    assert Words("").places(text) == []
