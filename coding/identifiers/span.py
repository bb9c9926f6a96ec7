# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of text that may identify someone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a stretch identifies by."""

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
    """The same ground, sorted and disjoint: finds that overlap become one, under the label of the longest.

    Of two that are as long, the label that ``Label`` gives first.
    """
    kept: list[Find] = []
    labelled: list[Find] = []
    for one in sorted(finds):
        if kept and one.start < kept[-1].end:
            labelled[-1] = min(labelled[-1], one, key=lambda find: (find.start - find.end, RANK[find.label]))
            kept[-1] = Find(kept[-1].start, max(kept[-1].end, one.end), labelled[-1].label)
        else:
            kept.append(one)
            labelled.append(one)
    return kept


def clipped(finds: Iterable[Find], by: Iterable[Find]) -> Iterator[Find]:
    """``finds`` up to where the first of ``by`` begins in them; those that begin inside one are dropped."""
    taken = sorted(by)
    for one in finds:
        over = [other for other in taken if other.start < one.end and one.start < other.end]
        if not over:
            yield one
        elif one.start < over[0].start:
            yield Find(one.start, over[0].start, one.label)


def uncovered(finds: Iterable[Find], by: Iterable[Find]) -> Iterator[Find]:
    """Those of ``finds`` that touch none of ``by``."""
    taken = sorted(by)
    for one in finds:
        if not any(other.start < one.end and one.start < other.end for other in taken):
            yield one
