# SPDX-License-Identifier: GPL-3.0-or-later
"""How near the words of a turn come to those of a question, whatever the wording.

A question's words are sought in each stretch of a turn: shared lemmas count whole, near synonyms and words of the same
family in part, and rare words more than frequent ones (idf over all wordings and turns). What the question is about
besides (its section, its theme) may stand for words that are missing. The score is the F-measure of what the stretch
says of the question and what it says besides. Besides, turns and questions are compared by what they mean as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coding.fold import fold
from coding.guides.lemmas import Word
from coding.guides.notions import Numbers, unit

RECALL = 2.0  # how much more the question's own words count than those said besides
NEAR = 0.6  # cosine from which two words mean about the same
SYNONYM, FAMILY = 0.8, 0.85  # what such a word is worth, times the cosine; what one of the same family is
NARROWEST = 4  # words of the shortest stretch, unless the turn is shorter
TELLING = 0.8  # what a turn without any sign of a question is worth
ABOUT = 0.6  # what a word of the section or theme is worth
FAINT = 0.3
_STEM = 5
_ASKS = re.compile(
    r"\?|est[- ]ce|\bqu(?:e|'|el|els|elle|elles|i|and)\b|\bcomment\b|\bcombien\b|\bpourquoi\b|\bou\b"
    r"|-(?:vous|t-il|t-elle|t-on|il|elle|on|tu|ce|ils|elles)\b|\bracont|\bparle[zr]|\bdecri|\bexpliqu"
    r"|\b(?:what|how|why|who|when|where|which|tell)\b")


@dataclass(frozen=True)
class Near:
    """A turn and a question, both by index: how near they are, 0 to 1, and the turn's words [first, last] that make
    it so."""

    turn: int
    question: int
    score: float
    first: int
    last: int


@dataclass(frozen=True)
class Wording:
    """One way to put a question, by index: its words, those that say what it is about, and what to make of it."""

    question: int
    words: Sequence[Word]
    about: Sequence[Word] = ()
    trust: float = 1.0
    text: str = ""


@dataclass(frozen=True)
class Spoken:
    """A turn: its words and those of them that carry meaning."""

    text: str
    words: Sequence[Word]


def asks(text: str) -> bool:
    """Whether a turn bears a sign of a question."""
    return bool(_ASKS.search(fold(text)))


class Comparison:
    """Wordings of questions and turns, their lemmas weighed. ``directions`` gives the meaning of each lemma of
    ``lemmas``."""

    def __init__(self, wordings: Sequence[Wording], turns: Sequence[Spoken], lemmas: Sequence[str],
                 directions: Numbers) -> None:
        self._wordings, self._turns, self._directions = wordings, turns, directions
        self._at = {lemma: place for place, lemma in enumerate(lemmas)}
        self._weight = _rarity([*(one.words for one in wordings), *(turn.words for turn in turns)], self._at)
        asked = sorted({word.lemma for one in wordings for word in (*one.words, *one.about)})
        self._alike = _alike(asked, lemmas, directions, self._at)
        row = {lemma: place for place, lemma in enumerate(asked)}
        self._sought = [_Sought(one, row, self._weight, self._at) for one in wordings if one.words]

    def meaning(self) -> Numbers:
        """How near each turn (rows) comes to each wording in what it means as a whole: the cosine of their mean
        directions, less what all turns, or all wordings, have in common."""
        said = self._mean([one.words for one in self._turns])
        asked = self._mean([(*one.words, *one.about) for one in self._wordings])
        return unit(said - said.mean(axis=0)) @ unit(asked - asked.mean(axis=0)).T

    def _mean(self, texts: Sequence[Sequence[Word]]) -> Numbers:
        means = np.zeros((len(texts), self._directions.shape[1]), np.float32)
        for row, words in enumerate(texts):
            places = [self._at[word.lemma] for word in words]
            if places:
                means[row] = np.average(self._directions[places], axis=0, weights=self._weight[places])
        return means

    def nearest(self, turn: int) -> Iterator[Near]:
        """The questions that a turn may put, each at its best stretch, in its nearest wording."""
        spoken = self._turns[turn]
        places = np.array([self._at[word.lemma] for word in spoken.words], int)
        if not places.size:
            return
        sign = 1.0 if asks(spoken.text) else TELLING
        alike, weight = self._alike[:, places], self._weight[places]
        best: dict[int, Near] = {}
        for sought in self._sought:
            score, first, last = sought.best_stretch(alike[sought.rows], weight)
            score *= sign * sought.trust
            if score > (best[sought.question].score if sought.question in best else FAINT):
                best[sought.question] = Near(turn, sought.question, score, first, last)
        yield from best.values()


class _Sought:
    """A wording ready to be sought: the rows of its words, their weights, and the sum that makes it whole."""

    def __init__(self, wording: Wording, row: Mapping[str, int], weight: Numbers, at: Mapping[str, int]) -> None:
        own = [word.lemma for word in wording.words]
        about = sorted({word.lemma for word in wording.about} - set(own))
        self.question, self.trust = wording.question, wording.trust
        self.rows = np.array([row[lemma] for lemma in (*own, *about)], int)
        self._worth = weight[[at[lemma] for lemma in (*own, *about)]] * np.array(
            [1.0] * len(own) + [ABOUT] * len(about), np.float32)
        self._counts = np.array([1.0] * len(own) + [ABOUT * SYNONYM] * len(about), np.float32)[:, None]
        self._whole = float(self._worth[: len(own)].sum())
        self._size = 2 * len(own) + NARROWEST

    def best_stretch(self, alike: Numbers, weight: Numbers) -> tuple[float, int, int]:
        """The F-measure of the best run of words, and where it begins and ends. ``alike``: wording's words × turn's."""
        best = (0.0, 0, 0)
        if float(self._worth @ alike.max(axis=1)) < FAINT * self._whole:
            return best
        said = (alike * self._counts).max(axis=0)
        narrowest = min(NARROWEST, len(said))
        for first in range(len(said) - narrowest + 1):
            if said[first] <= 0 and first < len(said) - narrowest:
                continue
            part = slice(first, first + self._size)
            recall = np.minimum(1, self._worth @ np.maximum.accumulate(alike[:, part], axis=1) / self._whole)
            precision = np.cumsum(said[part] * weight[part]) / np.cumsum(weight[part])
            measure = (1 + RECALL) * precision * recall / (RECALL * precision + recall + 1e-9)
            last = narrowest - 1 + int(measure[narrowest - 1 :].argmax())
            if measure[last] > best[0]:
                best = float(measure[last]), first, first + last
        return best


def exclusive(found: Sequence[Near]) -> list[Near]:
    """Of what one turn may put, what its words say once: the same words put one question, the nearest."""
    kept: list[Near] = []
    for near in sorted(found, key=lambda one: -one.score):
        half = (near.last - near.first + 1) / 2
        if all(min(near.last, other.last) - max(near.first, other.first) + 1 <= half for other in kept):
            kept.append(near)
    return kept


def _rarity(texts: Sequence[Sequence[Word]], at: Mapping[str, int]) -> Numbers:
    counts = Counter(lemma for words in texts for lemma in {word.lemma for word in words})
    return np.array([np.log1p(len(texts) / max(1, counts[lemma])) for lemma in at], np.float32)


def _alike(asked: Sequence[str], lemmas: Sequence[str], directions: Numbers, at: Mapping[str, int]) -> Numbers:
    """What each lemma is worth for each lemma of a question."""
    cosine = directions[[at[lemma] for lemma in asked]] @ directions.T
    worth: Numbers = np.where(cosine >= NEAR, cosine * SYNONYM, 0).astype(np.float32)
    for row, lemma in enumerate(asked):
        worth[row, at[lemma]] = 1
        for place, other in enumerate(lemmas):
            if other[:_STEM] == lemma[:_STEM] and other != lemma and _same_family(lemma, other):
                worth[row, place] = max(worth[row, place], FAMILY)
    return worth


def _same_family(one: str, other: str) -> bool:
    """«habiter» and «habitant»: most of the longer word begins the other, and at least five letters."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _STEM and shared >= 0.6 * max(len(one), len(other))
