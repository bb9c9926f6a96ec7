# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that a query may ask, against a plain reading of each passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import quotes
from coding.quote_query import RELATIONS
from coding.quotes import Meets, Query
from coding.voices import Voices
from models.passage import Coding, Passage
from models.project import Coder
from tests import build

TURNS = [("Q", "Et alors ?"), ("Paul", "Je doute. Un peu."), ("Q", "Ah."), ("Nora", "Le statut compte."),
         ("Paul", "Oui, l’équipe."), ("Q", "Bon."), ("Nora", "Voilà.")]
TEXT = "\n".join(f"{label} : {words}" for label, words in TURNS)
LABELS = [TEXT.index(f"{label} : {words}") for label, words in TURNS]
PLACES = sorted({place for low in LABELS for place in (low, low + 6, low + 9, max(low - 1, 0))} | {len(TEXT)})
PATHS = ["Réticences", "Réticences > Crainte", "Réticences > Secret", "Statut"]
BELOW = {0: {0, 1, 2}, 1: {1}, 2: {2}, 3: {3}}
ALL = set(range(len(PATHS)))


@dataclass(frozen=True)
class Coded:
    """A passage: the interview (0 or 1), its span, and who gave it what: (code, coder) pairs."""

    at: int
    start: int
    end: int
    given: frozenset[tuple[int, int]]

    def codes(self, coders: Collection[int]) -> set[int]:
        """Its codes, as far as these coders gave them; any of them when there is none."""
        return {code for code, coder in self.given if not coders or coder in coders}

    @property
    def turns(self) -> tuple[int, int]:
        """The turns it begins and ends in; 0 is before the first."""
        return sum(low <= self.start for low in LABELS), sum(low < self.end for low in LABELS)


class Corpus:
    """Two interviews of the same turns, four codes, two coders."""

    def __init__(self, folder: Path) -> None:
        self.writer = build.project(folder)
        self.codes = [build.code(self.writer, path) for path in PATHS]
        self.interviews = [build.interview(self.writer, title, TURNS, people={"Paul": "pair", "Nora": "infirmière"})
                           for title in ("Un", "Deux")]
        self.writer.do(build.BUILD, lambda s: s.add(Coder(name="Deux")))
        with self.writer.store.reading() as session:
            self.coders = list(session.scalars(select(Coder.id).order_by(Coder.id)))

    @contextmanager
    def holding(self, passages: Collection[Coded]) -> Iterator[tuple[Session, Mapping[int, Coded]]]:
        """A session in which these passages are, until it ends; each by its id."""
        with self.writer.store.writing() as session:
            found = {}
            for each in passages:
                row = Passage(interview_id=self.interviews[each.at], start=each.start, end=each.end,
                              quote=TEXT[each.start : each.end])
                session.add(row)
                session.flush()
                found[row.id] = each
                session.add_all(Coding(passage_id=row.id, code_id=self.codes[code], coder_id=self.coders[coder])
                                for code, coder in each.given)
            session.flush()
            yield session, found
            session.rollback()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    made = Corpus(tmp_path_factory.mktemp("corpus"))
    yield made
    made.writer.store.close()


@st.composite
def passages(draw: st.DrawFn) -> Coded:
    start, end = sorted(draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True)))
    pairs = st.tuples(st.integers(0, 3), st.integers(0, 1))
    return Coded(draw(st.integers(0, 1)), start, end, draw(st.frozensets(pairs, min_size=1, max_size=3)))


corpora = st.lists(passages(), min_size=1, max_size=12, unique_by=lambda each: (each.at, each.start, each.end))
few = st.lists(st.integers(0, 3), max_size=2, unique=True).map(tuple)
some = st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True).map(tuple)
relations = st.builds(Meets, st.sampled_from(RELATIONS), some, st.integers(0, 3), st.booleans())
asked = st.builds(
    Query, code_ids=few, all_code_ids=st.just(()) | few, without_code_ids=st.just(()) | few,
    coder_ids=st.sampled_from([(), (), (0,), (1,)]), meets=st.lists(relations, max_size=2).map(tuple),
    asks=st.sampled_from([None, None, None, True, False]))


def below(codes: Collection[int]) -> set[int]:
    return {key for code in codes for key in BELOW[code]}


def stands(one: Coded, other: Coded, meets: Meets, sought: set[int], coders: Collection[int]) -> bool:
    """Whether a passage stands so to another."""
    wanted = below(meets.code_ids)
    if one.at != other.at or not other.codes(coders) & wanted:
        return False
    (first, last), (begins, ends) = one.turns, other.turns
    if meets.relation == "before":
        return one.end <= other.start and begins - last <= meets.turns
    if meets.relation == "after":
        return other.end <= one.start and first - ends <= meets.turns
    if one is other:
        return any(code != here for code in one.codes(coders) & wanted for here in one.codes(coders) & sought)
    if meets.relation == "overlaps":
        return one.start < other.end and other.start < one.end
    apart = max(begins - last, first - ends)
    return apart <= (0 if meets.relation == "same_turn" else meets.turns)


def heard(one: Coded) -> bool:
    """Whether only the interviewer says something in it."""
    said = set()
    for (label, words), low in zip(TURNS, LABELS, strict=True):
        start = low + len(f"{label} : ")
        if max(one.start, start) < min(one.end, start + len(words)):
            said.add(label)
    return said == {"Q"}


def answers(one: Coded, query: Query, everything: Collection[Coded]) -> bool:
    codes, coders = one.codes(query.coder_ids), query.coder_ids
    named = (*query.code_ids, *query.all_code_ids)
    sought = below(named) if named else ALL
    return (bool(codes)
            and (not query.code_ids or bool(codes & below(query.code_ids)))
            and all(codes & BELOW[code] for code in query.all_code_ids)
            and not codes & below(query.without_code_ids)
            and (query.asks is None or heard(one) == query.asks)
            and all(any(stands(one, other, meets, sought, coders) for other in everything) != meets.absent
                    for meets in query.meets))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora, st.builds(Query, code_ids=few, meets=relations.map(lambda meets: (meets,))) | asked)
def test_what_answers_is_what_a_plain_reading_finds(corpus: Corpus, coded: list[Coded], query: Query) -> None:
    def ids(codes: Collection[int]) -> tuple[int, ...]:
        return tuple(corpus.codes[code] for code in codes)

    real = Query(ids(query.code_ids), all_code_ids=ids(query.all_code_ids), asks=query.asks,
                 without_code_ids=ids(query.without_code_ids),
                 coder_ids=tuple(corpus.coders[coder] for coder in query.coder_ids),
                 meets=tuple(Meets(each.relation, ids(each.code_ids), each.turns, each.absent) for each in query.meets))
    with corpus.holding(coded) as (session, given_):
        found = quotes.find(session, real, order="interview")
        assert {given_[quote.passage_id] for quote in found} == {each for each in coded if answers(each, query, coded)}
        assert [(quote.rank, quote.start, quote.end) for quote in found] == sorted(
            (quote.rank, quote.start, quote.end) for quote in found)
        voices = Voices(session, corpus.interviews)
        for quote in found:
            heard_there = voices.over(quote.interview_id, quote.start, quote.end, quote.source)
            assert (quote.turn, quote.label, quote.voices, quote.plain) == heard_there[:4]
            own = given_[quote.passage_id].codes(query.coder_ids)
            named = (*query.code_ids, *query.all_code_ids)
            assert [ref.id for ref in quote.codes] == list(ids(sorted(own)))
            assert [ref.id for ref in quote.sought] == list(ids(sorted(own & below(named) if named else own)))
        assert sum(quotes.counts(session, real).values()) == len(found)
