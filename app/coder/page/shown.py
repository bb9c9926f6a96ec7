# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page shows of the passages: all, some, what they leave uncoded, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from coding.intervals import Mark
from coding.passage_index import PassageIndex


class What(Enum):
    """Kinds of filter."""

    EVERYTHING = "everything"
    CODE = "code"  # one code (a theme, say) with those below it
    CODER = "coder"
    UNCODED = "uncoded"  # the words that no passage codes
    NOTHING = "nothing"


@dataclass(frozen=True)
class Shown:
    """A filter. ``id`` is the code's or the coder's; ``codes``, those of a filter by code."""

    what: What = What.EVERYTHING
    id: int = 0
    codes: frozenset[int] = frozenset()

    def of(self, mark: Mark, index: PassageIndex) -> Mark | None:
        """A passage as it is shown, with the codes that pass; None when it is not."""
        if self.what is What.EVERYTHING:
            return mark
        if self.what is What.UNCODED:
            return mark if mark.codes else None
        codes: tuple[int, ...] = ()
        if self.what is What.CODE:
            codes = tuple(code for code in mark.codes if code in self.codes)
        elif self.what is What.CODER:
            codes = tuple(dict.fromkeys(code for code, coder in index.codings_of(mark.id) if coder == self.id))
        return mark._replace(codes=codes) if codes else None

    def among(self, codes: Iterable[int]) -> frozenset[int]:
        """Those of some codes of which passages may be shown."""
        if self.what in (What.UNCODED, What.NOTHING):
            return frozenset()
        return frozenset(codes) & self.codes if self.what is What.CODE else frozenset(codes)

    @property
    def coder_id(self) -> int | None:
        """The only coder whose codes are shown; None when there is no such one."""
        return self.id if self.what is What.CODER else None

    @property
    def names(self) -> bool:
        """Whether passages have a stripe, a tint and a name, rather than what lies between them."""
        return self.what is not What.UNCODED
