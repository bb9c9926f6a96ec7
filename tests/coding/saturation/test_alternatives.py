# SPDX-License-Identifier: GPL-3.0-or-later
"""Other choices: each alternative is the status that a whole analysis by that choice gives."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from math import factorial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.saturation import Around, Frame, Incidence, Parameters, alternatives, analyse, by_order, measure_group
from coding.saturation.alternatives import VALUES
from tests.coding.saturation.tables import from_new, incidence

WHOLE = Frame("yes", "entretien", 12, 12, 0, 0)
AROUND = Around(frame=WHOLE)


def tried(parameters: Parameters, choice: str, value: Any) -> Parameters:
    if choice == "base_run":
        return replace(parameters, base=value[0], run=value[1])
    return replace(parameters, **{choice: value})


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=14), st.booleans(), st.integers(1, 6))
def test_an_alternative_is_what_the_whole_analysis_says(new: list[int], filled: bool, tail: int) -> None:
    table = incidence(from_new(new, filled=filled) or [[0] * len(new)])
    parameters = Parameters(tail=tail)
    measured = measure_group(table, orders=10)
    found = alternatives(measured.overall, AROUND.of_group(()), parameters)
    for one in found:
        expected = analyse(table, parameters=tried(parameters, one.choice, one.value), frame=WHOLE, orders=10)
        assert one.status is expected.overall.verdict.status
    assert sum(one.chosen for one in found) == 1 + len(VALUES), "the value in force is among each choice's"
    assert {one.value for one in found if one.choice == "tail"} == {2, 3, 4, 5, tail}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_share_of_orders_is_that_of_every_order_tried(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=4))
    table = Incidence(
        tuple(f"c{n}" for n in range(len(rows))), tuple(f"E{n}" for n in range(5)), np.array(rows, dtype=bool),
        themes=("T",), theme_of=("T",) * len(rows), asked={"T": (True, None, None, None, True)})
    parameters = Parameters(base=3, run=1, tail=data.draw(st.integers(1, 6)))
    tried: dict[Any, float] = {}
    for order in permutations(range(5)):
        theme = analyse(table.in_order(order), parameters=parameters, frame=WHOLE, orders=1).themes[0]
        tried[theme.verdict.status] = tried.get(theme.verdict.status, 0) + 1 / factorial(5)
    assert by_order(measure_group(table, orders=1).themes[0], AROUND.of_theme("T"), parameters) == pytest.approx(tried)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_another_order_measured_from_the_first_equals_a_fresh_measure(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 7))  # every order is drawn: the band does not depend on the draw
    rows = data.draw(st.lists(st.lists(st.booleans(), min_size=width, max_size=width), min_size=1, max_size=6))
    units = data.draw(st.lists(st.sampled_from(["A", "B", "C"]), min_size=width, max_size=width))
    order = data.draw(st.permutations(range(width)))
    asked = tuple(data.draw(st.lists(st.sampled_from([True, False, None]), min_size=width, max_size=width)))
    table = Incidence(
        tuple(f"c{n}" for n in range(len(rows))), tuple(f"E{n}" for n in range(width)), np.array(rows, dtype=bool),
        themes=("T",), theme_of=("T",) * len(rows), asked={"T": asked}, units=tuple((unit,) for unit in units))
    first = measure_group(table, orders=50)
    again, fresh = measure_group(table.in_order(order), orders=50, like=first), measure_group(table.in_order(order),
                                                                                              orders=50)
    parameters = Parameters()
    assert AROUND.analysis(again, parameters) == AROUND.analysis(fresh, parameters)
