# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of an interview each code covers, in words.

A word is a run of letters, figures and low lines, with those that an apostrophe or a hyphen joins to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codebook import Codebook
from models.interview import Interview, Turn
from models.passage import Coding, Passage

Span = tuple[int, int]
_JOINS = "'’-"


def merged(spans: Iterable[Span]) -> list[Span]:
    """The union of [start, end) spans, as disjoint spans in order."""
    union: list[Span] = []
    for start, end in sorted(spans):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(end, union[-1][1]))
        else:
            union.append((start, end))
    return union


def words_covered(
    session: Session, book: Codebook, interview_ids: Sequence[int], *, coder_id: int | None, share: bool
) -> dict[int, dict[int, float]]:
    """Code → interview → words under the code or one below it, each word once; or their share of all words spoken.

    Labels are not words spoken; a word belongs to a passage that holds its first letter.
    """
    import numpy as np

    sought = select(Passage.interview_id, Passage.start, Passage.end, Coding.code_id).join(
        Coding, Coding.passage_id == Passage.id).where(Passage.interview_id.in_(interview_ids))
    if coder_id is not None:
        sought = sought.where(Coding.coder_id == coder_id)
    rows = np.array(list(zip(*session.connection().execute(sought).all(), strict=True)), dtype=np.intp).reshape(4, -1)
    parents = np.zeros(max(book.by_id, default=0) + 1, dtype=np.intp)
    for node in book:
        parents[node.id] = node.parent_id or 0
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for interview_id in np.unique(rows[0]).tolist():
        starts = _word_starts(session, interview_id)
        _id, begins, ends, codes = rows[:, rows[0] == interview_id]
        spans = np.array([np.searchsorted(starts, begins), np.searchsorted(starts, ends), codes])
        for code_id, n in _united(*_taken_up(spans, parents)):
            found[code_id][interview_id] = n / max(len(starts), 1) if share else n
    return found


def _taken_up(spans: Any, parents: Any) -> Any:
    """Rows of lows, highs and codes, for these codes and each of those above them; ``parents`` by id, 0 for none."""
    import numpy as np

    every = [spans]
    while every[-1].shape[1]:
        lows, highs, codes = every[-1]
        every.append(np.array([lows, highs, parents[codes]])[:, parents[codes] > 0])
    return np.concatenate(every, axis=1)


def _united(lows: Any, highs: Any, keys: Any) -> list[tuple[int, int]]:
    """Key → the size of the union of its [low, high) spans; arrays of one length."""
    import numpy as np

    order = np.lexsort((lows, keys))
    kinds, place = np.unique(keys[order], return_inverse=True)
    apart = place * (highs.max() + 1)  # so that the spans of two keys never meet
    low, high = lows[order] + apart, highs[order] + apart
    reached = np.concatenate(([0], np.maximum.accumulate(high)[:-1]))
    sizes = np.bincount(place, weights=np.maximum(high - np.maximum(low, reached), 0)).astype(np.intp)
    return list(zip(kinds.tolist(), sizes.tolist(), strict=True))


def _word_starts(session: Session, interview_id: int) -> Any:
    """Where each word spoken begins, in code points of the text; every word where there are no turns."""
    text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one()
    turns = session.connection().execute(
        select(Turn.start, Turn.end).where(Turn.interview_id == interview_id).order_by(Turn.label_start)).all()
    return _starts(text, [(start, end) for start, end in turns] or [(0, len(text))])


def starts_in(text: str, stretches: Sequence[Span]) -> list[int]:
    """Where each word of the [start, end) stretches of a text begins; ``stretches`` come in order, apart."""
    starts: list[int] = _starts(text, stretches).tolist()
    return starts


def _starts(text: str, stretches: Sequence[Span]) -> Any:
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
    held = np.flatnonzero(np.bincount(points)).tolist()
    kinds = np.zeros(max(held, default=0) + 1, dtype=np.uint8)
    kinds[held] = [1 if chr(point).isalnum() or point == ord("_") else 2 * (chr(point) in _JOINS) for point in held]
    within = np.zeros(len(text) + 3, dtype=np.int8)  # two places before the text and one after it, of no kind
    for place, step in zip(np.array(stretches, dtype=np.intp).reshape(-1, 2).T, (1, -1), strict=True):
        np.add.at(within, place + 2, step)
    kind = np.zeros(len(text) + 2, dtype=np.uint8)
    kind[2:] = kinds[points] * (within[:-1].cumsum(dtype=np.int8)[2:] > 0)
    joined = (kind[1:-1] == 2) & (kind[:-2] == 1)
    return np.flatnonzero((kind[2:] == 1) & (kind[1:-1] != 1) & ~joined)


def words_under(starts: Sequence[int], spans: Iterable[Span]) -> int:
    """How many of the words that begin at ``starts`` lie under any of ``spans``, each once."""
    return sum(bisect_left(starts, end) - bisect_left(starts, start) for start, end in merged(spans))
