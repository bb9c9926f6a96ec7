# SPDX-License-Identifier: GPL-3.0-or-later
"""Where two codes meet: the pairs of passages, with the words around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coding import quotes, transcripts
from coding.codebook import Codebook
from coding.quotes import Query, Quote
from coding.relations.cooccurrence import Level, Near, extents, near_pairs
from coding.transcripts import TranscriptText
from coding.typography import one_line

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.relations.spans import Ints, Spans

LISTED = 100
AROUND = 120  # code points of context, at most, on either side of a quote


@dataclass(frozen=True)
class Context:
    """A quote and what is said right before and after it in its turn, on one line each, cut at spaces."""

    quote: Quote
    before: str
    after: str


@dataclass(frozen=True)
class Meeting:
    """``one`` bears the first code of the pair and ``other`` the second; they may be the same passage."""

    one: Context
    other: Context

    @property
    def same(self) -> bool:
        """Whether one passage bears both codes."""
        return self.one.quote.passage_id == self.other.quote.passage_id


@dataclass(frozen=True)
class Found:
    """The first LISTED meetings of two codes in the order of interviews, and how many there are."""

    meetings: tuple[Meeting, ...]
    total: int


def find(session: Session, spans: Spans, book: Codebook, pair: tuple[int, int], near: Near,
         level: Level = "codes") -> Found:
    """Where the codes of ``pair`` meet, as ``cooccurrence.count`` counts it."""
    places = pairs_of_passages(spans, book, pair, near, level)
    listed = [(int(spans.ids[one]), int(spans.ids[other])) for one, other in places[:LISTED]]
    asked = Query(passage_ids=tuple({key for both in listed for key in both}))
    found = {quote.passage_id: quote for quote in quotes.find(session, asked)} if listed else {}
    shown = {context.quote.passage_id: context for context in _in_context(session, found.values())}
    return Found(tuple(Meeting(shown[one], shown[other]) for one, other in listed), len(places))


def pairs_of_passages(spans: Spans, book: Codebook, pair: tuple[int, int], near: Near,
                      level: Level) -> list[tuple[int, int]]:
    """The meetings as places of passages in ``spans``: what bears the first code, then what bears the second."""
    import numpy as np

    ones, others = (_bearing(spans, book, code_id, level) for code_id in pair)
    either = np.flatnonzero(ones | others)
    low, high, reach = extents(spans, near)
    apart = int(high.max(initial=0)) + reach + 1
    shift = spans.interviews[either] * apart
    left, right = near_pairs(low[either] + shift, high[either] + shift, reach)
    both = np.flatnonzero(ones & others)
    left, right = np.concatenate((either[left], both)), np.concatenate((either[right], both))
    early, late = np.minimum(left, right), np.maximum(left, right)
    straight = ones[early] & others[late]
    met = straight | (ones[late] & others[early])
    order = np.lexsort((late[met], early[met]))
    first = np.where(straight, early, late)[met][order]
    second = np.where(straight, late, early)[met][order]
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _bearing(spans: Spans, book: Codebook, code_id: int, level: Level) -> Ints:
    """By passage, whether it bears a code."""
    import numpy as np

    wanted = [code_id] if level == "codes" else book.below(code_id)
    bearing = np.zeros(len(spans.ids), dtype=bool)
    bearing[spans.of[np.isin(spans.codes, wanted)]] = True
    return bearing


def _in_context(session: Session, found: Iterable[Quote]) -> list[Context]:
    read: dict[int, TranscriptText] = {}
    made = []
    for quote in found:
        if quote.interview_id not in read:
            read[quote.interview_id] = transcripts.read(session, quote.interview_id)
        made.append(Context(quote, *_around(read[quote.interview_id], quote.start, quote.end)))
    return made


def _around(read: TranscriptText, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the turn; … where the turn goes on."""
    low, high = read.turn_span(start)[0], read.turn_span(end - 1)[1]
    cut, kept = max(low, start - AROUND), min(high, end + AROUND)
    if cut > low:
        space = read.text.find(" ", cut, start)
        cut = space + 1 if space >= 0 else start
    if kept < high:
        space = read.text.rfind(" ", end, kept)
        kept = space if space >= 0 else end
    before, after = one_line(read.text[cut:start]), one_line(read.text[end:kept])
    return ("… " if cut > low else "") + before, after + (" …" if kept < high else "")
