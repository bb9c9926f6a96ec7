# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage: the share of the occurrences that belong to codes already seen (Chao & Jost 2012, equations 4 and 12)."""

from __future__ import annotations

import numpy as np

from coding.saturation.accumulation import binomials, missed
from coding.saturation.sample import Sample


def coverage(sample: Sample) -> float | None:
    """C(T), between 0 and 1; None below two interviews or without any occurrence."""
    size, q1, q2 = sample.size, sample.held_by(1), sample.held_by(2)
    if size < 2 or not sample.occurrences:
        return None
    return 1 - q1 / sample.occurrences * weight(size, q1, q2)


def weight(size: int, q1: int, q2: int) -> float:
    """A, the part of the deficit 1 − C that is left when one more interview is made: (T−1)Q1 / ((T−1)Q1 + 2Q2); without
    any code held by two interviews, by Q1 − 1 in place of Q1 and one such code; 0 when no code is held by one alone,
    1 when a single one is."""
    if q1 == 0:
        return 0.0
    if q2:
        return (size - 1) * q1 / ((size - 1) * q1 + 2 * q2)
    return 1.0 if q1 == 1 else (size - 1) * (q1 - 1) / ((size - 1) * (q1 - 1) + 2)


def coverage_curve(sample: Sample) -> tuple[float | None, ...]:
    """C(t) for t = 1 … T; the last one is C(T)."""
    size, total = sample.size, sample.occurrences
    if size < 2 or not total:
        return (None,) * size
    codes = np.bincount(sample.spread, minlength=size + 1).tolist()
    weighted = [y * count for y, count in enumerate(codes)]
    others = binomials(size - 1)
    inner = [1 - missed(weighted, size, drawn) / (total * others[drawn]) for drawn in range(1, size)]
    return (*inner, coverage(sample))


def expected_new(sample: Sample) -> float | None:
    """Codes a further interview is expected to bring, (U/T)(1 − C)."""
    share = coverage(sample)
    return None if share is None else sample.occurrences / sample.size * (1 - share)
