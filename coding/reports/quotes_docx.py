# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes in Word: by theme, code and interview, or by interview and theme, each as it will stand in the thesis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from coding.codebook import PATH_SEPARATOR
from coding.quotes import CodeRef, Order, Quote
from coding.reports.cover import Cover
from coding.reports.word import Page
from coding.typography import quoted

Filed = tuple[CodeRef, Quote]


def write(path: Path, found: Sequence[Quote], cover: Cover, *, order: Order = "theme") -> None:
    """Write the quotes to a .docx; one with several codes stands under each. Raises KnownError when it cannot."""
    page = Page(cover)
    filed = [(code, quote) for quote in found for code in quote.sought]
    if order == "theme":
        _by_theme(page, filed, cover.language)
    else:
        _by_interview(page, filed, cover.language)
    page.save(path)


def _by_theme(page: Page, filed: Sequence[Filed], language: str) -> None:
    ordered = sorted(filed, key=lambda pair: (pair[0].rank, pair[1].rank, pair[1].start, pair[1].end))
    for theme, of_theme in groupby(ordered, key=lambda pair: pair[0].path[0]):
        page.heading(theme, 1)
        for code, of_code in groupby(of_theme, key=lambda pair: pair[0]):
            if len(code.path) > 1:
                page.heading(PATH_SEPARATOR.join(code.path[1:]), 2)
            for interview, quotes in groupby(of_code, key=lambda pair: pair[1].interview):
                page.heading(interview, 3)
                _print(page, (quote for _code, quote in quotes), language)


def _by_interview(page: Page, filed: Sequence[Filed], language: str) -> None:
    ranks: dict[str, int] = {}
    for code, _quote in filed:
        ranks[code.path[0]] = min(code.rank, ranks.get(code.path[0], code.rank))
    ordered = sorted(filed, key=lambda pair: (pair[1].rank, ranks[pair[0].path[0]], pair[1].start, pair[1].end))
    for interview, of_interview in groupby(ordered, key=lambda pair: pair[1].interview):
        page.heading(interview, 1)
        for theme, pairs in groupby(of_interview, key=lambda pair: pair[0].path[0]):
            page.heading(theme, 2)
            _print(page, dict.fromkeys(quote for _code, quote in pairs), language)


def _print(page: Page, quotes: Iterator[Quote] | dict[Quote, None], language: str) -> None:
    for quote in quotes:
        page.quote(quoted(quote.printed, language), quote.attributed(language))
