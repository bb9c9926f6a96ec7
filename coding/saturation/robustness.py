# SPDX-License-Identifier: GPL-3.0-or-later
"""Order robustness: had the interviews come in another order, would the last ones have brought a new code?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import comb

from coding.saturation.sample import Sample

_MOST_SUBSETS = 200_000


@dataclass(frozen=True)
class OrderRobustness:
    """Share of the orders in which the last ``run`` interviews bring no new code; None when not computed."""

    run: int
    share: float | None


@lru_cache(maxsize=256)
def order_robustness(sample: Sample, run: int) -> OrderRobustness:
    """The exact share of the subsets of ``run`` interviews that hold no code's whole occurrence set.

    None when there are fewer interviews than ``run``, when no code was seen, or when a long run among many rare
    codes would take too many subsets to count (beyond 200,000; never for runs up to 3 and 100 interviews).
    """
    size = sample.size
    if size < run or not sample.seen:
        return OrderRobustness(run, None)
    rare = {sum(1 << int(column) for column in row.nonzero()[0]) for row in sample.present[sample.spread <= run]}
    unique = _union({mask for mask in rare if mask.bit_count() == 1})
    sets = {mask for mask in rare if mask.bit_count() > 1 and not mask & unique}
    bound = _union(sets)
    free = size - unique.bit_count() - bound.bit_count()
    if comb(bound.bit_count(), run - 1) > _MOST_SUBSETS:
        return OrderRobustness(run, None)
    good = sum(comb(free, run - chosen) * count for chosen, count in enumerate(_counts(bound, sets, run)))
    return OrderRobustness(run, good / comb(size, run))


def _union(masks: set[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


def _counts(bound: int, sets: set[int], run: int) -> list[int]:
    """How many subsets of each size 0 … run of the interviews ``bound`` contain none of ``sets``."""
    holding = {bit: [mask for mask in sets if mask & bit] for bit in _bits(bound)}
    counts = [1] + [0] * run

    def extend(chosen: int, allowed: int, taken: int) -> None:
        counts[taken + 1] += allowed.bit_count()
        if taken + 1 == run:
            return
        for bit in _bits(allowed):
            allowed ^= bit
            grown = chosen | bit
            left = (mask & ~grown for mask in holding[bit])
            extend(grown, allowed & ~_union({rest for rest in left if rest.bit_count() == 1}), taken + 1)

    if run:
        extend(0, bound, 0)
    return counts
