# SPDX-License-Identifier: GPL-3.0-or-later
"""A person, a place, a service or a date that a project names, under all its forms and wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from coding.fold import words
from coding.identifiers.span import Label


@dataclass(frozen=True)
class Place:
    """Where one form stands: ``[start, end)`` in code points of the value of a text column."""

    table: str
    row_id: int
    column: str
    start: int
    end: int
    form: str
    before: str
    after: str
    turn: int | None = None
    """Number of the turn, in a transcript."""


@dataclass(frozen=True)
class Identity:
    """Everything that stands for one person, place or thing: its forms, most frequent first, and its places in corpus
    order. ``gender`` is «f», «m» or «»; ``generation`` a decade («1950») that the first name suggests, or «»."""

    label: Label
    name: str
    forms: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    gender: str = ""
    generation: str = ""

    @cached_property
    def key(self) -> str:
        """The same from one search to the next, as long as the fullest form is."""
        return f"{self.label} {' '.join(words(self.name))}"


def gathered(label: Label, name: str, places: Iterable[Place], *, gender: str = "", generation: str = "") -> Identity:
    """The identity that stands at these places, its forms counted."""
    kept = tuple(places)
    counts: dict[str, int] = {}
    for place in kept:
        counts[place.form] = counts.get(place.form, 0) + 1
    forms = tuple(sorted(counts.items(), key=lambda one: -one[1]))
    return Identity(label, name, forms, kept, gender, generation)
