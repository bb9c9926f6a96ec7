# SPDX-License-Identifier: GPL-3.0-or-later
"""Lafon's specificities against exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import comb, log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.textometry.specificity import exponent, rounded


def exact(said: int, part: int, whole: int, corpus: int) -> float:
    """The signed exponent, by whole numbers alone."""
    chances = {x: Fraction(comb(whole, x) * comb(corpus - whole, part - x), comb(corpus, part))
               for x in range(max(0, whole + part - corpus), min(whole, part) + 1)}
    mode = (whole + 1) * (part + 1) // (corpus + 2)
    if said == mode:
        return 0.0
    tail = sum(chance for x, chance in chances.items() if (x >= said if said > mode else x <= said))
    value = log10(tail.numerator) - log10(tail.denominator)
    return -value if said > mode else value


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int, int, int]:
    corpus = draw(st.integers(1, 600))
    whole, part = draw(st.integers(0, corpus)), draw(st.integers(0, corpus))
    said = draw(st.integers(max(0, whole + part - corpus), min(whole, part)))
    return said, part, whole, corpus


@given(counts())
def test_it_is_what_whole_numbers_give(found: tuple[int, int, int, int]) -> None:
    assert exponent(*found) == pytest.approx(exact(*found), abs=1e-9, rel=1e-9)


def test_large_counts_hold_too() -> None:
    for found in ((30, 2_000, 60, 9_000), (1, 500, 80, 12_000)):
        assert exponent(*found) == pytest.approx(exact(*found), rel=1e-8)


def test_what_is_said_only_here_and_never_here() -> None:
    assert exponent(10, 100, 10, 1000) == pytest.approx(-log10(comb(100, 10) / comb(1000, 10)))
    assert exponent(0, 500, 20, 1000) == pytest.approx(log10(comb(500, 20) / comb(1000, 20)))
    assert exponent(5, 100, 50, 1000) == 0
    assert exponent(1, 1, 1, 1) == 0


def test_the_whole_exponent_is_cut_towards_zero_and_small_ones_are_banal() -> None:
    assert [rounded(value) for value in (3.98, 2.0, 1.99, 0.0, -1.5, -2.7)] == [3, 2, 0, 0, 0, -2]


def test_counts_that_cannot_be_are_refused() -> None:
    for wrong in ((5, 4, 9, 20), (3, 10, 2, 20), (0, 15, 10, 20)):
        with pytest.raises(ValueError, match=str(wrong[0])):
            exponent(*wrong)
