# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which quotes are filed under headings, whatever the format they leave in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from coding.codebook import PATH_SEPARATOR
from coding.quotes import CodeRef, Quote

Orders = Mapping[int, Sequence[int]]  # given by hand: passages by the id of the code or interview they stand under


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3, that of a code when ``code_id`` is given; ``said`` are lines of details below it."""

    text: str
    level: int
    code_id: int | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filed:
    """A quote where it stands, and which of its codes it stands there for."""

    quote: Quote
    codes: tuple[CodeRef, ...]


Item = Heading | Filed


def by_theme(found: Iterable[Quote], orders: Orders, *, interviews: bool = True) -> Iterator[Item]:
    """Under theme and code, a quote under each code it was sought for; then under its interview, if ``interviews``.
    Under a code whose quotes were ordered by hand they stand in that order, without interviews."""
    pairs = [(code, quote) for quote in found for code in quote.sought]
    pairs.sort(key=lambda pair: (pair[0].rank, pair[1].rank, pair[1].start, pair[1].end))
    for theme_id, of_theme in groupby(pairs, key=lambda pair: pair[0].theme_id):
        for place, (code, of_code) in enumerate(groupby(of_theme, key=lambda pair: pair[0])):
            if place == 0:
                yield Heading(code.path[0], 1, theme_id)
            if len(code.path) > 1:
                yield Heading(PATH_SEPARATOR.join(code.path[1:]), 2, code.id)
            quotes = by_hand([quote for _code, quote in of_code], orders.get(code.id, ()))
            headed = interviews and code.id not in orders
            for interview, of_interview in groupby(quotes, key=lambda quote: quote.interview if headed else ""):
                if headed:
                    yield Heading(interview, 3)
                yield from (Filed(quote, (code,)) for quote in of_interview)


def by_interview(found: Iterable[Quote], orders: Orders) -> Iterator[Item]:
    """Under interview and theme, a quote once under each theme; where the quotes of an interview were ordered by hand,
    in that order and once, without themes."""
    quotes = sorted(found, key=lambda quote: (quote.rank, quote.start, quote.end))
    for _rank, group in groupby(quotes, key=lambda quote: quote.rank):
        of_interview = list(group)
        first = of_interview[0]
        yield Heading(first.interview, 1)
        if first.interview_id in orders:
            yield from once(by_hand(of_interview, orders[first.interview_id]))
        else:
            yield from _themes(of_interview)


def once(found: Iterable[Quote]) -> Iterator[Filed]:
    """Each quote for all the codes it was sought for."""
    return (Filed(quote, quote.sought) for quote in found)


def by_hand(quotes: Sequence[Quote], order: Sequence[int]) -> Sequence[Quote]:
    """The quotes in the order given, those it does not name after, as they stood."""
    rank = {passage_id: place for place, passage_id in enumerate(order)}
    return sorted(quotes, key=lambda quote: rank.get(quote.passage_id, len(rank))) if rank else quotes


def _themes(quotes: Sequence[Quote]) -> Iterator[Item]:
    codes = sorted({code for quote in quotes for code in quote.sought}, key=lambda code: code.rank)
    for theme_id, theme in {code.theme_id: code.path[0] for code in codes}.items():
        yield Heading(theme, 2, theme_id)
        for quote in quotes:
            here = tuple(code for code in quote.sought if code.theme_id == theme_id)
            if here:
                yield Filed(quote, here)
