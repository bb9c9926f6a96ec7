# SPDX-License-Identifier: GPL-3.0-or-later
"""Where passages and landmarks stand along an interview."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.profiles import code_line
from coding.profiles.code_line import TICKS, TurnPlace
from coding.quotes import Quote

spans = st.integers(1, 100_000).flatmap(lambda length: st.tuples(
    st.just(length), st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, 500)), max_size=30)))
turns = st.lists(st.tuples(st.integers(1, 400), st.integers(0, 90_000)), max_size=600)


def quote(start: int, end: int) -> Quote:
    return Quote(1, 1, "Paul", 0, 1, "Paul", (), start, end, "", "", (), (), "", False)


@given(spans)
def test_passages_stand_between_the_ends_in_their_order(drawn: tuple[int, list[tuple[int, int]]]) -> None:
    length, found = drawn
    quotes = sorted((start, min(length, start + wide)) for start, wide in found)
    marks = [code_line.mark(quote(start, end), length, {}) for start, end in quotes]
    assert all(0 <= mark.low < mark.high <= 1 for mark in marks)
    assert [mark.low for mark in marks] == sorted(mark.low for mark in marks)


@given(turns, st.booleans())
def test_landmarks_are_few_and_in_order(drawn: list[tuple[int, int]], timed: bool) -> None:
    at, time, places = 0, 0, []
    for number, (wide, gap) in enumerate(drawn, start=1):
        places.append(TurnPlace(number, at, time if timed else None))
        at, time = at + wide, time + gap
    found = code_line.ticks(places, at)
    assert len(found) <= TICKS
    assert [tick.at for tick in found] == sorted({tick.at for tick in found})
    assert all(0 < tick.at < 1 for tick in found)
    assert all((tick.time_ms is not None) is timed for tick in found)
    if timed:
        told = [tick.time_ms or 0 for tick in found]
        assert told == sorted(set(told)) and all(time % 60_000 == 0 for time in told)


def test_times_that_go_backwards_do_not_turn_the_line_around() -> None:
    places = [TurnPlace(n, n * 10, minutes * 60_000) for n, minutes in enumerate((0, 3, 1, 5, 2, 9), start=1)]
    found = code_line.ticks(places, 80)
    assert [tick.at for tick in found] == sorted(tick.at for tick in found)
