# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file of quotes holds, read once and the same in every format: its cover, headings, quotes, definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citation_pattern, quote_orders, saved_queries
from coding import quotes as retrieval
from coding.citation_pattern import Manner
from coding.interview_words import clock
from coding.language import _
from coding.quotes import Query, Quote
from coding.reports import filing
from coding.reports.cover import Cover, asked, cover, kept_back, tally
from coding.reports.filing import Filed, Heading, Item
from coding.reports.quote_layout import Layout
from coding.saved_queries import Saved
from coding.typography import NBSP
from models.code import Code

CONTENTS_MOST = 150  # entries: beyond, a table of contents holds the first level alone


@dataclass(frozen=True)
class Meaning:
    """What a code means, takes in and leaves out; each may be empty."""

    path: str
    definition: str
    include: str
    exclude: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """(label, text) of what is written."""
        said = (_("Definition:"), self.definition), (_("Include:"), self.include), (_("Exclude:"), self.exclude)
        return tuple((label, text.strip()) for label, text in said if text.strip())


@dataclass(frozen=True)
class Content:
    """``found`` are the quotes that leave, each once; ``items`` where they stand. ``meanings`` are by code id, in
    codebook order, empty unless asked for."""

    cover: Cover
    layout: Layout
    manner: Manner
    found: Sequence[Quote]
    items: Sequence[Item]
    meanings: Mapping[int, Meaning]

    @cached_property
    def depth(self) -> int:
        """How many levels of headings a table of contents shows; none when there is nothing to find in it."""
        levels = [item.level for item in self.items if isinstance(item, Heading)]
        if not self.layout.contents or not levels:
            return 0
        return 2 if sum(level < 3 for level in levels) <= CONTENTS_MOST else 1

    def blocks(self) -> Iterator[Heading | list[Quote]]:
        """Headings, and all the quotes that follow each."""
        for headed, run in groupby(self.items, key=lambda item: isinstance(item, Heading)):
            if headed:
                yield from (item for item in run if isinstance(item, Heading))
            else:
                yield [item.quote for item in run if isinstance(item, Filed)]

    def meaning(self, heading: Heading) -> Meaning | None:
        """What stands below a heading, where quotes are grouped by theme."""
        return self.meanings.get(heading.code_id or 0) if self.layout.grouping == "theme" else None

    def glossary(self) -> Sequence[Meaning]:
        """What stands at the end, where codes are no headings."""
        return () if self.layout.grouping == "theme" else [one for one in self.meanings.values() if one.parts]

    def pieces(self, quote: Quote) -> tuple[str, str, str]:
        """What stands before the words, the words, what stands after."""
        return self.manner.pieces(quote, self.cover.language)

    def line(self, quote: Quote) -> str:
        """The whole citation line."""
        return self.manner.cited(quote, self.cover.language)

    def row(self, quote: Quote) -> tuple[str, str, str]:
        """The words between their marks, whose they are, where they stand."""
        whose = self.manner.attribution(quote, self.cover.language) or quote.attributed(self.cover.language)
        return self.pieces(quote)[1], whose, place(quote)


def read(session: Session, query: Query, layout: Layout) -> Content:
    """What is to leave. Quotes that are never to be cited stay; the cover says how many. Raises KnownError when the
    pattern is none, or as ``quotes.find``."""
    if layout.pattern is not None:
        citation_pattern.check(layout.pattern, citation_pattern.attribute_names(session))
    manner = citation_pattern.manner(session, layout.pattern)
    every = retrieval.find(session, query, order="theme" if layout.grouping == "theme" else "interview")
    lines = asked(session, query)
    if layout.grouping == "query":
        queries = [(saved, {quote.passage_id for quote in retrieval.find(session, saved.query)})
                   for saved in saved_queries.listed(session) if saved.id in layout.query_ids or not layout.query_ids]
        names = " · ".join(saved.name for saved, _held in queries)
        lines.append(_("Saved queries: {names}").format(names=names or "–"))
        every = [quote for quote in every if any(quote.passage_id in held for _saved, held in queries)]
        items = _by_query(session, _free(every), queries)
    else:
        items = _filed(session, _free(every), layout)
    found = _free(every)
    front = cover(session, _("Coded quotes"), *lines, tally(found), kept_back(len(every) - len(found)))
    meanings = _meanings(session, found) if layout.definitions else {}
    return Content(front, layout, manner, found, items, meanings)


def place(quote: Quote) -> str:
    """«Paul, tour 12 (12:34)»."""
    turn = _("turn {number}").format(number=quote.turn).replace(" ", NBSP) if quote.turn else ""
    where = ", ".join(part for part in (quote.interview, turn) if part)
    return where if quote.time_ms is None else f"{where} ({clock(quote.time_ms)})"


def _filed(session: Session, found: Sequence[Quote], layout: Layout) -> list[Item]:
    if layout.grouping == "theme":
        orders = quote_orders.read(session, "code_id")
        return list(filing.by_theme(found, orders, interviews=layout.form == "paragraphs"))
    return list(filing.by_interview(found, quote_orders.read(session, "interview_id")))


def _by_query(session: Session, found: Sequence[Quote], queries: Sequence[tuple[Saved, set[int]]]) -> list[Item]:
    """Under the name of each saved query (with the passages it finds) and what it asks; below, under interviews unless
    they were ordered by hand."""
    orders = quote_orders.read(session, "query_id")
    items: list[Item] = []
    for saved, held in queries:
        quotes = [quote for quote in found if quote.passage_id in held]
        items.append(Heading(saved.name, 1, said=(*asked(session, saved.query), tally(quotes))))
        if saved.id in orders:
            items.extend(filing.once(filing.by_hand(quotes, orders[saved.id])))
            continue
        for title, group in groupby(quotes, key=lambda quote: quote.interview):
            items += [Heading(title, 2), *filing.once(group)]
    return items


def _free(found: Sequence[Quote]) -> list[Quote]:
    return [quote for quote in found if not quote.withheld]


def _meanings(session: Session, found: Sequence[Quote]) -> dict[int, Meaning]:
    """By the id of each code or theme that a quote stands under."""
    paths = {code.id: code for quote in found for code in quote.sought}
    themes = {code.theme_id: code.path[0] for code in paths.values()}
    rows = {row.id: row for row in session.execute(select(Code.id, Code.definition, Code.include, Code.exclude))}
    ranked = sorted(paths.values(), key=lambda code: code.rank)
    names: dict[int, str] = {}
    for code in ranked:
        names.setdefault(code.theme_id, themes[code.theme_id])
        names.setdefault(code.id, code.text)
    return {key: Meaning(name, rows[key].definition, rows[key].include, rows[key].exclude)
            for key, name in names.items()}
