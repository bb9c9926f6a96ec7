# SPDX-License-Identifier: GPL-3.0-or-later
"""Richness: how many codes there would be, seen or not. All are lower bounds or rough guides, never a ceiling.

Chao2 and its variance: Chao 1987, in the forms of EstimateS and SpadeR; jackknives: Burnham & Overton 1978, with the
standard error of Heltshe & Forrester 1983; bootstrap: Smith & van Belle 1984; ICE: Lee & Chao 1994, cut at 10.
T < 2 or no code seen: nothing can be estimated, every answer is None.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from coding.saturation.sample import Sample

_INFREQUENT = 10


@dataclass(frozen=True)
class Estimate:
    """An estimated number of codes, its standard error, and its 95 % log-normal interval where there is one."""

    estimate: float | None = None
    se: float | None = None
    low: float | None = None
    high: float | None = None


def _estimable(sample: Sample) -> bool:
    return sample.size >= 2 and sample.seen > 0


def _with_interval(seen: int, estimate: float, variance: float) -> Estimate:
    """S + D/K … S + D·K with K = exp(1.96·√ln(1 + var/D²)); no interval when D = estimate − S is nil."""
    variance = max(variance, 0.0)
    beyond = estimate - seen
    if beyond <= 0:
        return Estimate(estimate, math.sqrt(variance))
    factor = math.exp(1.96 * math.sqrt(math.log(1 + variance / beyond**2)))
    return Estimate(estimate, math.sqrt(variance), seen + beyond / factor, seen + beyond * factor)


def chao2(sample: Sample) -> Estimate:
    """Chao2, the estimated minimum number of codes, in its classic form."""
    if not _estimable(sample):
        return Estimate()
    seen, k, q1, q2 = sample.seen, 1 - 1 / sample.size, sample.held_by(1), sample.held_by(2)
    if q2:
        ratio = q1 / q2
        variance = q2 * (k * ratio**2 / 2 + k**2 * ratio**3 + k**2 * ratio**4 / 4)
        return _with_interval(seen, seen + k * q1**2 / (2 * q2), variance)
    # From whole numbers first, so that Q1 ≤ 1 gives S itself and no interval.
    estimate = seen + k * (q1 * (q1 - 1) / 2)
    variance = k * q1 * (q1 - 1) / 2 + k**2 * q1 * (2 * q1 - 1) ** 2 / 4 - k**2 * q1**4 / (4 * estimate)
    return _with_interval(seen, estimate, variance)


def chao2_bias_corrected(sample: Sample) -> Estimate:
    """Chao2 in its bias-corrected form."""
    if not _estimable(sample):
        return Estimate()
    seen, k, q1, q2 = sample.seen, 1 - 1 / sample.size, sample.held_by(1), sample.held_by(2)
    pairs = q1 * (q1 - 1)
    variance = (
        k * pairs / (2 * (q2 + 1))
        + k**2 * q1 * (2 * q1 - 1) ** 2 / (4 * (q2 + 1) ** 2)
        + k**2 * q1**2 * q2 * (q1 - 1) ** 2 / (4 * (q2 + 1) ** 4)
    )
    return _with_interval(seen, seen + k * pairs / (2 * (q2 + 1)), variance)


def jackknife1(sample: Sample) -> Estimate:
    """First-order jackknife; se² = (T−1)/T·(Σ u_j² − Q1²/T), u_j = codes found in interview j alone."""
    if not _estimable(sample):
        return Estimate()
    k, q1 = 1 - 1 / sample.size, sample.held_by(1)
    alone = sample.present[sample.spread == 1].sum(axis=0, dtype=np.int64)
    variance = k * (int((alone**2).sum()) - q1**2 / sample.size)
    return Estimate(sample.seen + q1 * k, math.sqrt(max(variance, 0.0)))


def jackknife2(sample: Sample) -> float | None:
    """Second-order jackknife; None when it falls below the codes seen, where it means nothing."""
    if not _estimable(sample):
        return None
    size, q1, q2 = sample.size, sample.held_by(1), sample.held_by(2)
    estimate = sample.seen + q1 * (2 * size - 3) / size - q2 * (size - 2) ** 2 / (size * (size - 1))
    return estimate if estimate >= sample.seen else None


def bootstrap(sample: Sample) -> float | None:
    """S + Σ(1 − Y_i/T)^T."""
    if not _estimable(sample):
        return None
    return sample.seen + float(((1 - sample.spread / sample.size) ** sample.size).sum())


def ice(sample: Sample) -> float | None:
    """Incidence-based coverage estimator; None when every infrequent code is unique (its coverage is nil)."""
    if not _estimable(sample):
        return None
    infrequent = sample.spread <= _INFREQUENT
    spread = sample.spread[infrequent]
    rare, total, q1 = int(spread.size), int(spread.sum()), sample.held_by(1)
    if not rare:
        return float(sample.seen)
    if q1 == total:
        return None
    share = 1 - q1 / total
    holding = int(sample.present[infrequent].any(axis=0).sum())
    pairs = int((spread * (spread - 1)).sum())
    heterogeneity = max(rare / share * holding / (holding - 1) * pairs / total**2 - 1, 0.0)
    return sample.seen - rare + rare / share + q1 / share * heterogeneity


def extrapolation(sample: Sample) -> tuple[tuple[int, float], ...] | None:
    """(n, expected codes) for n = T+1 … 2T interviews; None when Chao2 sees nothing beyond the codes seen.

    S + q0[1 − (1 − Q1/(T·q0 + Q1))^t*] (Chao et al. 2014, q = 0), q0 = Chao2 − S.
    """
    minimum = chao2(sample).estimate
    if minimum is None or minimum <= sample.seen:
        return None
    size, unseen, q1 = sample.size, minimum - sample.seen, sample.held_by(1)
    kept = 1 - q1 / (size * unseen + q1)
    return tuple((size + more, sample.seen + unseen * (1 - kept**more)) for more in range(1, size + 1))
