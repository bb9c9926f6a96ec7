# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of cells as spreadsheets put them on the clipboard: a tab between cells, a line a row; a cell that holds a
tab, a line end or a leading quotation mark stands between quotation marks, those within it doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_NEEDED = re.compile(r'[\t\n]|""')


def write(rows: Sequence[Sequence[str]]) -> str:
    """The text of a block; a single cell has no line end, so that it goes into a sentence as well."""
    lines = ["\t".join(map(_written, row)) for row in rows]
    return lines[0] if len(rows) == 1 else "".join(f"{line}\n" for line in lines)


def read(text: str) -> list[list[str]]:
    """The cells of a text, as many in each row; at least one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            break
        if text[at] == "\n":
            if at + 1 == len(text):  # the line end of the last row
                break
            rows.append([])
        at += 1
    widest = max(map(len, rows))
    return [row + [""] * (widest - len(row)) for row in rows]


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at ``at``, and where it ends. Quotation marks that nothing called for are its own."""
    quoted = _QUOTED.match(text, at)
    if quoted and _NEEDED.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    end = min((place for mark in "\t\n" if (place := text.find(mark, at)) >= 0), default=len(text))
    return text[at:end], end


def _written(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell.startswith('"') or "\t" in cell or "\n" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell
