# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of an interview: where they begin, and how many lie under passages."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coding import extent

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
SAID = st.text(st.sampled_from("aé1_'’- .\n😀🅰ß²"), max_size=40) | st.text(max_size=20)


def test_words_joined_by_an_apostrophe_or_a_hyphen_are_one() -> None:
    assert extent.starts_in("Aujourd’hui, c'est-à-dire -non- a--b", [(0, 36)]) == [0, 13, 27, 32, 35]


@given(said=st.lists(st.tuples(SAID, SAID.filter(bool)), max_size=4))
def test_words_begin_where_they_do_in_each_stretch_by_itself(said: list[tuple[str, str]]) -> None:
    text, stretches = "", []
    for words, between in said:
        stretches.append((len(text), len(text) + len(words)))
        text += words + between
    expected = [match.start() for start, end in stretches for match in WORD.finditer(text, start, end)]
    assert extent.starts_in(text, stretches) == expected


def test_overlapping_spans_are_counted_once() -> None:
    assert extent.merged([(5, 9), (0, 3), (2, 4), (9, 10)]) == [(0, 4), (5, 10)]
    assert extent.words_under([0, 3, 6, 9], [(0, 4), (3, 7), (9, 12)]) == 4


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8), st.integers(1, 4)), min_size=1)


@given(spans=SPANS)
def test_what_codes_cover_together_is_what_each_covers_alone(spans: list[tuple[int, int, int]]) -> None:
    lows, sizes, keys = np.array(spans).T
    alone = {key: sum(high - low for low, high in extent.merged((low, low + n) for low, n, own in spans if own == key))
             for _low, _n, key in spans}
    assert dict(extent._united(lows, lows + sizes, keys)) == alone
