# SPDX-License-Identifier: GPL-3.0-or-later
"""Accumulation of codes over interviews: the mean and the spread over all orders (sample-based rarefaction).

Mean: Mao Tau (Colwell, Mao & Chang 2004). Variance: the exact variance over all T! orders, from pairs of codes
(SPEC, «Order envelope»); sums of binomials are kept as whole numbers, so that nothing cancels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

import numpy as np
import numpy.typing as npt

from coding.saturation.sample import Sample

FEW = 7  # interviews of which every order is tried
_BLOCK = 2_000


@lru_cache(maxsize=512)
def binomials(total: int) -> tuple[int, ...]:
    """C(total, n) for n = 0 … total."""
    row = [1]
    for n in range(total):
        row.append(row[-1] * (total - n) // (n + 1))
    return tuple(row)


def missed(histogram: list[int], size: int, drawn: int) -> int:
    """Σ_y histogram[y]·C(size − y, drawn): draws of ``drawn`` interviews that miss a set of y, summed over the sets."""
    return sum(count * binomials(size - y)[drawn] for y, count in enumerate(histogram[: size - drawn + 1]) if count)


def mean_and_sd(sample: Sample) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """S(n) and its standard deviation over all orders, for n = 1 … T interviews."""
    size, spread = sample.size, sample.spread
    holds = sample.present.astype(np.float64)
    together = (holds @ holds.T).astype(np.int64)
    either = spread[:, None] + spread[None, :] - together
    single = np.bincount(spread, minlength=size + 1).tolist()
    pairs = np.bincount(either.ravel(), minlength=size + 1).tolist()
    means, deviations = [], []
    for drawn in range(1, size + 1):
        draws = binomials(size)[drawn]
        unseen = missed(single, size, drawn)
        means.append((sample.seen * draws - unseen) / draws)
        deviations.append(math.sqrt((missed(pairs, size, drawn) * draws - unseen**2) / draws**2))
    return tuple(means), tuple(deviations)


@lru_cache(maxsize=8)
def _ranks(size: int, orders: int, seed: int) -> npt.NDArray[np.uint16]:
    """The place (0-based) of each interview in each order: size × orders; every order there is when size ≤ 7."""
    if size <= FEW:
        return np.array(list(permutations(range(size))), dtype=np.uint16).T
    places = np.tile(np.arange(size, dtype=np.uint16), (orders, 1))
    shuffled = np.random.default_rng(seed).permuted(places, axis=1)
    return np.ascontiguousarray(shuffled.T)


def arrivals(sample: Sample, *, orders: int, seed: int) -> Iterator[npt.NDArray[np.int64]]:
    """New codes by place in random orders (all orders when T ≤ 7), in blocks: arrays of T × the orders of the block."""
    size = sample.size
    ranks = _ranks(size, orders, seed)
    holders = [np.flatnonzero(row) for row in sample.present]
    for start in range(0, ranks.shape[1], _BLOCK):
        block = ranks[:, start : start + _BLOCK]
        width = block.shape[1]
        new = np.zeros(size * width, dtype=np.int64)
        if holders:
            first = np.stack([block[rows].min(axis=0) for rows in holders]).astype(np.int64)
            new = np.bincount((first * width + np.arange(width)).ravel(), minlength=size * width)
        yield new.reshape(size, width)


def envelope(sample: Sample, *, orders: int = 10_000, seed: int = 1) -> tuple[tuple[int, int], ...]:
    """For n = 1 … T, the 2.5 % and 97.5 % quantiles of the codes seen after n interviews over random orders.

    A quantile is the least number of codes reached by at least that share of the orders. Same seed, same answer.
    """
    size, seen = sample.size, sample.seen
    if not size:
        return ()
    reached = np.zeros(size * (seen + 1), dtype=np.int64)
    step = np.arange(size)[:, None] * (seen + 1)
    drawn = 0
    for new in arrivals(sample, orders=orders, seed=seed):
        reached += np.bincount((new.cumsum(axis=0) + step).ravel(), minlength=reached.size)
        drawn += new.shape[1]
    shares = reached.reshape(size, seen + 1).cumsum(axis=1) / drawn
    low, high = ((shares >= level - 1e-12).argmax(axis=1).tolist() for level in (0.025, 0.975))
    return tuple(zip(low, high, strict=True))
