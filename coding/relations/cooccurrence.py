# SPDX-License-Identifier: GPL-3.0-or-later
"""Which codes meet, how near, and in how many interviews.

Two passages of one interview (which may be the same one) are near each other when, as asked,

- «passage»: they are the same passage;
- «overlap»: they share at least one code point, as the same passage does;
- «turn»: they share a turn. A passage stands in every turn that it touches, labels included; what stands before the
  first turn counts as one;
- n: no more than n turns lie from the end of one to the beginning of the other, in either direction: 0 is «turn», 1 the
  turn before or after. Every turn counts, those of the interviewer too, so that the next answer is usually 2 away.

Each of these holds for what the one before it holds for. A *meeting* of two codes is a pair of near passages one of
which bears one code and the other the other; a pair counts once, though both passages bear both codes. All coders are
taken together. A code never meets itself, nor a code above or below it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coding.codebook import Codebook

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from coding.relations.spans import Ints, Spans

Near = Literal["passage", "overlap", "turn"] | int
Level = Literal["codes", "below", "themes"]
"""Codes by themselves; codes, each with those below it; or themes, each with all its codes."""


@dataclass(frozen=True)
class Meetings:
    """Counts by pair of codes. ``code_ids`` are the codes that occur, in codebook order; the tables are symmetric,
    codes × codes, 0 on the diagonal: ``interviews`` in which the two meet, and ``meetings``. ``held`` is how many
    interviews hold each code, ``read`` how many were read."""

    code_ids: tuple[int, ...]
    interviews: Ints
    meetings: Ints
    held: tuple[int, ...]
    read: int

    def pairs(self) -> list[Pair]:
        """The pairs that meet: in the most interviews first, then the most often, then by the codebook."""
        import numpy as np

        met = np.nonzero(np.triu(self.interviews, 1))
        columns = (met[0].tolist(), met[1].tolist(), self.interviews[met].tolist(), self.meetings[met].tolist())
        found = [Pair(self.code_ids[one], self.code_ids[other], interviews, meetings)
                 for one, other, interviews, meetings in zip(*columns, strict=True)]
        return sorted(found, key=lambda pair: (-pair.interviews, -pair.meetings))

    def met(self) -> list[int]:
        """The places of the codes that meet another."""
        import numpy as np

        places: list[int] = np.flatnonzero(self.interviews.any(axis=0)).tolist()
        return places

    def of(self, code_ids: Collection[int]) -> Meetings:
        """Only the meetings of these codes, with one another and with the others."""
        import numpy as np

        own = np.isin(self.code_ids, list(code_ids))
        either = own[:, None] | own[None, :]
        return replace(self, interviews=self.interviews * either, meetings=self.meetings * either)


@dataclass(frozen=True)
class Pair:
    """Two codes that meet, the first in the codebook first."""

    one_id: int
    other_id: int
    interviews: int
    meetings: int


def count(spans: Spans, book: Codebook, read: int, near: Near, level: Level = "codes") -> Meetings:
    """Who meets whom; ``read`` is the number of interviews that ``spans`` were read from.

    Cost: the near pairs of passages times the codes they bear, plus codes² for each interview.
    """
    import numpy as np

    code_ids, of, codes = borne(spans, book, level)
    size = len(code_ids)
    low, high, reach = extents(spans, near)
    meetings, interviews = np.zeros(size * size, dtype=np.int64), np.zeros(size * size, dtype=np.int64)
    held = np.zeros(size, dtype=np.int64)
    bearers = spans.interviews[of]
    for place in np.unique(bearers).tolist():
        begin, end = np.searchsorted(bearers, (place, place + 1))
        own, given = of[begin:end], codes[begin:end]
        found = _within(low[own], high[own], reach, own, given, size)
        meetings += found
        interviews += found > 0
        held[np.unique(given)] += 1
    apart = _apart(book, code_ids)
    return Meetings(code_ids, _symmetric(interviews, size) * apart, _symmetric(meetings, size) * apart,
                    tuple(held.tolist()), read)


def borne(spans: Spans, book: Codebook, level: Level) -> tuple[tuple[int, ...], Ints, Ints]:
    """The codes that occur at a level, in codebook order; then by coding, each once, the place of the passage (rising)
    and that of the code among them."""
    import numpy as np

    rows = {node.id: _stands_for(book, node.id, level) for node in book}
    known = [node.id for node in book if node.id in rows]
    rank = {key: place for place, key in enumerate(known)}
    lines = [[rank[key] for key in rows[code_id]] for code_id in known]
    widths = np.array([len(line) for line in lines], dtype=np.int64)
    flat = np.array([place for line in lines for place in line], dtype=np.int64)
    ordered = np.argsort(np.array(known, dtype=np.int64))
    given = ordered[np.searchsorted(np.array(known, dtype=np.int64)[ordered], spans.codes)]
    of = np.repeat(spans.of, widths[given])
    codes = flat[_ranges((np.cumsum(widths) - widths)[given], widths[given])]
    both = np.unique(of * max(len(known), 1) + codes)
    of, codes = both // max(len(known), 1), both % max(len(known), 1)
    used, codes = np.unique(codes, return_inverse=True)
    return tuple(known[place] for place in used.tolist()), of, codes


def extents(spans: Spans, near: Near) -> tuple[Ints, Ints, int]:
    """What passages extend over, both ends included, and how far apart two of them may be: near is
    ``low <= other's high + reach`` both ways."""
    import numpy as np

    match near:
        case "passage":
            same = np.arange(len(spans.ids), dtype=np.int64)
            return same, same, 0
        case "overlap":
            return spans.starts, spans.ends - 1, 0
        case "turn":
            return spans.first, spans.last, 0
        case int():
            return spans.first, spans.last, near


def near_pairs(low: Ints, high: Ints, reach: int) -> tuple[Ints, Ints]:
    """The near pairs among extents, each once and none with itself, as two arrays of places. The extents stand in any
    order. A sweep: each one meets those that begin from it on, until its own end."""
    import numpy as np

    order = np.argsort(low, kind="stable")
    begins = low[order]
    until = np.searchsorted(begins, high[order] + reach, side="right")
    after = np.arange(len(order), dtype=np.int64) + 1
    widths = np.maximum(until - after, 0)
    return order[np.repeat(after - 1, widths)], order[_ranges(after, widths)]


def _within(low: Ints, high: Ints, reach: int, of: Ints, codes: Ints, size: int) -> Ints:
    """The meetings in one interview, by pair of codes (one × size + other, one < other). All arrays are by coding."""
    import numpy as np

    ones, others = near_pairs(low, high, reach)
    keys = _keys(codes[ones], codes[others], size)
    found = np.bincount(keys[keys >= 0], minlength=size * size)
    same = of[ones] == of[others]
    doubles = _keys(codes[ones][same], codes[others][same], size)  # passages that bear both codes of a pair
    bearing = ones[same][doubles >= 0]
    doubles = doubles[doubles >= 0]
    if len(doubles):  # two of them near each other were met both ways round, and are one meeting
        again = _alike(low[bearing], high[bearing], reach, doubles)
        found -= np.bincount(again, minlength=size * size)
    return found


def _alike(low: Ints, high: Ints, reach: int, keys: Ints) -> Ints:
    """The key of each near pair of extents that have the same key: each key is laid out far from the others."""
    import numpy as np

    _kept, groups = np.unique(keys, return_inverse=True)
    apart = int(high.max()) - int(low.min()) + reach + 1
    ones, _others = near_pairs(low + groups * apart, high + groups * apart, reach)
    return keys[ones]


def _keys(ones: Ints, others: Ints, size: int) -> Ints:
    """A number for each pair of codes, whichever comes first; -1 for a code with itself."""
    import numpy as np

    keys = np.minimum(ones, others) * size + np.maximum(ones, others)
    keys[ones == others] = -1
    return keys


def _ranges(starts: Ints, widths: Ints) -> Ints:
    """starts[0], starts[0]+1, … (widths[0] of them), then from starts[1] on, and so forth."""
    import numpy as np

    ends = np.cumsum(widths)
    total = int(ends[-1]) if len(ends) else 0
    ranges: Ints = np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - widths), widths)
    return ranges


def _symmetric(counts: Ints, size: int) -> Ints:
    half = counts.reshape(size, size)
    whole: Ints = half + half.T
    return whole


def _apart(book: Codebook, code_ids: Sequence[int]) -> NDArray[np.bool_]:
    """Codes × codes: whether neither stands above the other."""
    import numpy as np

    places = {key: place for place, key in enumerate(code_ids)}
    apart = np.ones((len(code_ids), len(code_ids)), dtype=bool)
    for code_id, place in places.items():
        for below in book.below(code_id):
            if below in places:
                apart[place, places[below]] = apart[places[below], place] = False
    return apart


def _stands_for(book: Codebook, code_id: int, level: Level) -> list[int]:
    """The codes that a passage bears by bearing this one."""
    match level:
        case "codes":
            return [code_id]
        case "themes":
            return [book.theme_of(code_id).id]
        case "below":
            parent = book.by_id[code_id].parent_id
            return [code_id] if parent is None else [code_id, *_stands_for(book, parent, level)]
