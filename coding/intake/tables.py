# SPDX-License-Identifier: GPL-3.0-or-later
"""Word tables: one that sets names against words becomes rows; any other is read as its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coding.intake.lines import Line, Row, Span
from coding.intake.shapes import Shape, shape_of
from coding.intake.stamps import STAMP

Cell = tuple[Line, ...]

_TIME = re.compile(STAMP)
# At least this share of the filled cells of a column must look like labels.
_MOSTLY = 0.6
_LONGEST_CELL = 80


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[Line]:
    """The lines of a table, rows with a label in one line each."""
    texts = [[_text(cell) for cell in row] for row in rows]
    columns = _columns(texts)
    if columns is None:
        return [line for row in rows for cell in row for line in cell]
    label, words = columns
    return [line for row, cells in zip(rows, texts, strict=True) for line in _row(row, cells, label, words)]


def _text(cell: Cell) -> str:
    return "\n".join(line.text for line in cell)


def _columns(texts: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Which column holds the labels and which the words, or None where the table sets no name against words."""
    width = max((len(row) for row in texts), default=0)
    if width < 2:
        return None
    sizes = [sum(len(row[i]) for row in texts if i < len(row)) for i in range(width)]
    words = max(range(1, width), key=lambda i: sizes[i])
    for label in range(words - 1, -1, -1):
        if _holds_labels([row[label] for row in texts if label < len(row)]):
            return label, words
    return None


def _holds_labels(cells: Sequence[str]) -> bool:
    filled = [c.strip(" :：\u00a0\u202f\t\n[]") for c in cells if c.strip()]
    names = [_TIME.sub("", c).strip() for c in filled if len(c) <= _LONGEST_CELL]
    fits = [n for n in names if n and shape_of(" ".join(n.split())) is not Shape.SPEECH]
    return bool(filled) and len(fits) >= _MOSTLY * len(filled)


def _row(cells: Sequence[Cell], texts: Sequence[str], label: int, words: int) -> list[Line]:
    if len(texts) <= words or not texts[label].strip():
        # No name: the rest of what was being said (an empty label cell), or a title across the table.
        return [line for cell, text in zip(cells, texts, strict=True) if text.strip() for line in cell]
    spans: list[Span] = []
    at = 0
    for text in texts:
        spans.append((at, at + len(text)))
        at += len(text) + 1
    time = next((s for s, t in zip(spans, texts, strict=True) if _TIME.fullmatch(t.strip())), None)
    bold = spans[label][1] if cells[label][0].bold >= len(cells[label][0].text.rstrip()) > 0 else 0
    return [Line("\t".join(texts), bold, Row(spans[label], spans[words], time))]
