# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks placed, moved and lifted, against a plain list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.intervals import BUCKET, Intervals, Mark

LENGTH = 5 * BUCKET
SPAN = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 3 * BUCKET)).map(
    lambda pair: (pair[0], min(LENGTH, pair[0] + pair[1])))
STEP = st.tuples(st.integers(1, 12), st.none() | SPAN)  # a passage goes there, or away


def order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.id


@given(st.lists(STEP, max_size=40), SPAN)
def test_whatever_came_and_went_what_is_found_is_what_a_scan_finds(
    steps: list[tuple[int, tuple[int, int] | None]], asked: tuple[int, int]) -> None:
    kept: dict[int, Mark] = {}
    index = Intervals()
    for number, (key, span) in enumerate(steps):
        if span is None:
            kept.pop(key, None)
            index.lift(key)
        else:
            kept[key] = Mark(key, *span, (number,), False, False)
            index.place(kept[key])
    low, high = asked
    within = sorted((mark for mark in kept.values() if mark.start < high and low < mark.end), key=order)
    assert list(index) == sorted(kept.values(), key=order)
    assert len(index) == len(kept)
    assert index.between(low, high) == within
    assert index.at(low) == [mark for mark in within if mark.start <= low]
    assert {key: index.get(key) for key in range(1, 13)} == {key: kept.get(key) for key in range(1, 13)}
    for offset in {low, high - 1, *(edge for mark in within for edge in (mark.start, mark.end - 1))}:
        if low <= offset < high:
            found = [segment.marks for segment in index.segments(low, high) if segment.start <= offset < segment.end]
            assert found == ([tuple(over)] if (over := [m for m in within if m.start <= offset < m.end]) else [])
