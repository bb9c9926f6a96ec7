# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning: what further interviews may be expected to bring, were they like those made.

With A the part of the coverage deficit that one interview more leaves (``coverage.weight``), e the codes expected at
the next interview and C the coverage: after t more interviews, the codes expected at the one after are e·Aᵗ, those
gained in all e·(1 − Aᵗ)/(1 − A), and the coverage is 1 − (1 − C)·Aᵗ. These are the estimators of Chao & Jost 2012
(equation 12, for incidences) and of Chao et al. 2014 (q = 0) and Colwell et al. 2012 (equation 18), by Chao2; the
first step is e itself. They hold up to twice the interviews made, no further.
"""

from __future__ import annotations

from dataclasses import dataclass

from coding.saturation.block import Block
from coding.saturation.coverage import weight
from coding.saturation.parameters import Parameters
from coding.saturation.verdict import Reason, Status, reason

STEPS = (1, 2, 3, 5, 10)


@dataclass(frozen=True)
class Step:
    """After ``more`` interviews than were made: codes gained in all, coverage, codes expected at the one after."""

    more: int
    gained: float
    coverage: float
    expected_new: float


@dataclass(frozen=True)
class Plan:
    """What may be expected of further interviews in a theme, or in the whole group (``theme`` None).

    ``refusals`` say why nothing is: there are then no steps. ``steps`` are those of STEPS that stand, ``beyond`` those
    past twice the interviews. ``until_expected`` and ``until_coverage``: the fewest further interviews after which
    fewer than ``expected_max`` codes are expected at the next one, and ``coverage_min`` is reached; 0 when that is so
    already, None when it is not so by twice the interviews made. ``quiet``: how many informative interviews without a
    new code the status still wants.
    """

    theme: str | None
    interviews: int
    codes: int
    expected_max: float
    coverage_min: float
    refusals: tuple[Reason, ...] = ()
    steps: tuple[Step, ...] = ()
    beyond: tuple[int, ...] = ()
    until_expected: int | None = None
    until_coverage: int | None = None
    quiet: int = 0

    @property
    def complete(self) -> bool:
        """Whether the estimate expects nothing more: no code is held by one interview alone."""
        return bool(self.steps) and not self.steps[-1].gained


def plan(block: Block, parameters: Parameters) -> Plan:
    """What further interviews may bring to a theme, or to the whole group."""
    at = (block.theme, block.interviews, block.codes, parameters.expected_max, parameters.coverage_min)
    refusals = _refusals(block, parameters)
    if refusals:
        return Plan(*at, refusals)
    steps = [step(block, more) for more in range(block.interviews + 1)]
    return Plan(
        *at, (), tuple(steps[more] for more in STEPS if more <= block.interviews),
        tuple(more for more in STEPS if more > block.interviews),
        next((one.more for one in steps if one.expected_new < parameters.expected_max), None),
        next((one.more for one in steps if one.coverage >= parameters.coverage_min), None),
        max(parameters.tail - (block.run_without_new or 0), 0),
    )


def step(block: Block, more: int) -> Step:
    """The estimate for a number of further interviews. The block has a coverage, and A < 1 in it."""
    assert block.coverage is not None
    assert block.expected_new is not None
    left = weight(block.interviews, block.q1, block.q2)
    return Step(more, block.expected_new * (1 - left**more) / (1 - left), 1 - (1 - block.coverage) * left**more,
                block.expected_new * left**more)


def _refusals(block: Block, parameters: Parameters) -> tuple[Reason, ...]:
    needed = parameters.base + parameters.run
    if block.verdict.status is Status.NOT_DECLARABLE:
        return (reason("not_declarable"),)
    if block.informative < needed:
        return (reason("few_interviews", informative=block.informative, needed=needed),)
    if block.codes < 2 or block.coverage is None:
        return (reason("too_few_codes", codes=block.codes),)
    return (reason("single"),) if (block.q1, block.q2) == (1, 0) else ()
