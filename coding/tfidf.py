# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts as weighed words: TF-IDF with smoothed inverse document frequencies and unit length (Salton & Buckley, 1988,
with the smoothing of scikit-learn's TfidfVectorizer, whose defaults these are): weight = count × (ln((1 + n) / (1 +
df)) + 1), n texts of which df hold the word; the row is then divided by its Euclidean length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Rows(NamedTuple):
    """A sparse matrix, texts × words: the words and weights of row i stand at [starts[i], starts[i + 1]). ``names``
    are the words by their numbers."""

    starts: NDArray[np.intp]
    words: NDArray[np.intp]
    weights: NDArray[np.float64]
    names: tuple[str, ...]


def weighed(tokens: Sequence[Sequence[str]]) -> Rows:
    """TF-IDF rows of length 1, from the words of each text; a text without words has an empty row."""
    place: dict[str, int] = {}
    numbers = [place.setdefault(word, len(place)) for word in chain.from_iterable(tokens)]
    row_of = np.repeat(np.arange(len(tokens), dtype=np.intp), [len(words) for words in tokens])
    cells, counts = np.unique(row_of * max(len(place), 1) + np.array(numbers, dtype=np.intp), return_counts=True)
    rows, words = np.divmod(cells, max(len(place), 1))
    holding = np.bincount(words, minlength=len(place))
    weights = counts * (np.log((1 + len(tokens)) / (1 + holding)) + 1)[words]
    length = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(tokens)))
    starts = np.searchsorted(rows, np.arange(len(tokens) + 1))
    return Rows(starts, words, weights / length[rows], tuple(place))
