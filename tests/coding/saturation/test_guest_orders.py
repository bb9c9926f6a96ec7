# SPDX-License-Identifier: GPL-3.0-or-later
"""Guest's rule over random orders: against 10,000 orders drawn in R, and against every order of small tables."""

from __future__ import annotations

import json
from itertools import permutations
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.saturation import read_matrix
from coding.saturation.guest_orders import guest_orders
from coding.saturation.stopping import guest
from tests.coding.saturation.tables import SHARED, sample

CASES = "shared_francis_and_random_order_guest.json"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not there")
def test_the_reference_draws() -> None:
    compared = 0
    for name, case in json.loads((SHARED / CASES).read_text(encoding="utf-8")).items():
        whole = read_matrix(SHARED / f"{name}_matrix.csv").whole()
        for row in case.get("guest_random_order_10000", ()):
            rule: Any = {key: row[key] for key in ("base", "run", "threshold")}
            found = guest_orders(whole, **rule)
            assert found is not None
            assert found.share == pytest.approx(row["prop_reached"], abs=0.015), (name, rule)
            if row["prop_reached"] < 0.05:
                continue
            assert (found.low, found.median, found.high) == pytest.approx(
                (row["k_p05"], row["k_median"], row["k_p95"]), abs=1), (name, rule)
            assert found.seen is not None
            one_code = 1 / whole.seen  # a median of draws may fall on the next code
            assert found.seen == pytest.approx(row["degree_of_saturation_median_pct"] / 100, abs=one_code + 1e-9)
            compared += 1
    assert compared > 40


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 1), min_size=5, max_size=5), min_size=1, max_size=5), st.integers(1, 3),
       st.integers(1, 2), st.sampled_from([0.0, 0.05, 0.5]))
def test_every_order_of_five_interviews(rows: list[list[int]], base: int, run: int, threshold: float) -> None:
    found = guest_orders(sample(rows), base=base, run=run, threshold=threshold)
    if not any(map(any, rows)):
        assert found is None
        return
    rules = [guest(sample([[row[place] for place in order] for row in rows]).new, base=base, run=run,
                   threshold=threshold) for order in permutations(range(5))]
    met = [rule.reached_at for rule in rules if rule.reached_at is not None]
    assert found is not None
    assert found.share == pytest.approx(len(met) / 120)
    assert found.median == (median(met) if met else None)
