# SPDX-License-Identifier: GPL-3.0-or-later
"""What the literature's rules are said to give: figures with their denominators, none rounded to what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coding.language import current_language, set_language
from coding.saturation import analyse, batches_words, finding, francis_words, guest_orders, orders_words, part_words
from tests.coding.saturation.tables import from_new, incidence, sample

GUEST_BUNCE = [9, 5, 3, 2, 1, 0, 2, 0, 0, 0, 0, 0, 0]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = current_language()
    set_language("en")
    yield
    set_language(before)


def block(new: list[int]) -> Any:
    return analyse(incidence(from_new(new)), frame_required=False).overall


def test_batches_are_printed_over_all_the_codes() -> None:
    assert batches_words(block(GUEST_BUNCE)).endswith(": 20/22, 2/22, 0/22 (of 1 interview).")
    assert batches_words(analyse(incidence([], width=2), frame_required=False).overall) == ""
    assert batches_words(block(GUEST_BUNCE)) in finding(block(GUEST_BUNCE)).figures


def test_the_criterion_of_francis_is_met_or_not_or_wants_more() -> None:
    assert francis_words(block(GUEST_BUNCE)) == "Francis et al. (2010), 10+3: met at interview 13."
    assert francis_words(block([*GUEST_BUNCE[:-1], 1])).endswith(": not met.")
    assert francis_words(block([2, 1, 0, 0])).endswith(": needs 13 interviews.")


def test_guests_rule_over_other_orders() -> None:
    few = sample(from_new([2, 1, 0, 0, 0, 0, 0], filled=False))
    said = orders_words(guest_orders(few, base=4, run=2, threshold=0.05))
    assert said.startswith("Over all 5,040 orders: met in ") and "4+2" in said
    many = sample([[1, *[0] * 11] for _code in range(4)])
    assert orders_words(guest_orders(many, base=4, run=2, threshold=0.0)).startswith("Over 10,000 random orders: met in")
    never = sample([[int(row == place) for place in range(7)] for row in range(7)])
    assert orders_words(guest_orders(never, base=4, run=2, threshold=0.0)) == "Over all 5,040 orders: never met."
    assert orders_words(guest_orders(never, base=6, run=2, threshold=0.0)) == ""


def test_a_share_is_never_rounded_to_none_or_all() -> None:
    assert [part_words(share) for share in (0, 0.004, 0.01, 0.5, 0.995, 1)] == [
        "0%", "less than 1%", "1%", "50%", "more than 99%", "100%"]
