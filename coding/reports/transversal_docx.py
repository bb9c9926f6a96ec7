# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table in Word, on landscape pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from pathlib import Path

from coding.arrangement import Column, laid_out, only_columns, present
from coding.language import _, percent
from coding.reports.cover import Cover
from coding.reports.tint import tint
from coding.reports.transversal_content import FIRST, UNASKED, WRITTEN, Content
from coding.reports.word import Page
from coding.reports.word_table import Cell
from coding.transversal import Row

_NAMES, _TOTAL, _LAST, _ALL = 6.0, 1.2, 1.7, 26.7  # widths in centimetres
_FIGURE, _PROSE = (1.5, 2.2), (4.5, 6.0)  # the least and the most of a column; a wider table continues in another
_Written = Callable[[int, Row, int], Cell]  # theme id, row, column’s place


def write(path: Path, content: Content, cover: Cover, *, prose: bool = False) -> None:
    """Write the table to a .docx, ◆ where a code first appears, bands side by side. ``prose``: the summaries in its
    cells, of the codes that have any; else they follow, for the codes and the interviews that have any. Raises
    KnownError when it cannot."""
    page = Page(cover, landscape=True)
    written = {row.code_id for row, _place, _text in content.written()}
    if not prose:
        _tables(page, content, _FIGURE, _figures(content), totals=True)
        _signs(page, content)
        if written:
            page.heading(_("Cell summaries"), 2)
    if prose or written:
        shown = _summed(content, written, everyone=prose)
        _tables(page, shown, _PROSE, _prose(shown), totals=False)
    page.save(path)


def _summed(content: Content, written: Collection[int], *, everyone: bool) -> Content:
    """The rows of summaries below their themes; of ``everyone``, or of the interviews and themes that have any."""
    themes = {theme_id for theme_id, row in content.by_theme() if everyone or row.code_id in written}
    table = content.table
    if not everyone:
        table = only_columns(table, {place for place in range(len(table.columns))
                                     if any(content.summary(row, place) for row in table.rows)})
    return replace(content, table=replace(table, rows=tuple(
        row for row in table.rows if row.code_id in written or (row.depth == 0 and row.code_id in themes))))


def _signs(page: Page, content: Content) -> None:
    table = content.table
    if not table.gathered:
        page.note(_("{sign} first appearance of the code, in the order of interviews").format(sign=FIRST))
        ids = set(table.interview_ids)
        if any(not put for (_theme, key), put in content.asked.items() if key in ids):
            page.note(_("{sign} theme not asked in this interview").format(sign=UNASKED))


def _tables(page: Page, content: Content, widths: tuple[float, float], cell: _Written, *, totals: bool) -> None:
    least, most = widths
    for columns in _stretches(content, least, totals=totals):
        counts = sum(column.place is None for column in columns) - 1
        own = min(most, (_ALL - _NAMES - _LAST - counts * _TOTAL) / max(len(columns) - counts - 1, 1))
        rows = [[Cell(), *_bands(columns)]] if content.table.bands else []
        rows.append([Cell(), *(Cell(_title(content, column), bold=column.place is not None, align="center")
                               for column in columns)])
        titles = len(rows)
        for theme_id, row in content.by_theme():
            name = Cell(row.name, bold=row.code is None, indent=0.4 * row.depth)
            rows.append([name, *(_total(content, row, column) if column.place is None else
                                 cell(theme_id, row, column.place) for column in columns)])
        page.table(rows, [_NAMES, *(_TOTAL if column.place is None else own for column in columns[:-1]), _LAST],
                   size=8.5, titles=titles)


def _title(content: Content, column: Column) -> str:
    return "n/N" if column.place is None and column.band is not None else content.title(column)


def _bands(columns: Sequence[Column]) -> list[Cell]:
    """The titles of bands over their columns."""
    return [Cell(f"{band.title} ({band.interviews})" if band is not None else "", bold=True, span=len(list(own)))
            for band, own in groupby(columns, key=lambda column: column.band)]


def _stretches(content: Content, least: float, *, totals: bool) -> list[list[Column]]:
    """The columns of each table in turn: as many as there is room for, the total of all ending each of them; the
    total of a band, if ``totals`` are wanted, stays beside its last column."""
    *laid, last = laid_out(content.table) or [Column(None, None)]
    laid = [column for column in laid if totals or column.place is not None]
    found: list[list[Column]] = [[]]
    room = full = _ALL - _NAMES - _LAST
    for column, after in zip_longest(laid, laid[1:]):
        wide = _TOTAL if column.place is None else least
        if wide + (_TOTAL if after is not None and after.place is None else 0) > room + 0.01 and found[-1]:
            found.append([])
            room = full
        found[-1].append(column)
        room -= wide
    return [[*columns, last] for columns in found]


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
