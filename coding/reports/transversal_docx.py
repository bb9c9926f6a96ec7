# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table in Word, on landscape pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from coding.arrangement import Column, laid_out, present
from coding.language import _, percent
from coding.reports.cover import Cover
from coding.reports.tint import tint
from coding.reports.transversal_content import FIRST, UNASKED, WRITTEN, Content
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.transversal import Band, Row

AT_ONCE = 14  # columns that fit a landscape page; a wider table continues in another one
READ_AT_ONCE = 4  # and those of summaries
_NAMES, _PRESENT, _ALL = 6.0, 1.7, 26.7  # widths in centimetres
_Written = Callable[[int, Row, int], Cell]  # theme id, row, column’s place


def write(path: Path, content: Content, cover: Cover, *, prose: bool = False) -> None:
    """Write the table to a .docx, ◆ where a code first appears, a table for each band. ``prose``: the summaries in
    its cells; else a framework matrix of those there are follows. Raises KnownError when it cannot."""
    page = Page(cover, landscape=True)
    if prose:
        _tables(page, content, READ_AT_ONCE, _prose(content))
    else:
        _tables(page, content, AT_ONCE, _figures(content))
        _signs(page, content)
        written = {row.code_id for row, _place, _text in content.written()}
        if written:
            page.heading(_("Cell summaries"), 2)
            rows = tuple(row for row in content.table.rows if row.depth == 0 or row.code_id in written)
            shown = replace(content, table=replace(content.table, rows=rows))
            _tables(page, shown, READ_AT_ONCE, _prose(shown))
    page.save(path)


def _signs(page: Page, content: Content) -> None:
    table = content.table
    if not table.gathered:
        page.note(_("{sign} first appearance of the code, in the order of interviews").format(sign=FIRST))
        ids = set(table.interview_ids)
        if any(not put for (_theme, key), put in content.asked.items() if key in ids):
            page.note(_("{sign} theme not asked in this interview").format(sign=UNASKED))


def _tables(page: Page, content: Content, at_once: int, cell: _Written) -> None:
    for band, columns in _stretches(content, at_once):
        if band is not None:
            page.heading(f"{band.title} ({band.interviews})", 3)
        own = min(2.2, (_ALL - _NAMES - _PRESENT) / at_once) if at_once == AT_ONCE else (
            _ALL - _NAMES - _PRESENT) / at_once
        rows = [[Cell(), *(Cell(content.title(column), bold=True, align="center") for column in columns)]]
        for theme_id, row in content.by_theme():
            name = Cell(row.name, bold=row.code is None, indent=0.4 * row.depth)
            rows.append([name, *(_total(content, row, column) if column.place is None else
                                 cell(theme_id, row, column.place) for column in columns)])
        page.table(rows, [_NAMES, *(_PRESENT if column.place is None else own for column in columns)], size=8.5)


def _stretches(content: Content, at_once: int) -> Iterator[tuple[Band | None, Sequence[Column]]]:
    """The columns of each table in turn, and the band that it is of: so many at once, then their total."""
    laid = laid_out(content.table)
    for band in content.table.bands if content.table.bands is not None else (None,):
        own = [column for column in laid if column.band == band]
        total, own = own[-1:], own[:-1]
        for start in range(0, max(len(own), 1), at_once):
            yield band, [*own[start : start + at_once], *total]


def _total(content: Content, row: Row, column: Column) -> Cell:
    return Cell("{}/{}".format(*present(content.table, row, column)), align="center")


def _figures(content: Content) -> _Written:
    table = content.table

    def cell(theme_id: int, row: Row, place: int) -> Cell:
        count = row.counts[place]
        if not count:
            return Cell(UNASKED, align="center") if content.unasked(theme_id, place) else Cell()
        figure = percent(count, 1) if table.measure == "share" else str(count)
        if table.gathered:
            figure = f"{count}/{table.sizes[place]}"
        return Cell(f"{FIRST} {figure}" if table.is_first(row, place) else figure, bold=row.code is None,
                    align="center", fill=content.fill(row, count, place))

    return cell


def _prose(content: Content) -> _Written:
    def cell(theme_id: int, row: Row, place: int) -> Cell:
        text = content.summary(row, place)
        if text:
            return Cell(text, fill=tint(row.colour, WRITTEN))
        return Cell(UNASKED, align="center") if content.unasked(theme_id, place) else Cell()

    return cell
