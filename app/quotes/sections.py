# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes filed under headings, as the list shows them and as the Word file prints them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from app.widgets.words import joined
from coding.codebook import Codebook
from coding.language import _
from coding.quote_orders import Heading
from coding.quotes import Order, Quote
from coding.typography import NBSP, quoted

if TYPE_CHECKING:
    from coding.quote_context import Context


MEMO = 180  # characters of a memo that are shown
Note = Literal["memo", "cited", "withheld"]


@dataclass(frozen=True)
class Card:
    """One quote as it is shown: its words between quotation marks, who speaks, the other codes it bears with the
    colour of each; around it, what was said before and after when it was asked for."""

    quote: Quote
    words: str
    source: str
    codes: tuple[tuple[str, str], ...]
    around: Context | None = None


@dataclass(frozen=True)
class Section:
    """A heading, the colour of its code (empty for an interview), and what stands under it. ``under`` is the code
    that the heading, or the place, already names. ``heading`` and ``key`` are whose order by hand the quotes may have;
    ``by_hand`` whether they have one."""

    title: str
    colour: str
    quotes: tuple[Quote, ...]
    under: int | None = None
    heading: Heading | None = None
    key: int | None = None
    by_hand: bool = False


def sections(found: Sequence[Quote], book: Codebook, *, order: Order, under: int | None = None) -> list[Section]:
    """By theme and code, a quote standing under each of its codes; or by interview, each quote once, the code
    ``under`` being known from elsewhere."""
    if order == "interview":
        ordered = sorted(found, key=lambda quote: (quote.rank, quote.start, quote.end))
        return [Section(title, "", tuple(quotes), under, "interview_id", key)
                for (key, title), quotes in groupby(ordered, key=lambda quote: (quote.interview_id, quote.interview))]
    filed = sorted(((ref, quote) for quote in found for ref in quote.sought),
                   key=lambda pair: (pair[0].rank, pair[1].rank, pair[1].start, pair[1].end))
    return [
        Section(" › ".join(ref.path), colour(book, ref.id), tuple(quote for _ref, quote in pairs), ref.id, "code_id",
                ref.id)
        for ref, pairs in groupby(filed, key=lambda pair: pair[0])
    ]


def by_query(found: Sequence[Quote], named: Sequence[tuple[int, str, Collection[int]]]) -> list[Section]:
    """Under each saved query (id, name, the passages it finds), in the order of the interviews."""
    ordered = sorted(found, key=lambda quote: (quote.rank, quote.start, quote.end))
    made = [Section(name, "", tuple(quote for quote in ordered if quote.passage_id in held), None, "query_id", key)
            for key, name, held in named]
    return [section for section in made if section.quotes]


def arranged(section: Section, hands: Mapping[int, Sequence[int]]) -> Section:
    """A section in the order given by hand, if there is one; quotes that it does not name come after."""
    places = {passage_id: place for place, passage_id in enumerate(hands.get(section.key or 0, ()))}
    if not places:
        return section
    last = len(places)
    ordered = sorted(section.quotes, key=lambda quote: places.get(quote.passage_id, last))
    return replace(section, quotes=tuple(ordered), by_hand=True)


def moved(section: Section, passage_ids: Collection[int], to: int, hand: Sequence[int] = ()) -> list[int]:
    """The order by hand once these passages stand before row ``to`` of a section, whatever filters hide of ``hand``,
    the order there was."""
    shown = [quote.passage_id for quote in section.quotes]
    going = [key for key in shown if key in passage_ids]
    before = next((key for key in reversed(shown[:to]) if key not in passage_ids), None)
    order = [key for key in dict.fromkeys((*hand, *shown)) if key not in passage_ids]
    if before is not None:
        place = order.index(before) + 1
    else:
        after = next((key for key in shown if key not in passage_ids), None)
        place = order.index(after) if after is not None else len(order)
    return order[:place] + going + order[place:]


def card(quote: Quote, book: Codebook, language: str, *, under: int | None = None,
         around: Context | None = None) -> Card:
    """How a quote is shown where the code ``under`` needs no mention."""
    turn = _("turn {number}").format(number=quote.turn).replace(" ", NBSP) if quote.turn else ""
    source = joined(quote.attributed(language), turn)
    if not any(name == quote.interview for name, _role in quote.attribution):
        source = joined(source, quote.interview)
    codes = tuple((ref.path[-1], colour(book, ref.id)) for ref in quote.codes if ref.id != under)
    return Card(quote, quoted(quote.printed, language), source, codes, around)


def card_notes(card: Card) -> list[tuple[Note, str]]:
    """What is noted of a quote, each as a line."""
    quote = card.quote
    found: list[tuple[Note, str]] = []
    if quote.withheld:
        found.append(("withheld", _("Not to be cited")))
    if quote.cited.cited_in:
        found.append(("cited", _("Cited in {chapters}").format(chapters=", ".join(quote.cited.cited_in))))
    memo = " ".join(quote.memo.split())
    if memo:
        found.append(("memo", _("Memo: {memo}").format(memo=memo if len(memo) <= MEMO else memo[:MEMO].rstrip() + "…")))
    return found


def spoken(card: Card) -> str:
    """A card for who cannot see it."""
    strong = [_("strong quote")] if card.quote.strong else []
    return joined(f"{card.words} {card.source}", *strong, *(text for _note, text in card_notes(card)))


def colour(book: Codebook, code_id: int) -> str:
    """The colour of a code; grey when it has gone meanwhile."""
    node = book.by_id.get(code_id)
    return node.colour if node and node.colour else "#888888"
