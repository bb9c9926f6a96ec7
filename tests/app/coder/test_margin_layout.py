# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in the margin never overlap; overlapping passages never share a lane."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.coder.lanes import Lanes
from app.coder.margin_layout import PITCH, Name, place
from coding.passage_index import Mark, PassageIndex

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 900), st.integers(0, 3))


@given(st.lists(st.integers(0, 400), max_size=30), st.integers(0, 500))
def test_names_stand_apart_in_the_room_they_have(wishes: list[int], room: int) -> None:
    names = [Name(n, 1, wish) for n, wish in enumerate(sorted(wishes))]
    placed = place(names, 0, room)
    assert [p.name for p in placed] + [n for p in placed for n in p.hidden] == names
    assert all(after.y - before.y >= PITCH for before, after in pairwise(placed))
    assert all(p.y >= 0 for p in placed)
    if len(placed) > 1:
        assert placed[-1].y + PITCH <= room
    if names and names[-1].wish + PITCH <= room and all(
            after.wish - before.wish >= PITCH for before, after in pairwise(names)):
        assert [p.y for p in placed] == [n.wish for n in names]


def index_of(spans: list[tuple[int, int, int]]) -> PassageIndex:
    """An index of (start, length, codes)."""
    index = PassageIndex(1)
    for number, (start, length, codes) in enumerate(spans, start=1):
        index.place(Mark(number, start, start + length, tuple(range(1, codes + 1)), False, False))
    return index


@given(st.lists(SPANS, max_size=25))
def test_passages_that_overlap_have_lanes_of_their_own(spans: list[tuple[int, int, int]]) -> None:
    index = index_of(spans)
    lanes = Lanes(index, 4000)
    for mark in index:
        assert len(lanes.of(mark.id)) == max(1, len(mark.codes))
        for other in index.between(mark.start, mark.end):
            if other.id != mark.id:
                assert not set(lanes.of(mark.id)) & set(lanes.of(other.id))


@given(st.lists(SPANS, max_size=15), SPANS)
def test_after_a_change_lanes_are_still_apart(spans: list[tuple[int, int, int]], added: tuple[int, int, int]) -> None:
    index = index_of(spans)
    lanes = Lanes(index, 4000)
    start, length, codes = added
    index.place(Mark(99, start, start + length, tuple(range(1, codes + 1)), False, False))
    low, high = lanes.refresh(start, start + length)
    assert low <= start
    assert high >= start + length
    for mark in index:
        for other in index.between(mark.start, mark.end):
            if other.id != mark.id:
                assert not set(lanes.of(mark.id)) & set(lanes.of(other.id))
