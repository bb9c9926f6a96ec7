# SPDX-License-Identifier: GPL-3.0-or-later
"""What the status would be by other choices: other thresholds, one at a time, and other orders of the interviews.

A status rests on conventions; whoever reads it must see whether another usual convention would give another one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import compress

from coding.saturation.block import Measure
from coding.saturation.parameters import Parameters
from coding.saturation.robustness import order_robustness
from coding.saturation.stopping import GRID_BASES, GRID_RUNS, guest
from coding.saturation.verdict import Circumstances, Evidence, Status, judge, run_met

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


def by_order(measure: Measure, circumstances: Circumstances, parameters: Parameters) -> dict[Status, float]:
    """The exact share of all orders of the interviews in which each status would be given; the commonest first.

    An order decides only whether the last ``tail`` informative interviews bring a new code; as the others hold no
    code, the share is ``order_robustness`` among informative ones. Empty where its subsets are too many to count.
    """
    sample, found = measure.sample, measure.figures
    rule = guest(sample.new, base=parameters.base, run=parameters.run, threshold=parameters.threshold)
    evidence = Evidence(sample, found.coverage, found.expected_new, rule)
    now = judge(evidence, circumstances, parameters).status
    if now in (Status.NOT_DECLARABLE, Status.NOT_TESTABLE):
        return {now: 1.0}
    told = replace(sample, interviews=tuple(compress(sample.interviews, sample.informative)),
                   present=sample.present[:, sample.informative], informative=sample.informative[sample.informative])
    met = order_robustness(told, parameters.tail).share if told.size >= parameters.tail else 0.0
    if met is None:
        return {}
    shares = Counter({run_met(evidence, circumstances, parameters): met, Status.NOT_SATURATED: 1 - met})
    return {status: share for status, share in shares.most_common() if share}
