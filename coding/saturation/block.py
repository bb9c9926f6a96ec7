# SPDX-License-Identifier: GPL-3.0-or-later
"""Block: every figure of one theme in a group, or of the whole group."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import accumulate
from typing import Any

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
class Figures:
    """What can be counted of a theme (``theme`` is None for the whole group) whatever the parameters. What cannot be
    computed is None.

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
    guest_grid: tuple[Guest, ...]
    francis: Francis
    batches: tuple[Batch, ...]
    last_new: int | None
    run_without_new: int | None


@dataclass(frozen=True)
class Block(Figures):
    """The figures of a theme in a group, or of the whole group, and what is said of them by some parameters."""

    guest: Guest
    order_robustness: OrderRobustness
    verdict: Verdict


@dataclass(frozen=True, eq=False)
class Measure:
    """A sample and its figures: what takes time, to be judged by any parameters in no time. ``standing`` is the sample
    in the order in which it was first measured, for what no order changes."""

    sample: Sample
    figures: Figures
    standing: Sample

    def judged(self, circumstances: Circumstances, parameters: Parameters) -> Block:
        """The verdict by these parameters, with the figures it rests on."""
        sample, found = self.sample, self.figures
        rule = guest(sample.new, base=parameters.base, run=parameters.run, threshold=parameters.threshold)
        return Block(
            **{field.name: getattr(found, field.name) for field in fields(Figures)},
            guest=rule,
            order_robustness=order_robustness(self.standing, parameters.tail),
            verdict=judge(Evidence(sample, found.coverage, found.expected_new, rule), circumstances, parameters),
        )


def measure(sample: Sample, *, orders: int, like: Measure | None = None) -> Measure:
    """All the figures of a sample. ``like``: the same interviews measured in another order; what does not depend on
    the order is taken from it."""
    if like is not None:
        return Measure(sample, replace(
            like.figures, names=sample.interviews, curve=_redrawn(sample, like.figures.curve), **_ordered(sample)),
            like.standing)
    figures = Figures(
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
        coverage=coverage(sample),
        expected_new=expected_new(sample),
        extrapolation=richness.extrapolation(sample),
        **_ordered(sample),
    )
    return Measure(sample, figures, sample)


def _ordered(sample: Sample) -> dict[str, Any]:
    """The figures that depend on the order of the interviews, but the curve."""
    return {
        "guest_grid": guest_grid(sample.new), "francis": francis(sample.new), "batches": batches(sample.new),
        "last_new": sample.last_new, "run_without_new": sample.run_without_new,
    }


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


def _redrawn(sample: Sample, curve: tuple[CurvePoint, ...]) -> tuple[CurvePoint, ...]:
    """A curve whose interviews come in another order."""
    seen = accumulate(sample.new)
    return tuple(replace(point, observed=observed, new=new)
                 for point, new, observed in zip(curve, sample.new, seen, strict=True))
