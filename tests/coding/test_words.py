# SPDX-License-Identifier: GPL-3.0-or-later
"""Words as one picks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import words

SAID = "dans l’équipe, aujourd’hui peut-être ; quelqu'un d' autre 😀 vou- vous"


@pytest.mark.parametrize(("at", "word"), [
    ("l’", "l’"), ("quipe", "équipe"), (", ", ","), ("jourd", "aujourd’hui"), ("hui", "aujourd’hui"), ("t-ê", "peut-être"),
    ("un", "quelqu'un"), ("d'", "d'"), (" autre", "d'"), ("😀", "😀"), ("vou-", "vou-"), ("us", "vous"),
])
def test_the_word_at_a_place(at: str, word: str) -> None:
    assert SAID[slice(*words.word_at(SAID, SAID.index(at)))] == word


def test_a_cut_word_is_taken_whole() -> None:
    start, end = SAID.index("équipe"), SAID.index("être") + 2
    assert SAID[slice(*words.whole(SAID, start, end))] == "équipe, aujourd’hui peut-être"
    assert SAID[slice(*words.whole(SAID, start + 2, end))] == "l’équipe, aujourd’hui peut-être"
    assert words.whole(SAID, 0, 4) == (0, 4)


@given(st.text(st.sampled_from("ab’- .\n😀é"), max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_words_stay_in_the_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = words.whole(text, start, end)
    assert 0 <= low <= start
    assert end <= high <= len(text)
    assert words.whole(text, low, high) == (low, high)
    assert words.start_before(text, start) <= start <= words.end_after(text, start)
    first, last = words.word_at(text, start)
    assert 0 <= first <= last <= len(text)
    assert first == last or not text[first:last].isspace()
