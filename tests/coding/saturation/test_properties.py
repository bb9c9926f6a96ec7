# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of any table: brute force over all orders, and what an order or one more interview may change."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from statistics import fmean, pvariance

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.saturation import Block, Incidence, Parameters, analyse
from coding.saturation.accumulation import envelope, mean_and_sd
from coding.saturation.robustness import order_robustness
from tests.coding.saturation.tables import incidence, sample

Rows = list[list[int]]


def tables(width: int, most_codes: int = 8) -> st.SearchStrategy[Rows]:
    return st.integers(1, width).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 1), min_size=columns, max_size=columns), min_size=1, max_size=most_codes
        )
    )


def accumulated(rows: Rows, order: tuple[int, ...]) -> list[int]:
    return [sum(any(row[column] for column in order[: n + 1]) for row in rows) for n in range(len(order))]


def overall(table: Incidence) -> Block:
    return analyse(table, frame_required=False, orders=20).overall


@settings(max_examples=40, deadline=None)
@given(tables(6))
def test_mean_sd_envelope_and_robustness_equal_brute_force(rows: Rows) -> None:
    curves = [accumulated(rows, order) for order in permutations(range(len(rows[0])))]
    means, deviations = mean_and_sd(sample(rows))
    bounds = envelope(sample(rows))
    for n, values in enumerate(zip(*curves, strict=True)):
        assert means[n] == pytest.approx(fmean(values), abs=1e-12)
        assert deviations[n] ** 2 == pytest.approx(pvariance(values), abs=1e-12)
        ranked = sorted(values)
        at = [next(v for v in ranked if sum(x <= v for x in values) >= q * len(values) - 1e-9) for q in (0.025, 0.975)]
        assert list(bounds[n]) == at
    for run in range(1, len(rows[0]) + 1):
        quiet = fmean(curve[-1] == (curve[-1 - run] if run < len(curve) else 0) for curve in curves)
        share = order_robustness(sample(rows), run).share
        assert share is None if not any(map(any, rows)) else share == pytest.approx(quiet)


@settings(max_examples=60, deadline=None)
@given(tables(9), st.randoms(use_true_random=False))
def test_an_order_changes_only_what_depends_on_order(rows: Rows, random: np.random.Generator) -> None:
    order = list(range(len(rows[0])))
    random.shuffle(order)
    one, other = overall(incidence(rows)), overall(incidence([[row[column] for column in order] for row in rows]))
    plain = [(point.n, point.expected, point.sd_order, point.coverage, point.low, point.high) for point in one.curve]
    if len(order) <= 7:
        assert plain == [(p.n, p.expected, p.sd_order, p.coverage, p.low, p.high) for p in other.curve]
    kept = replace(
        other,
        names=one.names,
        curve=one.curve,
        guest=one.guest,
        guest_grid=one.guest_grid,
        francis=one.francis,
        batches=one.batches,
        last_new=one.last_new,
        run_without_new=one.run_without_new,
        verdict=one.verdict,
    )
    assert kept == one
    assert [p.expected for p in one.curve] == [p.expected for p in other.curve]


@settings(max_examples=60, deadline=None)
@given(tables(9), st.data())
def test_an_interview_with_nothing_new_changes_neither_codes_nor_last_new(rows: Rows, data: st.DataObject) -> None:
    seen = [any(row) for row in rows]
    more = [data.draw(st.integers(0, 1)) if known else 0 for known in seen]
    before = overall(incidence(rows))
    after = overall(incidence([[*row, cell] for row, cell in zip(rows, more, strict=True)]))
    assert (after.codes, after.last_new) == (before.codes, before.last_new)


@settings(max_examples=60, deadline=None)
@given(tables(12, 12), st.integers(1, 5))
def test_robustness_of_longer_runs_by_counting_subsets(rows: Rows, run: int) -> None:
    drawn = sample(rows)
    sets = [set(np.flatnonzero(row).tolist()) for row in drawn.present]
    subsets = [set(chosen) for chosen in combinations(range(drawn.size), run)]
    share = order_robustness(drawn, run).share
    if not subsets or not sets:
        assert share is None
    else:
        assert share == pytest.approx(fmean(not any(held <= subset for held in sets) for subset in subsets))


@settings(max_examples=100, deadline=None)
@given(tables(10), st.integers(1, 4), st.integers(1, 3))
def test_figures_stay_within_their_bounds(rows: Rows, base: int, run: int) -> None:
    block = analyse(incidence(rows), parameters=Parameters(base, run), frame_required=False, orders=20).overall
    for estimate in (block.chao2, block.chao2_bc, block.jackknife1):
        assert estimate.estimate is None or estimate.estimate >= block.codes
        assert estimate.low is None or block.codes <= estimate.low <= (estimate.estimate or 0) <= (estimate.high or 0)
    assert all(value is None or value >= block.codes for value in (block.jackknife2, block.bootstrap, block.ice))
    assert block.coverage is None or 0 <= block.coverage <= 1
    assert all(point.low <= point.high for point in block.curve)
    if block.extrapolation:
        growing = [block.codes, *(expected for _n, expected in block.extrapolation)]
        assert growing == sorted(growing)


def test_random_orders_are_seeded_and_follow_the_exact_spread() -> None:
    drawn = sample(np.random.default_rng(3).integers(0, 2, (30, 20)).tolist())
    assert envelope(drawn) == envelope(drawn)
    means, deviations = mean_and_sd(drawn)
    for (low, high), mean, deviation in zip(envelope(drawn), means, deviations, strict=True):
        assert low - 1 <= mean <= high + 1
        assert high - low <= 5 * deviation + 1
