# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes filed under headings, as the list shows them and as the Word file prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.widgets.words import joined
from coding.codebook import Codebook
from coding.language import _
from coding.quotes import Order, Quote
from coding.typography import NBSP, quoted


@dataclass(frozen=True)
class Card:
    """One quote as it is shown: its words between quotation marks, who speaks, the other codes it bears with the
    colour of each."""

    quote: Quote
    words: str
    source: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A heading, the colour of its code (empty for an interview), and what stands under it. ``under`` is the code
    that the heading, or the place, already names."""

    title: str
    colour: str
    quotes: tuple[Quote, ...]
    under: int | None = None


def sections(found: Sequence[Quote], book: Codebook, *, order: Order, under: int | None = None) -> list[Section]:
    """By theme and code, a quote standing under each of its codes; or by interview, each quote once, the code
    ``under`` being known from elsewhere."""
    if order == "interview":
        ordered = sorted(found, key=lambda quote: (quote.rank, quote.start, quote.end))
        return [Section(title, "", tuple(quotes), under)
                for title, quotes in groupby(ordered, key=lambda quote: quote.interview)]
    filed = sorted(((ref, quote) for quote in found for ref in quote.sought),
                   key=lambda pair: (pair[0].rank, pair[1].rank, pair[1].start, pair[1].end))
    return [
        Section(" › ".join(ref.path), colour(book, ref.id), tuple(quote for _ref, quote in pairs), ref.id)
        for ref, pairs in groupby(filed, key=lambda pair: pair[0])
    ]


def card(quote: Quote, book: Codebook, language: str, *, under: int | None = None) -> Card:
    """How a quote is shown where the code ``under`` needs no mention."""
    turn = _("turn {number}").format(number=quote.turn).replace(" ", NBSP) if quote.turn else ""
    source = joined(quote.attributed(language), turn)
    if not any(name == quote.interview for name, _role in quote.attribution):
        source = joined(source, quote.interview)
    codes = tuple((ref.path[-1], colour(book, ref.id)) for ref in quote.codes if ref.id != under)
    return Card(quote, quoted(quote.printed, language), source, codes)


def colour(book: Codebook, code_id: int) -> str:
    """The colour of a code; grey when it has gone meanwhile."""
    node = book.by_id.get(code_id)
    return node.colour if node and node.colour else "#888888"
