# SPDX-License-Identifier: GPL-3.0-or-later
"""How little the words of a passage resemble what was said before it in other interviews.

Words weigh by TF-IDF with smoothed inverse document frequencies and unit length (Salton & Buckley, 1988, with the
smoothing of scikit-learn's TfidfVectorizer, whose defaults these are): weight = count × (ln((1 + n) / (1 + df)) + 1),
n passages of which df hold the word; the row is then divided by its Euclidean length. A lexical figure: it misses
paraphrase and calls long passages redundant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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


class _Rows(NamedTuple):
    """A sparse matrix, passages × words: the words and weights of row i stand at [starts[i], starts[i + 1])."""

    starts: NDArray[np.intp]
    words: NDArray[np.intp]
    weights: NDArray[np.float64]


def plain_tokens(text: str) -> list[str]:
    """Words of two letters or more, in lower case (the default tokens of scikit-learn's vectorizers)."""
    return _WORD.findall(text.lower())


def compare(tokens: Sequence[Sequence[str]], interviews: Sequence[int]) -> Compared:
    """Compare each passage with those before it. ``tokens`` are the words of each passage, those of an interview
    following each other, ``interviews`` says whose each is; earlier is what stands before in these lists."""
    if len(tokens) != len(interviews):
        raise ValueError("expected one interview for each passage")
    rows, whose = _weighed(tokens), np.asarray(interviews, dtype=np.intp)
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


def _weighed(tokens: Sequence[Sequence[str]]) -> _Rows:
    """TF-IDF rows of length 1; a passage without words has an empty row."""
    place: dict[str, int] = {}
    numbers = [place.setdefault(word, len(place)) for word in chain.from_iterable(tokens)]
    row_of = np.repeat(np.arange(len(tokens), dtype=np.intp), [len(words) for words in tokens])
    cells, counts = np.unique(row_of * max(len(place), 1) + np.array(numbers, dtype=np.intp), return_counts=True)
    rows, words = np.divmod(cells, max(len(place), 1))
    holding = np.bincount(words, minlength=len(place))
    weights = counts * (np.log((1 + len(tokens)) / (1 + holding)) + 1)[words]
    length = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(tokens)))
    starts = np.searchsorted(rows, np.arange(len(tokens) + 1))
    return _Rows(starts, words, weights / length[rows])


def _cosines(rows: _Rows, low: int, high: int, before: int) -> NDArray[np.float64]:
    """Rows [low, high) × rows [0, before), over the words of the former alone: others add nothing to a product."""
    own = np.unique(rows.words[rows.starts[low] : rows.starts[high]])
    return _dense(rows, low, high, own) @ _dense(rows, 0, before, own).T


def _dense(rows: _Rows, low: int, high: int, columns: NDArray[np.intp]) -> NDArray[np.float64]:
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
