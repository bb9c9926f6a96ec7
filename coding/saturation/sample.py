# SPDX-License-Identifier: GPL-3.0-or-later
"""Sample: what the statistics read — codes seen × interviews counted, in their recorded order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Sample:
    """The interviews of one theme (or of the whole group) and the codes seen in them.

    ``present`` is a bool array, codes seen (every row has at least one True) × interviews counted, columns in
    order. ``informative`` marks the interviews that speak of the theme or in which it was asked. ``origins``
    belongs to the rows (guide, a priori, emergent, or None when unknown). ``rows`` and ``columns`` are their places
    in the table that they were taken from. ``unprompted`` counts the interviews kept because the theme occurs in them
    although it was not asked.
    """

    theme: str | None
    interviews: tuple[str, ...]
    present: npt.NDArray[np.bool_]
    informative: npt.NDArray[np.bool_]
    origins: tuple[str | None, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    unprompted: int = 0

    @property
    def size(self) -> int:
        """T, the number of interviews counted."""
        return len(self.interviews)

    @property
    def seen(self) -> int:
        """S, the number of codes seen."""
        return int(self.present.shape[0])

    @cached_property
    def spread(self) -> npt.NDArray[np.int64]:
        """Y_i: in how many interviews each code seen occurs."""
        return np.asarray(self.present.sum(axis=1), dtype=np.int64)

    @cached_property
    def occurrences(self) -> int:
        """U, the sum of the Y_i."""
        return int(self.spread.sum())

    def held_by(self, count: int) -> int:
        """Q_k: how many codes occur in exactly ``count`` interviews."""
        return int(np.count_nonzero(self.spread == count))

    @cached_property
    def first(self) -> npt.NDArray[np.intp]:
        """The column in which each code is first seen, from 0."""
        return np.asarray(self.present.argmax(axis=1) if self.size else (), dtype=np.intp)

    @cached_property
    def new(self) -> tuple[int, ...]:
        """c_i: codes first seen in each interview, in order."""
        return tuple(np.bincount(self.first, minlength=self.size).tolist()) if self.size else ()

    @cached_property
    def last_new(self) -> int | None:
        """The 1-based place of the last interview that brought a new code; None when no code was seen."""
        places = [place for place, count in enumerate(self.new, start=1) if count]
        return places[-1] if places else None

    @property
    def run_without_new(self) -> int | None:
        """Informative interviews after the last new code; None when no code was seen."""
        return None if self.last_new is None else int(self.informative[self.last_new :].sum())
