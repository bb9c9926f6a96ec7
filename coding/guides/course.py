# SPDX-License-Identifier: GPL-3.0-or-later
"""The course of an interview along its guide: most questions come in order, some are skipped, any may come back.

What a turn may put is judged by all the other turns of its interview: the forward-backward algorithm over the question
last put, whose steps prefer the next question and exclude none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_LEAP = 1.0  # how fast a step grows unlikely: e times less for each question skipped or gone back
_ANYWHERE = 0.05  # share of the steps that follow no order
_SUREST, _FAINTEST = 12, -30  # bounds of the log odds


def expected(odds: Numbers) -> Numbers:
    """For each turn of an interview (rows) and question of the guide: the logarithm of how much likelier the question
    is there than anywhere, given the other turns. ``odds`` are the log odds that the turn puts it, whatever the
    order."""
    turns, questions = odds.shape
    weight, step = np.exp(np.clip(odds, _FAINTEST, _SUREST)), _steps(questions)
    come = np.zeros((turns + 1, questions + 1))  # what was put last before each turn; the last column: nothing yet
    come[0, questions] = 1
    for at in range(turns):
        come[at + 1] = come[at]
        come[at + 1, :questions] += come[at] @ step * weight[at]
        come[at + 1] /= come[at + 1].sum()
    left = np.ones(questions + 1)  # how well what follows the turn agrees with each state
    found = np.zeros_like(weight)
    for at in range(turns - 1, -1, -1):
        found[at] = (come[at] @ step) * left[:questions] / (come[at] @ left)
        left = left + step @ (weight[at] * left[:questions])
        left /= left.mean()
    logarithms: Numbers = np.log(found + 1e-12)
    return logarithms


def _steps(questions: int) -> Numbers:
    """From the question last put (rows; the last: none yet) to the next: likelihood over that of chance."""
    leap = np.abs(np.arange(questions)[None, :] - np.append(np.arange(questions), -1)[:, None] - 1)
    orderly = np.exp(-_LEAP * leap)
    orderly /= orderly.sum(axis=1, keepdims=True)
    steps: Numbers = questions * ((1 - _ANYWHERE) * orderly + _ANYWHERE / questions)
    return steps
