# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of a codebook, or what differs between two days, as a table: csv, or Word for the annexes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from coding.code_changes import Alteration
from coding.codebook_history import Entry
from coding.language import _
from coding.reports.cover import Cover
from coding.reports.sheet import write_csv
from coding.reports.word import Page
from coding.reports.word_table import Cell

HISTORY = ("when", "interview", "coder", "act", "code", "change", "before", "after")
DIFFERENCES = ("change", "code", "before", "after")


def write_history_csv(path: Path, entries: Sequence[Entry]) -> None:
    """A row a change of a code. Raises KnownError, as do all of these, when it cannot be written."""
    write_csv(path, [HISTORY, *(
        (entry.at.isoformat(" ", "minutes"), entry.interview, entry.coder, entry.act, *_told(change, code_first=True))
        for entry in entries for change in entry.changes)])


def write_differences_csv(path: Path, found: Sequence[Alteration]) -> None:
    """A row a change of a code."""
    write_csv(path, [DIFFERENCES, *(_told(change) for change in found)])


def write_history_docx(path: Path, entries: Sequence[Entry], cover: Cover) -> None:
    """A row a change, what all changes of one act share being written once."""
    rows = []
    for entry in entries:
        for place, change in enumerate(entry.changes):
            where = " · ".join(part for part in (entry.interview, entry.coder) if part)
            shared = (entry.at.isoformat(" ", "minutes"), where) if place == 0 else ("", "")
            rows.append((*shared, *_told(change)))
    _table(path, cover, (_("When"), _("Interview, coder"), *_headings()), rows, (2.3, 2.8, 2.2, 3.7, 3.2, 3.2))


def write_differences_docx(path: Path, found: Sequence[Alteration], cover: Cover) -> None:
    """A row a change of a code."""
    _table(path, cover, _headings(), [_told(change) for change in found], (2.6, 4.8, 5.0, 5.0))


def _headings() -> tuple[str, ...]:
    return _("Change"), _("Code"), _("Before"), _("After")


def _told(change: Alteration, *, code_first: bool = False) -> tuple[str, ...]:
    first = (change.code, change.title()) if code_first else (change.title(), change.code)
    return (*first, change.before, change.after)


def _table(path: Path, cover: Cover, headings: Sequence[str], rows: Iterable[Sequence[str]],
           widths: Sequence[float]) -> None:
    page = Page(cover, tight=True)
    page.table([[Cell(title, bold=True) for title in headings], *([Cell(text) for text in row] for row in rows)],
               widths, size=8.5)
    page.save(path)
