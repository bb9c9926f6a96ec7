# SPDX-License-Identifier: GPL-3.0-or-later
"""One find of the search, before it is known whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coding.identifiers.span import Label
from coding.pseudonyms.identity import Place

_HERS = re.compile(r"\b(?:mme|mmes|madame|mlle|mademoiselle|docteure|s(?:œ|oe)ur)\s+$", re.IGNORECASE)
_HIS = re.compile(r"(?:\b(?:mr|monsieur|fr[èe]re)\.?|\bM\.?)\s+$", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:\b(?:dr|pr|docteure?|professeure?|ma[îi]tre|me|mr|monsieur|mme|madame|mlle|mademoiselle)\.?|\bM\.?)\s+$",
    re.IGNORECASE)
_DOCTOR = re.compile(r"\b(?:dr|docteure?|pr|professeure?)\.?\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A place, what it identifies by, and the interview it belongs to (0: none)."""

    label: Label
    interview: int
    place: Place

    def labelled(self, label: Label) -> Mention:
        """The same under another label."""
        return self if label is self.label else replace(self, label=label)

    @property
    def titled(self) -> bool:
        """Whether a title stands before: what follows is a surname."""
        return bool(_TITLED.search(self.place.before))

    @property
    def gender(self) -> str:
        """What the title before says: «f», «m» or nothing."""
        return "f" if _HERS.search(self.place.before) else "m" if _HIS.search(self.place.before) else ""


def is_doctor(place: Place) -> bool:
    """Whether «docteur» or «professeur» stands before."""
    return bool(_DOCTOR.search(place.before))
