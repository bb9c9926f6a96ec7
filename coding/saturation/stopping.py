# SPDX-License-Identifier: GPL-3.0-or-later
"""Stopping rules of the literature. They count new codes in the recorded order; none of them decides the status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GRID_BASES = (3, 4, 5, 6)
GRID_RUNS = (1, 2, 3)
GRID_THRESHOLDS = (0.05, 0.0)


@dataclass(frozen=True)
class Guest:
    """Guest, Namey & Chen 2020 for one base, run and threshold.

    ``ratios`` are new codes of the run / codes of the base, for k = base … N − run; None when N < base + run or
    the base holds no code. ``reached_at`` is the first k at or below the threshold; ``broken_at`` the first later
    interview at which a run exceeds it again.
    """

    base: int
    run: int
    threshold: float
    base_codes: int
    ratios: tuple[float, ...] | None
    reached_at: int | None
    broken_at: int | None

    @property
    def label(self) -> str | None:
        """«k+r», or None when the rule is not met."""
        return None if self.reached_at is None else f"{self.reached_at}+{self.run}"

    @property
    def tolerates_none(self) -> bool:
        """Whether the threshold amounts to no new code at all (a base under 20 codes at 5 %)."""
        return self.threshold * self.base_codes < 1


def guest(new: Sequence[int], *, base: int, run: int, threshold: float) -> Guest:
    """The rule applied to ``new``, the codes first seen in each interview."""
    size, held = len(new), sum(new[:base])
    if size < base + run or held == 0:
        return Guest(base, run, threshold, held, None, None, None)
    ratios = tuple(sum(new[k : k + run]) / held for k in range(base, size - run + 1))
    met = next((place for place, ratio in enumerate(ratios) if ratio <= threshold), None)
    if met is None:
        return Guest(base, run, threshold, held, ratios, None, None)
    broken = next((place for place in range(met, len(ratios)) if ratios[place] > threshold), None)
    return Guest(base, run, threshold, held, ratios, base + met, None if broken is None else base + broken + run)


def guest_grid(new: Sequence[int]) -> tuple[Guest, ...]:
    """The rule over bases 3–6 × runs 1–3 × thresholds 5 % and 0 %."""
    return tuple(
        guest(new, base=base, run=run, threshold=threshold)
        for base in GRID_BASES
        for run in GRID_RUNS
        for threshold in GRID_THRESHOLDS
    )


@dataclass(frozen=True)
class Francis:
    """Francis et al. 2010: the first interview, after the initial sample, that ends a run without a new code."""

    initial: int
    stopping: int
    reached_at: int | None


def francis(new: Sequence[int], *, initial: int = 10, stopping: int = 3) -> Francis:
    """First n ≥ initial + stopping whose last ``stopping`` interviews brought nothing; None when no code was seen."""
    places = range(initial + stopping, len(new) + 1) if any(new) else range(0)
    reached = next((n for n in places if not any(new[n - stopping : n])), None)
    return Francis(initial, stopping, reached)


@dataclass(frozen=True)
class Batch:
    """Codes created in a batch of interviews (1-based places), to be read over ``total``, the codes of them all.
    ``size`` is how many interviews a batch has; the last one may hold fewer."""

    first: int
    last: int
    new: int
    total: int
    size: int


def batches(new: Sequence[int], size: int = 6) -> tuple[Batch, ...]:
    """Guest, Bunce & Johnson 2006: codes created per batch of interviews; the last batch may be shorter."""
    return tuple(
        Batch(start + 1, min(start + size, len(new)), sum(new[start : start + size]), sum(new), size)
        for start in range(0, len(new), size)
    )
