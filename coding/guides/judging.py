# SPDX-License-Identifier: GPL-3.0-or-later
"""From how near turns and questions are to how likely the one puts the other.

A logistic model: nearness, how it stands against the turn's other questions and the question's other turns, whether
the turn looks like a question, and the course of the interview. Its weights were fitted on six interviews led by a
questionnaire, marked by hand, on the sixteen of the sample and on two of tests/reference/guides.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coding.guides import course

Numbers = NDArray[np.float64]

WORDS, MEANING, NOTIONS = 3.05, 1.95, 2.15  # what each likeness is worth
_RIVAL, _ELSEWHERE = 0.8, 1.0  # what a better question for the turn costs, what a better turn for the question
_ASKS, _LONG, _ORDER, _NONE = 1.05, 0.95, 0.62, -3.65
_PUT, _MOST, _RARE = 0.6, 0.6, 0.67  # share of a guide that is put, highest share of turns that put some of it


def likely(near: Numbers, asks: Sequence[bool], lengths: Sequence[int], whose: Sequence[int]) -> Numbers:
    """The probability that each turn (rows) puts each question. ``near``: their likenesses, weighed; ``lengths``: the
    words of each turn; ``whose``: its interview."""
    odds = np.zeros_like(near)
    interviews = np.array(whose)
    turns = _ASKS * np.array(asks, float) + _LONG * np.log1p(np.array(lengths, float)) + _NONE
    for interview in np.unique(interviews):
        rows = interviews == interview
        own = near[rows]
        odds[rows] = (
            own + _RIVAL * (own - own.max(axis=1, keepdims=True)) + _ELSEWHERE * (own - own.max(axis=0))
            + turns[rows, None] + _chance(*own.shape))
        odds[rows] += _ORDER * course.expected(odds[rows])
    probability: Numbers = 1 / (1 + np.exp(-odds))
    return probability


def _chance(turns: int, questions: int) -> float:
    """The log odds of any turn putting any question, in an interview of so many turns."""
    share = min(_MOST, _PUT * questions / turns)
    return _RARE * float(np.log(share / (1 - share) / questions))
