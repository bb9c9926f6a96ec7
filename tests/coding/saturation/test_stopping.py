# SPDX-License-Identifier: GPL-3.0-or-later
"""The counting rules, on the examples their authors printed."""

from __future__ import annotations

import pytest

from coding.saturation.stopping import Batch, batches, francis, guest


def test_the_worked_example_of_guest_2020() -> None:
    rule = guest([16, 9, 7, 5, 4, 3, 1, 0], base=4, run=2, threshold=0.05)
    assert rule.base_codes == 37
    assert rule.ratios == pytest.approx((7 / 37, 4 / 37, 1 / 37))
    assert (rule.reached_at, rule.label, rule.broken_at) == (6, "6+2", None)
    assert not rule.tolerates_none


def test_a_rule_met_and_broken_later_says_where() -> None:
    rule = guest([5, 4, 3, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0], base=4, run=2, threshold=0.05)
    assert (rule.label, rule.broken_at) == ("8+2", 11)


def test_five_per_cent_of_a_small_base_means_no_new_code() -> None:
    assert guest([19, 0, 0], base=1, run=1, threshold=0.05).tolerates_none
    assert not guest([20, 0, 0], base=1, run=1, threshold=0.05).tolerates_none


def test_a_ratio_equal_to_the_threshold_meets_it() -> None:
    for held in (20, 60, 140):
        assert guest([held, held // 20], base=1, run=1, threshold=0.05).label == "1+1"


@pytest.mark.parametrize("new", [[], [3, 2, 1, 0, 0], [0, 0, 0, 0, 0, 0, 1]])
def test_too_few_interviews_or_an_empty_base_give_nothing(new: list[int]) -> None:
    rule = guest(new, base=4, run=2, threshold=0.05)
    assert (rule.ratios, rule.reached_at, rule.label) == (None, None, None)


def test_francis_needs_thirteen_interviews_and_some_code() -> None:
    assert francis([1] + [0] * 11).reached_at is None
    assert francis([1] + [0] * 12).reached_at == 13
    assert francis([0] * 20).reached_at is None
    assert francis([1] * 12 + [0] * 3).reached_at == 15


def test_batches_keep_their_denominator() -> None:
    """Guest, Bunce & Johnson 2006: 80 codes after six interviews, 100 after twelve."""
    new = [80, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 14]
    assert batches(new) == (Batch(1, 6, 80, 114, 6), Batch(7, 12, 20, 114, 6), Batch(13, 13, 14, 114, 6))
