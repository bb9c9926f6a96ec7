# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in the margin never overlap; overlapping passages never share a lane."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.coder.page.lanes import REACH, Lanes
from app.coder.page.margin_layout import GAP, PITCH, REST, Name, place
from coding.passage_index import Mark, PassageIndex

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 900), st.integers(0, 3))


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(20, 300)), max_size=40), st.integers(0, 500),
       st.integers(120, 400))
def test_names_stand_apart_in_the_room_they_have(wished: list[tuple[int, int]], room: int, width: int) -> None:
    names = [Name(n, wide, wish) for n, (wish, wide) in enumerate(sorted(wished))]
    placed, rest = place(names, 0, room, width, lambda name: float(name.code_id or 0))
    assert [p.name for p in placed] == names[: len(placed)]
    assert len(placed) + (rest.hidden if rest else 0) == len(names)
    assert bool(placed) == bool(names)
    boxes = [(p.y, p.x, p.x + p.width) for p in placed] + ([(rest.y, rest.x, rest.x + REST)] if rest else [])
    for before, after in pairwise(boxes):
        assert after[0] - before[0] >= PITCH or (after[0] == before[0] and after[1] >= before[2])
    assert all(y >= 0 and 0 <= left < right <= width for y, left, right in boxes)
    if boxes and room >= PITCH:
        assert boxes[-1][0] + PITCH <= room
    if len(names) * PITCH <= room:
        assert rest is None and all(p.x == 0 and p.width == width for p in placed)
    for p in placed:  # no name is cut while the margin is wide enough for it
        if rest is None or p.name.wish != placed[-1].name.wish:
            assert p.width >= min(p.name.code_id or 0, width - REST - GAP)


def test_names_that_have_room_stand_where_they_wish() -> None:
    names = [Name(1, 1, 10), Name(2, 1, 40), Name(3, 1, 41)]
    placed, rest = place(names, 0, 200, 200, lambda name: 90)
    assert [(p.y, p.x) for p in placed] == [(10, 0), (40, 0), (64, 0)]
    assert rest is None


def test_where_there_is_little_room_names_stand_side_by_side_and_the_others_are_counted() -> None:
    names = [Name(n, 1, 0) for n in range(8)]
    placed, rest = place(names, 0, 2 * PITCH, 200, lambda name: 90)
    assert [(p.y, p.x) for p in placed] == [(0, 0), (0, 96), (PITCH, 0)]
    assert rest is not None and (rest.hidden, rest.y, rest.x) == (5, PITCH, 96)


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


@given(st.lists(SPANS, min_size=1, max_size=15), st.lists(SPANS, max_size=6))
def test_when_everything_is_linked_only_what_changed_is_laid_again(
    spans: list[tuple[int, int, int]], added: list[tuple[int, int, int]]) -> None:
    index = index_of([(0, 2 * REACH, 1), *spans])
    lanes = Lanes(index, 2 * REACH)
    before = {mark.id: lanes.of(mark.id) for mark in index}
    for number, (start, length, codes) in enumerate(added, start=100):
        index.place(Mark(number, start, start + length, tuple(range(1, codes + 1)), False, False))
        assert lanes.refresh(start, start + length) == (start, start + length)
    for mark in index:
        assert mark.id not in before or lanes.of(mark.id) == before[mark.id] or mark.id > 99 or any(
            (start, start + length) == (mark.start, mark.end) for start, length, _codes in added)
        for other in index.between(mark.start, mark.end):
            if other.id != mark.id:
                assert not set(lanes.of(mark.id)) & set(lanes.of(other.id))
