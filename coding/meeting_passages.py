# SPDX-License-Identifier: GPL-3.0-or-later
"""Which passages stand as asked to others: overlapping, near, before or after (``Meets``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from coding.codebook import Codebook
from coding.quote_query import Meets
from coding.relations import spans as read_spans
from coding.relations.cooccurrence import Near, extents

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sqlalchemy.orm import Session

    from coding.relations.spans import Ints, Spans

    Bools = NDArray[np.bool_]


def standing(session: Session, book: Codebook, meets: Collection[Meets], interview_ids: Collection[int],
             sought: Collection[int] | None, coder_ids: Collection[int] = ()) -> set[int]:
    """The passages of these interviews that bear one of the codes ``sought`` (None: any) and stand as every one of
    ``meets`` asks. ``coder_ids``: only what these coders coded is seen."""
    import numpy as np

    others = [below(book, each.code_ids) for each in meets]
    named = None if sought is None else {*sought, *(key for ids in others for key in ids)}
    spans = read_spans.read(session, list(interview_ids), code_ids=named, coder_ids=coder_ids)
    sought = set(book.by_id) if sought is None else sought
    spans = _one_after_the_other(spans, max((each.turns for each in meets), default=0))
    found = bearing(spans, sought)
    for each, code_ids in zip(meets, others, strict=True):
        found &= (_met(spans, each, code_ids, sought) > 0) != each.absent
    return set(spans.ids[np.flatnonzero(found)].tolist())


def below(book: Codebook, code_ids: Collection[int]) -> set[int]:
    """These codes and the codes below them."""
    return {key for code_id in code_ids for key in book.below(code_id)}


def bearing(spans: Spans, code_ids: Collection[int]) -> Bools:
    """By passage, whether it bears one of these codes."""
    import numpy as np

    found = np.zeros(len(spans.ids), dtype=bool)
    found[spans.of[np.isin(spans.codes, list(code_ids))]] = True
    return found


def _one_after_the_other(spans: Spans, turns: int) -> Spans:
    """The same passages, the interviews laid out on one line, further apart than ``turns``."""
    offsets = spans.interviews * (int(spans.ends.max(initial=0)) + 1)
    numbers = spans.interviews * (int(spans.last.max(initial=0)) + turns + 1)
    return replace(spans, starts=spans.starts + offsets, ends=spans.ends + offsets,
                   first=spans.first + numbers, last=spans.last + numbers)


def _met(spans: Spans, meets: Meets, code_ids: Collection[int], sought: Collection[int]) -> Ints:
    """By passage, how many stand so to it. Two sorted lists are enough, whatever the number of pairs: those that begin
    soon enough, less those that end too early."""
    import numpy as np

    others = bearing(spans, code_ids)
    match meets.relation:
        case "before":
            begin, first = np.sort(spans.starts[others]), np.sort(spans.first[others])
            soon = np.searchsorted(first, spans.last + meets.turns, side="right")
            return soon - np.searchsorted(begin, spans.ends, side="left")
        case "after":
            end, last = np.sort(spans.ends[others]), np.sort(spans.last[others])
            late = np.searchsorted(last, spans.first - meets.turns, side="left")
            return np.searchsorted(end, spans.starts, side="right") - late
        case relation:
            near: Near = "overlap" if relation == "overlaps" else "turn" if relation == "same_turn" else meets.turns
            low, high, reach = extents(spans, near)
            soon = np.searchsorted(np.sort(low[others]), high + reach, side="right")
            met = soon - np.searchsorted(np.sort(high[others]), low - reach, side="left")
            return met - others + (others & _twice(spans, code_ids, sought))


def _twice(spans: Spans, code_ids: Collection[int], sought: Collection[int]) -> Bools:
    """By passage, whether it bears two codes among these, so that one may stand for the other passage."""
    import numpy as np

    known = np.isin(spans.codes, list({*code_ids, *sought}))
    codings = np.unique(np.stack((spans.of[known], spans.codes[known])), axis=1)
    twice: Bools = np.bincount(codings[0], minlength=len(spans.ids)) > 1
    return twice
