# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which quotes are filed under headings, whatever the format they leave in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coding.codebook import PATH_SEPARATOR
from coding.quotes import CodeRef, Order, Quote

Filed = tuple[CodeRef, Quote]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    text: str
    level: int


def filed(found: Sequence[Quote], order: Order = "theme") -> Iterator[Heading | Quote]:
    """Headings and the quotes below them: theme, code, interview; or interview, theme.

    A quote stands under each code it was sought for; by interview, under each theme once.
    """
    pairs = [(code, quote) for quote in found for code in quote.sought]
    return _by_theme(pairs) if order == "theme" else _by_interview(pairs)


def _by_theme(pairs: Sequence[Filed]) -> Iterator[Heading | Quote]:
    ordered = sorted(pairs, key=lambda pair: (pair[0].rank, pair[1].rank, pair[1].start, pair[1].end))
    for theme, of_theme in groupby(ordered, key=lambda pair: pair[0].path[0]):
        yield Heading(theme, 1)
        for code, of_code in groupby(of_theme, key=lambda pair: pair[0]):
            if len(code.path) > 1:
                yield Heading(PATH_SEPARATOR.join(code.path[1:]), 2)
            for interview, of_interview in groupby(of_code, key=lambda pair: pair[1].interview):
                yield Heading(interview, 3)
                yield from (quote for _code, quote in of_interview)


def _by_interview(pairs: Sequence[Filed]) -> Iterator[Heading | Quote]:
    ranks: dict[str, int] = {}
    for code, _quote in pairs:
        ranks[code.path[0]] = min(code.rank, ranks.get(code.path[0], code.rank))
    ordered = sorted(pairs, key=lambda pair: (pair[1].rank, ranks[pair[0].path[0]], pair[1].start, pair[1].end))
    for interview, of_interview in groupby(ordered, key=lambda pair: pair[1].interview):
        yield Heading(interview, 1)
        for theme, of_theme in groupby(of_interview, key=lambda pair: pair[0].path[0]):
            yield Heading(theme, 2)
            yield from {quote.passage_id: quote for _code, quote in of_theme}.values()
