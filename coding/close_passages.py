# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that no one gave a code, and that resemble what bears it: a help for reading, never coding by machine.

A stretch of an interview is ranked by Rocchio's rule (J. J. Rocchio, «Relevance feedback in information retrieval»,
1971, with β = γ = 1): its TF-IDF row (``coding.tfidf``, over lemmas that carry meaning) times the mean row of the
code's passages less the mean row of all the stretches. What the code's passages say more than the corpus does draws it
up. The figure orders; it measures nothing, and is not shown. A third of a code's passages being hidden, one of them is
among the first ten proposed in 56 % of the trials on the sample and 68 % on the thesis that the program was tried on,
of some 300 to 400 stretches; drawn at random, in 20 %.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, dismissals, quotes
from coding.lemmas import Words
from coding.quotes import Query, Quote
from coding.stretches import Stretch, stretches
from coding.tfidf import weighed
from coding.voices import Voices
from models.passage import Coding, Passage
from models.project import Project

FEWEST = 4  # different words that carry meaning below which a stretch says too little to be compared
MOST = 60  # stretches proposed at once
SHARED = 6  # words named as what a stretch has in common with the code's passages


@dataclass(frozen=True)
class Material:
    """What is compared: ``open`` stretches, that neither bear the code nor were refused for it, ``coded`` those of them
    that bear another code, and the passages that bear the code. ``texts`` are the words of the stretches, then those of
    the passages."""

    code_id: int
    open: tuple[Stretch, ...]
    coded: frozenset[int]
    passages: tuple[Quote, ...]
    texts: tuple[str, ...]
    refused: int
    language: str


@dataclass(frozen=True)
class Close:
    """A stretch proposed; ``nearest`` is the passage of the code that resembles it most, ``shared`` the lemmas that
    drew it up, the weightiest first; ``is_coded`` when some of it bears another code."""

    stretch: Stretch
    nearest: Quote
    shared: tuple[str, ...]
    is_coded: bool


@dataclass(frozen=True)
class Found:
    """The stretches proposed, the closest first; ``pending`` texts are still to be read by the language model."""

    close: tuple[Close, ...]
    passages: int
    pending: int
    refused: int


def read(session: Session, code_id: int, interview_ids: Collection[int] | None = None, *,
         bare: bool = False) -> Material:
    """What there is to compare for a code with those below it: the stretches of some interviews or of all, with its
    passages, wherever they are. ``bare`` leaves out the stretches that bear another code."""
    below = set(codebook.read(session).below(code_id))
    bearing, taken = _spans(session, below)
    refused = dismissals.refused(session, code_id)
    every = stretches(session, interview_ids)
    left = [one for one in every if not _meets(one, taken if bare else bearing)]
    kept = tuple(one for one in left if (one.interview_id, dismissals.words_hash(one.words)) not in refused)
    found = tuple(quotes.find(session, Query(code_ids=(code_id,))))
    voices = Voices(session, {one.interview_id for one in found})
    said = (voices.answered(one.interview_id, one.start, one.end, one.source) for one in found)
    return Material(
        code_id, kept, frozenset(n for n, one in enumerate(kept) if _meets(one, taken)), found,
        (*(one.words for one in kept), *said), len(left) - len(kept), session.scalars(select(Project.language)).one())


def rank(material: Material, words: Sequence[Words | None]) -> Found:
    """The stretches that resemble the code's passages, of which ``words`` are the lemmas of ``material.texts`` (None:
    not known yet). A stretch that says no word more typical of them than of the corpus is not proposed."""
    pending = sum(said is None for said in words)
    passages, refused = len(material.passages), material.refused
    stretch_words, passage_words = words[: len(material.open)], words[len(material.open) :]
    able = [n for n, said in enumerate(stretch_words) if said is not None and len(set(said)) >= FEWEST]
    known = [n for n, said in enumerate(passage_words) if said]
    if not able or not known:
        return Found((), passages, pending, refused)
    table = rows([*(stretch_words[n] or () for n in able), *(passage_words[n] or () for n in known)])
    wanted = typical(table, len(able))
    likeness = np.array([row.weights @ wanted[row.words] for row in table.rows[: len(able)]])
    proposed = []
    for at in np.argsort(-likeness, kind="stable")[:MOST]:
        if likeness[at] > 0:
            n, row = able[at], table.rows[at]
            nearest = material.passages[known[_nearest(row, table.rows[len(able) :], len(table.names))]]
            proposed.append(Close(material.open[n], nearest, _shared(row, wanted, table.names), n in material.coded))
    return Found(tuple(proposed), passages, pending, refused)


@dataclass(frozen=True, eq=False)
class Row:
    """A text: the places of its words among all words, and their weights."""

    words: NDArray[np.intp]
    weights: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Table:
    """Texts as rows, and the words by their places."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def mean(self, low: int, high: int) -> NDArray[np.float64]:
        """The mean row of those in [low, high)."""
        total = np.zeros(len(self.names))
        for row in self.rows[low:high]:
            total[row.words] += row.weights
        return total / (high - low)


def rows(texts: Sequence[Words]) -> Table:
    """A TF-IDF row for each text."""
    starts, words, weights, names = weighed(texts)
    return Table(names, tuple(Row(words[low:high], weights[low:high]) for low, high in pairwise(starts)))


def typical(table: Table, first: int) -> NDArray[np.float64]:
    """Rocchio's weight of each word: how much more the code's passages say it than the ``first`` rows do."""
    return table.mean(first, len(table.rows)) - table.mean(0, first)


def _shared(row: Row, wanted: NDArray[np.float64], names: Sequence[str]) -> tuple[str, ...]:
    """The words that drew a stretch up, the weightiest first."""
    drawn = row.weights * wanted[row.words]
    return tuple(names[row.words[n]] for n in np.argsort(-drawn, kind="stable")[:SHARED] if drawn[n] > 0)


def _nearest(row: Row, passages: Sequence[Row], width: int) -> int:
    """The place of the passage of greatest cosine to a stretch."""
    dense = np.zeros(width)
    dense[row.words] = row.weights
    return max(range(len(passages)), key=lambda n: float(passages[n].weights @ dense[passages[n].words]))


Spans = dict[int, list[tuple[int, int]]]


def _spans(session: Session, below: Collection[int]) -> tuple[Spans, Spans]:
    """By interview, the words that bear one of these codes, and those that bear any: spans in order, apart."""
    bearing: Spans = defaultdict(list)
    taken: Spans = defaultdict(list)
    for interview_id, start, end, code_id in session.execute(
            select(Passage.interview_id, Passage.start, Passage.end, Coding.code_id)
            .join(Coding, Coding.passage_id == Passage.id).order_by(Passage.start)):
        _add(taken[interview_id], start, end)
        if code_id in below:
            _add(bearing[interview_id], start, end)
    return bearing, taken


def _add(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Put a span that begins no sooner than the last one, or lengthen that."""
    if spans and start <= spans[-1][1]:
        spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
    else:
        spans.append((start, end))


def _meets(one: Stretch, spans: Spans) -> bool:
    there = spans.get(one.interview_id, [])
    before = bisect_left(there, (one.end, 0))  # those that begin before its end
    return before > 0 and there[before - 1][1] > one.start
