# SPDX-License-Identifier: GPL-3.0-or-later
"""Guest's rule over random orders of the interviews: where it would have been met, had they come otherwise.

Guest, Namey & Chen (2020) draw orders with replacement (bootstrap); here they are permutations of the interviews
held, since none was held twice.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coding.saturation.accumulation import FEW, arrivals
from coding.saturation.sample import Sample


@dataclass(frozen=True)
class GuestOrders:
    """``share`` of the ``orders`` in which the rule is met at all; among these, the 5 %, 50 % and 95 % quantiles of k
    (interviews before the run), and the median share of the codes then seen. None where no order meets it. ``every``:
    these are all the orders there are."""

    base: int
    run: int
    threshold: float
    orders: int
    every: bool
    share: float
    low: int | None
    median: float | None
    high: int | None
    seen: float | None


def guest_orders(
    sample: Sample, *, base: int, run: int, threshold: float, orders: int = 10_000, seed: int = 1
) -> GuestOrders | None:
    """Guest's rule over random orders (all of them when T ≤ 7); None when T < base + run or no code was seen."""
    size = sample.size
    if size < base + run or not sample.seen:
        return None
    met, seen, drawn = [], [], 0
    for new in arrivals(sample, orders=orders, seed=seed):
        drawn += new.shape[1]
        reached = np.vstack([np.zeros((1, new.shape[1]), dtype=np.int64), new.cumsum(axis=0)])
        sums = reached[base + run :] - reached[base : size - run + 1]
        held = reached[base]
        under = (sums <= threshold * held + 1e-12) & (held > 0)
        found = np.flatnonzero(under.any(axis=0))
        k = base + under.argmax(axis=0)[found]
        met.append(k)
        seen.append(reached[k, found] / sample.seen)
    places, shares, rule = np.concatenate(met), np.concatenate(seen), (base, run, threshold, drawn, size <= FEW)
    if not places.size:
        return GuestOrders(*rule, 0.0, None, None, None, None)
    low, high = (int(np.quantile(places, level, method="inverted_cdf")) for level in (0.05, 0.95))
    return GuestOrders(*rule, places.size / drawn, low, float(np.median(places)), high, float(np.median(shares)))
