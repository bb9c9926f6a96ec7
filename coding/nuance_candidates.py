# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of a theme about which «nouvelle nuance ?» is asked, the latest interviews first.

An aid, never a verdict: which words differ is counted, what they mean is the researcher's to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, nuances, quotes
from coding.lemmas import Words
from coding.nuances import Answer
from coding.quotes import Query, Quote
from coding.saturation.novelty import NOBODY, compare
from coding.voices import Voices
from models.interview import Interview
from models.project import Project

FEWEST = 5  # words that carry meaning below which a passage is too short to be compared
LEAST = 0.5  # novelty below which one was said before, however novel the others are
MOST = 5  # passages asked about in one interview
AT_ONCE = 150_000  # characters read by the language model while it is there: some ten seconds


@dataclass(frozen=True)
class Material:
    """The passages of a theme, in the order of the interviews and of their places, what those who answer say in each,
    and the answers given. ``language`` is the project's."""

    interviews: tuple[str, ...]
    quotes: tuple[Quote, ...]
    places: tuple[int, ...]
    texts: tuple[str, ...]
    answers: dict[int, Answer]
    language: str


@dataclass(frozen=True)
class Candidate:
    """A passage asked about. ``place`` is that of its interview in the order, from 0; ``novelty`` the figure of
    ``coding.saturation.novelty``, None where it is not known now; ``nearest`` the earlier passage of another interview
    that resembles it the most, None where none shares a word."""

    quote: Quote
    place: int
    novelty: float | None
    nearest: Quote | None
    answer: Answer | None

    @property
    def shown(self) -> float | None:
        """The figure it is ranked by: that of now, or else the one shown when it was answered."""
        return self.novelty if self.novelty is not None else self.answer.novelty if self.answer else None


@dataclass(frozen=True)
class Point:
    """A passage that was compared."""

    passage_id: int
    place: int
    novelty: float


@dataclass(frozen=True)
class Ranked:
    """``candidates``: the latest interviews first, then the most novel. ``points``: all that was compared, in order.
    ``floor`` is the median novelty. ``pending`` passages are still to be read by the
    language model, ``short`` have too few words to be compared."""

    interviews: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    points: tuple[Point, ...]
    floor: float | None
    passages: int
    pending: int
    short: int

    @property
    def open(self) -> int:
        """How many are not answered."""
        return sum(one.answer is None for one in self.candidates)

    @property
    def new(self) -> int:
        """How many bring something new, says the researcher."""
        return sum(one.answer is not None and one.answer.is_new for one in self.candidates)

    @property
    def known(self) -> int:
        """How many bring nothing new, says she."""
        return sum(one.answer is not None and not one.answer.is_new for one in self.candidates)


def read(session: Session, theme_id: int, interview_ids: Sequence[int]) -> Material:
    """The passages of a theme in these interviews, which are in order; all coders together."""
    place = {key: n for n, key in enumerate(interview_ids)}
    found = quotes.find(session, Query(code_ids=(theme_id,), interview_ids=tuple(interview_ids))) if place else []
    found.sort(key=lambda quote: (place[quote.interview_id], quote.start, quote.end))
    voices = Voices(session, place)
    titles = dict(session.execute(select(Interview.id, Interview.title).where(Interview.id.in_(interview_ids))).all())
    given = nuances.answers(session, theme_id=theme_id)
    return Material(
        tuple(titles[key] for key in interview_ids),
        tuple(found),
        tuple(place[quote.interview_id] for quote in found),
        tuple(voices.answered(one.interview_id, one.start, one.end, one.source) for one in found),
        {one.passage_id: one for one in given},
        session.scalars(select(Project.language)).one(),
    )


def to_learn(session: Session, theme_id: int, interview_ids: Sequence[int]) -> list[str]:
    """What the language model is to read for a theme; and for other themes as long as it is little, since it is
    loading the model that takes long."""
    texts = list(read(session, theme_id, interview_ids).texts)
    for node in codebook.read(session).themes:
        more = read(session, node.id, interview_ids).texts if node.id != theme_id else ()
        if sum(map(len, (*texts, *more))) > AT_ONCE:
            break
        texts += more
    return texts


def rank(material: Material, words: Sequence[Words | None]) -> Ranked:
    """What is asked about, of passages that say ``words`` (None: not known yet).

    Passages are compared when they have FEWEST different words. Asked about are, in each interview but the first, the
    most novel one and others whose novelty is at least the median of all: at most MOST, none below LEAST; and those
    answered already. The most novel one, since novelty falls as what it is compared with grows.
    """
    compared = [n for n, said in enumerate(words) if said is not None and len(set(said)) >= FEWEST]
    figures = compare([words[n] or () for n in compared], [material.places[n] for n in compared])
    begin = material.places[compared[0]] if compared else 0
    novelty = {n: float(figure) for n, figure in zip(compared, figures.novelty, strict=True)
               if material.places[n] != begin}
    nearest = {n: material.quotes[compared[near]] for n, near in zip(compared, figures.nearest, strict=True)
               if near != NOBODY}
    floor = float(np.median(list(novelty.values()))) if novelty else None
    candidates = [
        Candidate(material.quotes[n], material.places[n], novelty.get(n), nearest.get(n),
                  material.answers.get(material.quotes[n].passage_id))
        for n in sorted(_asked(material, novelty, floor))]
    candidates.sort(key=lambda one: (-one.place, -(one.shown or 0), one.quote.start))
    pending = sum(said is None for said in words)
    return Ranked(
        material.interviews, tuple(candidates),
        tuple(Point(material.quotes[n].passage_id, material.places[n], figure) for n, figure in novelty.items()),
        floor, len(words), pending, len(words) - pending - len(compared),
    )


def _asked(material: Material, novelty: dict[int, float], floor: float | None) -> set[int]:
    """The places, among the passages, of those that are asked about."""
    asked = {n for n, quote in enumerate(material.quotes) if quote.passage_id in material.answers}
    by_interview: dict[int, list[int]] = defaultdict(list)
    for n, figure in novelty.items():
        if figure >= LEAST:
            by_interview[material.places[n]].append(n)
    for places in by_interview.values():
        first, *others = sorted(places, key=lambda n: -novelty[n])[:MOST]
        asked.update((first, *(n for n in others if floor is None or novelty[n] >= floor)))
    return asked

