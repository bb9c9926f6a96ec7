# SPDX-License-Identifier: GPL-3.0-or-later
"""Incidence: which code occurs in which interview, and what is known of themes, questions and units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from coding.saturation.sample import Sample


@dataclass(frozen=True, eq=False)
class Incidence:
    """Codes × interviews of a group, columns in the recorded order.

    ``present`` is a bool array of shape (codes, interviews). Rows are leaves of no particular depth: a theme's own
    direct codings are one more row. ``theme_of`` and ``origins`` have one entry a row (empty = unknown for all);
    ``themes`` names every theme to report, in order, even one without a row. ``asked`` gives, for a theme, one
    entry an interview: True, False, or None when nothing is known; a theme without entry is unknown throughout.
    ``units`` names the units each interview speaks for (an interview without any stands for itself).
    """

    codes: tuple[str, ...]
    interviews: tuple[str, ...]
    present: npt.NDArray[np.bool_]
    themes: tuple[str, ...] = ()
    theme_of: tuple[str | None, ...] = ()
    origins: tuple[str | None, ...] = ()
    asked: Mapping[str, tuple[bool | None, ...]] = field(default_factory=dict)
    units: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        rows, columns = len(self.codes), len(self.interviews)
        if self.present.shape != (rows, columns) or self.present.dtype != np.bool_:
            raise ValueError(f"expected a bool array of {rows} × {columns}")
        if len(self.theme_of) not in (0, rows) or len(self.origins) not in (0, rows):
            raise ValueError("theme_of and origins need one entry for each code")
        if len(self.units) not in (0, columns) or any(len(mask) != columns for mask in self.asked.values()):
            raise ValueError("units and asked need one entry for each interview")

    def whole(self) -> Sample:
        """All codes over all interviews; informative = at least one code occurs."""
        return self._sample(None, range(len(self.codes)), (None,) * len(self.interviews))

    def of_theme(self, theme: str) -> Sample:
        """The theme's codes over the interviews that count for it (SPEC, Notation).

        An interview in which the theme was not asked leaves, unless the theme occurs in it all the same: it is
        then informative, and its codes have been seen.
        """
        rows = [row for row, name in enumerate(self.theme_of) if name == theme]
        return self._sample(theme, rows, self.asked.get(theme, (None,) * len(self.interviews)))

    def _sample(self, theme: str | None, rows: range | list[int], asked: tuple[bool | None, ...]) -> Sample:
        block = self.present[np.asarray(rows, dtype=np.intp)]
        occurs = np.asarray(block.any(axis=0), dtype=np.bool_)
        yes = np.array([answer is True for answer in asked], dtype=bool)
        no = np.array([answer is False for answer in asked], dtype=bool)
        counted = ~no | occurs
        seen = np.asarray(block.any(axis=1), dtype=np.bool_)
        origins = self.origins or (None,) * len(self.codes)
        return Sample(
            theme=theme,
            interviews=tuple(name for name, kept in zip(self.interviews, counted.tolist(), strict=True) if kept),
            present=block[seen][:, counted],
            informative=(yes | occurs)[counted],
            origins=tuple(origins[row] for row, kept in zip(rows, seen.tolist(), strict=True) if kept),
            rows=tuple(np.asarray(rows, dtype=np.intp)[seen].tolist()),
            columns=tuple(np.flatnonzero(counted).tolist()),
            unprompted=int((no & occurs).sum()),
        )

    def in_order(self, places: Sequence[int]) -> Incidence:
        """The same table, its columns in another order; ``places`` are the 0-based columns of now."""
        return replace(
            self,
            interviews=tuple(self.interviews[place] for place in places),
            present=self.present[:, np.asarray(places, dtype=np.intp)],
            asked={theme: tuple(mask[place] for place in places) for theme, mask in self.asked.items()},
            units=tuple(self.units[place] for place in places) if self.units else (),
        )

    def by_unit(self) -> Incidence | None:
        """The same table with units as columns, or None when no unit speaks through several interviews.

        Units come in the order of their first interview. A code occurs in a unit when it occurs in one of its
        interviews; a theme was asked of a unit when it was asked in one of them.
        """
        members: dict[tuple[str, bool], list[int]] = {}
        for column, names in enumerate(self.units):
            for key in [(name, True) for name in dict.fromkeys(names)] or [(self.interviews[column], False)]:
                members.setdefault(key, []).append(column)
        if not self.units or len(members) >= len(self.interviews):
            return None
        columns = [self.present[:, group].any(axis=1) for group in members.values()]
        return replace(
            self,
            interviews=tuple(name for name, _known in members),
            present=np.column_stack(columns),
            asked={
                theme: tuple(_any_asked([mask[column] for column in group]) for group in members.values())
                for theme, mask in self.asked.items()
            },
            units=(),
        )


def _any_asked(answers: list[bool | None]) -> bool | None:
    """True when one is; None when none is but one is unknown; else False."""
    if True in answers:
        return True
    return None if None in answers else False
