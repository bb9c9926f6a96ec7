# SPDX-License-Identifier: GPL-3.0-or-later
"""What the status would be by other choices: other thresholds, one at a time, and other orders of the interviews.

A status rests on conventions; whoever reads it must see whether another usual convention would give another one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from coding.saturation.block import Measure
from coding.saturation.incidence import Incidence
from coding.saturation.parameters import Parameters
from coding.saturation.stopping import GRID_BASES, GRID_RUNS, guest
from coding.saturation.verdict import Circumstances, Evidence, Status, judge

# the values found in the literature and in reports, around the usual ones (SPEC, «Status»)
VALUES: dict[str, tuple[float, ...]] = {
    "tail": (2, 3, 4, 5),
    "coverage_min": (0.90, 0.95, 0.99),
    "expected_max": (0.25, 0.5, 1.0),
    "few_codes": (2, 3, 4, 5),
    "non_response_max": (0.20, 1 / 3, 0.50),
}


@dataclass(frozen=True)
class Alternative:
    """The status by one other value. ``choice`` is a field of Parameters, or «base_run» with (base, run) as value;
    ``chosen`` marks the value in force."""

    choice: str
    value: float | tuple[int, int]
    status: Status
    chosen: bool


def alternatives(measure: Measure, circumstances: Circumstances, parameters: Parameters) -> tuple[Alternative, ...]:
    """The status of a theme by each usual value of each threshold, the others staying as they are.

    Base and run come first (Guest's grid: they decide how few interviews can be tested), then VALUES; the values in
    force are among them even when they are not usual.
    """
    def status(tried: Parameters) -> Status:
        found = measure.figures
        rule = guest(measure.sample.new, base=tried.base, run=tried.run, threshold=tried.threshold)
        evidence = Evidence(measure.sample, found.coverage, found.expected_new, rule)
        return judge(evidence, circumstances, tried).status

    pairs = sorted({(base, run) for base in GRID_BASES for run in GRID_RUNS} | {(parameters.base, parameters.run)})
    made = [Alternative("base_run", (base, run), status(replace(parameters, base=base, run=run)),
                        (base, run) == (parameters.base, parameters.run)) for base, run in pairs]
    for choice, usual in VALUES.items():
        now = getattr(parameters, choice)
        close = [value for value in usual if abs(value - now) > 1e-9]
        for value in sorted([*close, now]):
            tried = replace(parameters, **{choice: value})
            made.append(Alternative(choice, value, status(tried), value == now))
    return tuple(made)


def by_order(
    incidence: Incidence, theme: str | None, circumstances: Circumstances, parameters: Parameters, *,
    coverage: float | None, expected_new: float | None, orders: int = 200, seed: int = 1,
) -> dict[Status, float]:
    """The share of ``orders`` random orders of the interviews that give each status; the commonest first.

    ``coverage`` and ``expected_new`` are the figures of the theme (of all codes when None), which no order changes.
    Same seed, same answer.
    """
    draw = np.random.default_rng(seed)
    sample = incidence.whole() if theme is None else incidence.of_theme(theme)
    found: Counter[Status] = Counter()
    for _draw in range(orders):
        places = draw.permutation(sample.size)
        drawn = replace(sample, interviews=tuple(sample.interviews[place] for place in places),
                        present=sample.present[:, places], informative=sample.informative[places])
        rule = guest(drawn.new, base=parameters.base, run=parameters.run, threshold=parameters.threshold)
        found[judge(Evidence(drawn, coverage, expected_new, rule), circumstances, parameters).status] += 1
    return {status: count / orders for status, count in found.most_common()}
