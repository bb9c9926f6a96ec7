# SPDX-License-Identifier: GPL-3.0-or-later
"""Block: every figure of one theme in a group, or of the whole group."""

from __future__ import annotations

from dataclasses import dataclass

from coding.saturation import richness
from coding.saturation.accumulation import envelope, mean_and_sd
from coding.saturation.coverage import coverage, coverage_curve, expected_new
from coding.saturation.parameters import Parameters
from coding.saturation.richness import Estimate
from coding.saturation.robustness import OrderRobustness, order_robustness
from coding.saturation.sample import Sample
from coding.saturation.stopping import Batch, Francis, Guest, batches, francis, guest, guest_grid
from coding.saturation.verdict import Circumstances, Evidence, Verdict, judge


@dataclass(frozen=True)
class CurvePoint:
    """After ``n`` interviews: codes observed and new in the recorded order; over all orders, the codes expected,
    their standard deviation, and the 2.5 % and 97.5 % quantiles ``low`` and ``high``; the coverage."""

    n: int
    observed: int
    new: int
    expected: float
    sd_order: float
    coverage: float | None
    low: int
    high: int


@dataclass(frozen=True)
class Block:
    """The figures of a theme (``theme`` is None for the whole group). What cannot be computed is None.

    ``names`` are the interviews counted, in order: places (``last_new``, curve) are 1-based places in it.
    ``interviews`` is T, ``codes`` is S; ``informative`` and ``run_without_new`` count informative interviews only.
    """

    theme: str | None
    names: tuple[str, ...]
    interviews: int
    codes: int
    informative: int
    q1: int
    q2: int
    curve: tuple[CurvePoint, ...]
    chao2: Estimate
    chao2_bc: Estimate
    jackknife1: Estimate
    jackknife2: float | None
    bootstrap: float | None
    ice: float | None
    coverage: float | None
    expected_new: float | None
    extrapolation: tuple[tuple[int, float], ...] | None
    guest: Guest
    guest_grid: tuple[Guest, ...]
    francis: Francis
    batches: tuple[Batch, ...]
    order_robustness: OrderRobustness
    last_new: int | None
    run_without_new: int | None
    verdict: Verdict


def describe(sample: Sample, circumstances: Circumstances, parameters: Parameters, *, orders: int) -> Block:
    """All the figures of a sample, and their verdict."""
    rule = guest(sample.new, base=parameters.base, run=parameters.run, threshold=parameters.threshold)
    share, more = coverage(sample), expected_new(sample)
    return Block(
        theme=sample.theme,
        names=sample.interviews,
        interviews=sample.size,
        codes=sample.seen,
        informative=int(sample.informative.sum()),
        q1=sample.held_by(1),
        q2=sample.held_by(2),
        curve=_curve(sample, orders),
        chao2=richness.chao2(sample),
        chao2_bc=richness.chao2_bias_corrected(sample),
        jackknife1=richness.jackknife1(sample),
        jackknife2=richness.jackknife2(sample),
        bootstrap=richness.bootstrap(sample),
        ice=richness.ice(sample),
        coverage=share,
        expected_new=more,
        extrapolation=richness.extrapolation(sample),
        guest=rule,
        guest_grid=guest_grid(sample.new),
        francis=francis(sample.new),
        batches=batches(sample.new),
        order_robustness=order_robustness(sample, parameters.tail),
        last_new=sample.last_new,
        run_without_new=sample.run_without_new,
        verdict=judge(Evidence(sample, share, more, rule), circumstances, parameters),
    )


def _curve(sample: Sample, orders: int) -> tuple[CurvePoint, ...]:
    means, deviations = mean_and_sd(sample)
    bounds = envelope(sample, orders=orders)
    shares = coverage_curve(sample)
    points, observed = [], 0
    for place, new in enumerate(sample.new):
        observed += new
        low, high = bounds[place]
        points.append(CurvePoint(place + 1, observed, new, means[place], deviations[place], shares[place], low, high))
    return tuple(points)
