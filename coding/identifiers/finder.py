# SPDX-License-Identifier: GPL-3.0-or-later
"""Every identifier of a text: the rules, the tagger and the propagation, one after the other."""

from __future__ import annotations

from pathlib import Path

from coding.identifiers import ages, contacts, dates, labels, names, occupations, places, propagation, proper, tagger
from coding.identifiers.decoded import Normal, normal
from coding.identifiers.span import Find, Span, clipped, merged, uncovered
from coding.identifiers.tokens import Tokens


def find(text: str) -> list[Span]:
    """What may identify someone in ``text``, sorted and disjoint; ``text[span.start:span.end] == span.text``.

    Labels of transcripts are no finding, unless they name someone. The first call of a process loads the language
    model; KnownError when it is not installed.
    """
    read = normal(text)
    return [_span(text, read, one) for one in _found(read.text)]


def find_in_file(path: Path) -> list[Span]:
    """What may identify someone in a file; offsets are those of ``coding.intake.read_text``. Raises KnownError."""
    from coding.intake.reader import read_text

    return find(read_text(path))


def _span(text: str, read: Normal, one: Find) -> Span:
    start, end = read.back(one.start, one.end)
    return Span(start, end, one.label, text[start:end])


def _found(text: str) -> list[Find]:
    cut = labels.labels(text)
    said = labels.without(text, cut)
    tokens = Tokens(said)
    certain = merged([*contacts.finds(said), *dates.finds(said), *ages.finds(said)])
    named = [*places.finds(tokens), *names.finds(tokens), *proper.finds(tokens), *tagger.finds(tokens)]
    speakers = list(labels.finds(text, cut))
    named = merged([*speakers, *uncovered(named, certain)])
    spread = propagation.finds(tokens, named)
    found = merged([*certain, *named, *uncovered(spread, certain)])
    return merged([*found, *clipped(occupations.finds(said), found)])
