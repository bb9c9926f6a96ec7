# SPDX-License-Identifier: GPL-3.0-or-later
"""How little the words of a passage resemble what was said before it in other interviews.

Words weigh by TF-IDF (``coding.tfidf``). A lexical figure: it misses paraphrase and calls long passages redundant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from coding.tfidf import Rows, weighed

NOBODY = -1
_WORD = re.compile(r"\b\w\w+\b")
_ROWS = 256  # passages compared at once: bounds the memory taken


@dataclass(frozen=True, eq=False)
class Compared:
    """A figure for each passage, in order. ``novelty`` (0–1) is 1 − the greatest cosine to an earlier passage of
    another interview, 1 where there is none; ``nearest`` is the place of that passage, NOBODY where there is none or
    where no word is shared."""

    novelty: NDArray[np.float64]
    nearest: NDArray[np.intp]


def plain_tokens(text: str) -> list[str]:
    """Words of two letters or more, in lower case (the default tokens of scikit-learn's vectorizers)."""
    return _WORD.findall(text.lower())


def compare(tokens: Sequence[Sequence[str]], interviews: Sequence[int]) -> Compared:
    """Compare each passage with those before it. ``tokens`` are the words of each passage, those of an interview
    following each other, ``interviews`` says whose each is; earlier is what stands before in these lists."""
    if len(tokens) != len(interviews):
        raise ValueError("expected one interview for each passage")
    rows, whose = weighed(tokens), np.asarray(interviews, dtype=np.intp)
    novelty = np.ones(len(tokens))
    nearest = np.full(len(tokens), NOBODY, dtype=np.intp)
    begin = 0
    for interview, run in groupby(interviews):
        end = begin + len(list(run))
        earlier = np.flatnonzero(whose[:begin] != interview)
        if earlier.size:
            for low in range(begin, end, _ROWS):
                high = min(low + _ROWS, end)
                alike = _cosines(rows, low, high, begin)[:, earlier]
                best = alike.argmax(axis=1)
                closest = alike[np.arange(high - low), best]
                novelty[low:high] = 1 - np.clip(closest, 0, 1)
                nearest[low:high] = np.where(closest > 0, earlier[best], NOBODY)
        begin = end
    return Compared(novelty, nearest)


def novelty(tokens: Sequence[Sequence[str]], interviews: Sequence[int]) -> NDArray[np.float64]:
    """The novelty of each passage (``compare``)."""
    return compare(tokens, interviews).novelty


def _cosines(rows: Rows, low: int, high: int, before: int) -> NDArray[np.float64]:
    """Rows [low, high) × rows [0, before), over the words of the former alone: others add nothing to a product."""
    own = np.unique(rows.words[rows.starts[low] : rows.starts[high]])
    return _dense(rows, low, high, own) @ _dense(rows, 0, before, own).T


def _dense(rows: Rows, low: int, high: int, columns: NDArray[np.intp]) -> NDArray[np.float64]:
    """Rows [low, high) over these words, which are in order."""
    first, last = rows.starts[low], rows.starts[high]
    words = rows.words[first:last]
    place = np.searchsorted(columns, words)
    known = place < len(columns)
    known[known] = columns[place[known]] == words[known]
    row_of = np.repeat(np.arange(high - low), np.diff(rows.starts[low : high + 1]))
    table = np.zeros((high - low, len(columns)))
    table[row_of[known], place[known]] = rows.weights[first:last][known]
    return table
