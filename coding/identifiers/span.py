# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of text that may identify someone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a stretch identifies by; the first of two that overlap gives the label of both."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    ID = "ID"
    DATE = "DATE"
    AGE = "AGE"
    ORG = "ORG"
    PERSON = "PERSON"
    LOC = "LOC"
    PROFESSION = "PROFESSION"
    ORIGIN = "ORIGIN"


RANK = {label: rank for rank, label in enumerate(Label)}


@dataclass(frozen=True, order=True)
class Find:
    """``[start, end)`` in code points of the text searched."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True)
class Span:
    """A find with its words: ``text`` is the file's own between ``start`` and ``end``."""

    start: int
    end: int
    label: Label
    text: str


def merged(finds: Iterable[Find]) -> list[Find]:
    """The same ground, sorted and disjoint: finds that overlap become one, under the label that ranks first."""
    kept: list[Find] = []
    for one in sorted(finds):
        if kept and one.start < kept[-1].end:
            last = kept[-1]
            label = min(last.label, one.label, key=RANK.__getitem__)
            kept[-1] = Find(last.start, max(last.end, one.end), label)
        else:
            kept.append(one)
    return kept


def uncovered(finds: Iterable[Find], by: Iterable[Find]) -> Iterator[Find]:
    """Those of ``finds`` that touch none of ``by``."""
    taken = sorted(by)
    for one in finds:
        if not any(other.start < one.end and one.start < other.end for other in taken):
            yield one
