# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of cells on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.metadata import clipping

CELLS = st.text(alphabet='ab"\t\n é;', max_size=6)


@given(st.integers(1, 4).flatmap(lambda wide: st.lists(
    st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=4)))
def test_what_is_copied_is_what_is_pasted(rows: list[list[str]]) -> None:
    assert clipping.read(clipping.write(rows)) == rows


@given(st.text(alphabet='ab"\t\n\r', max_size=20))
def test_any_text_is_a_block(text: str) -> None:
    rows = clipping.read(text)
    assert rows
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(("text", "rows"), [
    ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
    ('"deux\nlignes"\tx\n', [["deux\nlignes", "x"]]),
    ('dit "oui"\t"oui"\n', [['dit "oui"', '"oui"']]),
    ('"il dit ""oui"""', [['il dit "oui"']]),
    ("a\tb\nc\n", [["a", "b"], ["c", ""]]),
    ("", [[""]]),
    ("\n\n", [[""], [""]]),
])
def test_what_spreadsheets_write_is_read(text: str, rows: list[list[str]]) -> None:
    assert clipping.read(text) == rows
