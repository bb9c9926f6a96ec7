# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every coding stands, as arrays: what co-occurrence is counted from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import Executable, select

from models.interview import Turn
from models.passage import Coding, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sqlalchemy.orm import Session

    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Spans:
    """The coded passages of some interviews, ordered by interview and place, and the codings they bear.

    By passage: ``ids``, ``interviews`` (their places among those asked, from 0), ``starts`` and ``ends`` (code points,
    end exclusive), ``first`` and ``last`` (the turns they begin and end in: 1 is the interview's first turn, 0 what
    stands before it; a label belongs to its turn). By coding: ``of`` (place of the passage) and ``codes`` (code id), in
    the order of the passages; a code that two coders gave stands twice.
    """

    ids: Ints
    interviews: Ints
    starts: Ints
    ends: Ints
    first: Ints
    last: Ints
    of: Ints
    codes: Ints


def read(session: Session, interview_ids: Sequence[int], *, code_ids: Collection[int] | None = None,
         coder_ids: Collection[int] = ()) -> Spans:
    """The spans of these interviews, in the order given: the codings of ``code_ids`` (None: of all codes) by
    ``coder_ids`` (none: by everyone)."""
    import numpy as np

    sought = select(Passage.interview_id, Passage.start, Passage.end, Passage.id, Coding.code_id).join(
        Coding, Coding.passage_id == Passage.id).where(Passage.interview_id.in_(interview_ids))
    if code_ids is not None:
        sought = sought.where(Coding.code_id.in_(code_ids))
    found = _table(session, sought.where(Coding.coder_id.in_(coder_ids)) if coder_ids else sought, 5)
    found[:, 0] = _placed(found[:, 0], interview_ids)
    found = found[np.lexsort(found.T[::-1])]
    begins = np.ones(len(found), dtype=bool)
    begins[1:] = found[1:, 3] != found[:-1, 3]
    each = found[begins]
    first, last = _turns(session, interview_ids, each)
    return Spans(each[:, 3], each[:, 0], each[:, 1], each[:, 2], first, last, np.cumsum(begins) - 1, found[:, 4])


def _turns(session: Session, interview_ids: Sequence[int], each: Ints) -> tuple[Ints, Ints]:
    """The turns in which passages begin and end. All labels are laid out on one line, an interview after the other."""
    import numpy as np

    turns = _table(session, select(Turn.interview_id, Turn.label_start).where(Turn.interview_id.in_(interview_ids)), 2)
    apart = max(int(each[:, 2].max(initial=0)), int(turns[:, 1].max(initial=0))) + 1  # longer than any interview
    marks = np.sort(_placed(turns[:, 0], interview_ids) * apart + turns[:, 1])
    zero = each[:, 0] * apart
    earlier = np.searchsorted(marks, zero)
    first = np.searchsorted(marks, zero + each[:, 1], side="right") - earlier
    last = np.searchsorted(marks, zero + each[:, 2] - 1, side="right") - earlier
    return first, last


def _placed(keys: Ints, interview_ids: Sequence[int]) -> Ints:
    """The places of interviews among those asked."""
    import numpy as np

    known = np.array(interview_ids, dtype=np.int64)
    order = np.argsort(known)
    return order[np.searchsorted(known[order], keys)]


def _table(session: Session, query: Executable, columns: int) -> Ints:
    """Rows of whole numbers as an array."""
    import numpy as np

    rows = chain.from_iterable(session.connection().execute(query))  # not by the ORM, which doubles the time
    return np.fromiter(rows, dtype=np.int64).reshape(-1, columns)
