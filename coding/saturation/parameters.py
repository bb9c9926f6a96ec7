# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters of the status, and the sampling frame of a group: what the researcher sets and records."""

from __future__ import annotations

from dataclasses import dataclass

from coding.language import N_
from models.errors import KnownError

FRAME_ANSWERS = ("yes", "partial", "not_applicable", "no")


@dataclass(frozen=True)
class Parameters:
    """Thresholds of the status: conventions, editable, always printed with the result.

    ``base``, ``run``, ``threshold``: Guest's rule, whose base + run is also the fewest informative interviews
    that can be tested. ``tail``: informative interviews that must bring nothing at the end. ``few_codes``: a theme
    with fewer is a coarse codebook. ``non_response_max``: the largest share of the invited that may be missing.
    """

    base: int = 4
    run: int = 2
    threshold: float = 0.05
    tail: int = 3
    coverage_min: float = 0.95
    expected_max: float = 0.5
    few_codes: int = 4
    non_response_max: float = 1 / 3

    def __post_init__(self) -> None:
        if min(self.base, self.run, self.tail) < 1:
            raise KnownError(N_("Base, run and tail count interviews: give each one a whole number from 1 up."))
        shares = (self.threshold, self.coverage_min, self.non_response_max)
        if not all(0 <= share <= 1 for share in shares):
            raise KnownError(N_("A threshold is a share: give it as a number from 0 to 1, such as 0.05."))


@dataclass(frozen=True)
class Frame:
    """What is recorded of who was invited. ``known`` is one of FRAME_ANSWERS; counts are None when not recorded."""

    known: str
    unit: str = ""
    invited: int | None = None
    reached: int | None = None
    refused: int | None = None
    silent: int | None = None
    justification: str = ""

    def __post_init__(self) -> None:
        if self.known not in FRAME_ANSWERS:
            raise ValueError(self.known)

    @property
    def justified(self) -> bool:
        """Whether a written justification is recorded."""
        return bool(self.justification.strip())

    @property
    def non_responses(self) -> int:
        """Refused + silent; where neither is recorded, the invited who were not reached."""
        if self.refused is None and self.silent is None:
            return max((self.invited or 0) - self.reached, 0) if self.reached is not None else 0
        return (self.refused or 0) + (self.silent or 0)

    @property
    def answers_known(self) -> bool:
        """Whether enough is recorded to count the non-responses."""
        if self.refused is None and self.silent is None:
            return self.invited is not None and self.reached is not None
        return True

    @property
    def solicited(self) -> int:
        """The invited; where that was not recorded, the reached and the non-responses together."""
        return (self.reached or 0) + self.non_responses if self.invited is None else self.invited

    @property
    def missing_share(self) -> float:
        """Non-responses over the invited, 0 when there are none."""
        missing = self.non_responses
        return missing / max(self.solicited, missing) if missing else 0.0

    @property
    def adds_up(self) -> bool:
        """Whether reached + refused + silent gives the invited; True where one of the counts is missing."""
        if self.invited is None or self.reached is None:
            return True
        return self.reached + self.non_responses == self.invited
