# SPDX-License-Identifier: GPL-3.0-or-later
"""What every reader produces: the lines of a file, with the little layout that tells labels from words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coding.intake.cleaning import clean
from coding.intake.transcript import Notice

Span = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """Where the cells of a table row lie in its line. ``certain``: the file itself says who speaks, and when."""

    label: Span
    words: Span
    time: Span | None
    certain: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph or soft line, clean; the line of a table row may hold LF, others do not.

    ``bold`` counts the leading code points in bold type.
    """

    text: str
    bold: int = 0
    row: Row | None = None


@dataclass(frozen=True)
class Content:
    """A file's lines in reading order, and what its reader noticed."""

    lines: tuple[Line, ...]
    notices: tuple[Notice, ...] = ()


def line_of(runs: Iterable[tuple[str, bool]]) -> Line:
    """One line from its runs ``(raw text, bold)``."""
    raw, prefix, leading = [], [], True
    for text, bold in runs:
        raw.append(text)
        leading = leading and (bold or not text.strip())
        if leading:
            prefix.append(text)
    whole, start = clean("".join(raw))[0], clean("".join(prefix))[0]
    return Line(whole, len(start) if start.strip() and whole.startswith(start) else 0)
