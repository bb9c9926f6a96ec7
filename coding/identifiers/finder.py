# SPDX-License-Identifier: GPL-3.0-or-later
"""Every identifier of a text: the rules, the tagger and the propagation, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coding.identifiers import (
    ages,
    contacts,
    dates,
    labels,
    names,
    nicknames,
    occupations,
    places,
    propagation,
    proper,
    tagger,
)
from coding.identifiers.decoded import Normal, normal
from coding.identifiers.span import Find, Label, Span, clipped, merged, uncovered
from coding.identifiers.tokens import Tokens


def find(text: str) -> list[Span]:
    """What may identify someone in ``text``, sorted and disjoint; ``text[span.start:span.end] == span.text``.

    Labels of transcripts are no finding, unless they name someone. The first call of a process loads the language
    model; KnownError when it is not installed.
    """
    plain = normal(text)
    return [_span(text, plain, one) for one in found(plain.text, read(plain.text))]


def find_in_file(path: Path) -> list[Span]:
    """What may identify someone in a file; offsets are those of ``coding.intake.read_text``. Raises KnownError."""
    from coding.intake.reader import read_text

    return find(read_text(path))


def _span(text: str, plain: Normal, one: Find) -> Span:
    start, end = plain.back(one.start, one.end)
    return Span(start, end, one.label, text[start:end])


@dataclass(frozen=True)
class Reading:
    """What the rules and the tagger say of one text, before any name is looked for elsewhere. ``cut``: its labels."""

    cut: tuple[tuple[int, int], ...]
    certain: tuple[Find, ...]
    named: tuple[Find, ...]
    trades: tuple[Find, ...]
    names: Mapping[str, Label]


def read(text: str, cut: Sequence[tuple[int, int]] | None = None, *, tagged: bool = True) -> Reading:
    """Read a text (NFC, LF); ``cut`` says where its labels are, when that is known. The tagger is left out of
    fragments that are no sentences."""
    cut = labels.labels(text) if cut is None else cut
    said = labels.without(text, cut)
    tokens = Tokens(said)
    certain = merged([*contacts.finds(said), *dates.finds(said), *ages.finds(said)])
    named = [*places.finds(tokens), *names.finds(tokens), *proper.finds(tokens)]
    if tagged:
        named += tagger.finds(tokens)
    named = merged([*labels.finds(text, cut), *uncovered(named, certain)])
    trades = tuple(occupations.finds(said))
    return Reading(tuple(cut), tuple(certain), tuple(named), trades, propagation.known_by(said, named))


def found(text: str, reading: Reading, elsewhere: Mapping[str, Label] = propagation.NONE) -> list[Find]:
    """Everything that may identify someone in a text already read, its own names and those known from ``elsewhere``
    looked for everywhere in it; a label that is one of them is a find."""
    tokens = Tokens(labels.without(text, reading.cut))
    spread = [*propagation.finds(tokens, reading.names, elsewhere),
              *labels.known(text, reading.cut, reading.names, elsewhere)]
    everything = merged([*reading.certain, *reading.named, *uncovered(spread, reading.certain)])
    everything = merged(nicknames.widened(tokens, everything))
    trades = (one for one in clipped(reading.trades, everything) if not text[one.end - 1].isspace())  # «docteur Roux»
    return merged([*everything, *trades])
