# SPDX-License-Identifier: GPL-3.0-or-later
"""How a transversal table is laid out to be read: in which order, what is folded, what is left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from coding.fold import fold
from coding.transversal import Band, Row, Table

RowOrder = Literal["codebook", "most", "name"]
ColumnOrder = Literal["recorded", "title", "most"]


@dataclass(frozen=True)
class Arrangement:
    """``rows``: as in the codebook, the codes of most interviews first within each theme, or by name. ``columns``
    (of interviews): in the recorded order, by title, or the most coded first. ``folded``: the themes, by id, whose
    codes are left out."""

    rows: RowOrder = "codebook"
    columns: ColumnOrder = "recorded"
    folded: frozenset[int] = frozenset()
    hide_empty_rows: bool = False
    hide_empty_columns: bool = False


@dataclass(frozen=True)
class Column:
    """A column that is read: a place in the table, or (None) the total of a band, or of all."""

    place: int | None
    band: Band | None


def laid_out(table: Table) -> list[Column]:
    """The columns of a table and, after those of each band and after all, their totals."""
    if not table.columns:
        return []
    if table.bands is None:
        return [*(Column(place, None) for place in range(len(table.columns))), Column(None, None)]
    found = []
    for band in table.bands:
        found += [*(Column(place, band) for place in range(band.start, band.stop)), Column(None, band)]
    return [*found, Column(None, None)]


def present(table: Table, row: Row, column: Column) -> tuple[int, int]:
    """A total: in how many interviews a code occurs, and of how many."""
    band = column.band
    return (row.present, table.interviews) if band is None else (band.present(row), band.interviews)


def arranged(table: Table, arrangement: Arrangement) -> Table:
    """The table as it is to be read. ``first`` still follows the recorded order, ``present`` still counts every
    interview, and bands keep their size: only empty columns go."""
    rows = _in_order(table.rows, arrangement.rows)
    if arrangement.folded:
        rows = _folded(rows, arrangement.folded)
    if arrangement.hide_empty_rows:
        rows = [row for row in rows if row.present]
    return _with_columns(replace(table, rows=tuple(rows)), _columns(table, arrangement))


def _in_order(rows: Sequence[Row], order: RowOrder) -> list[Row]:
    """Rows sorted among those that stand under the same one, each followed by what stands under it."""
    if order == "codebook" or not rows:
        return list(rows)
    key: Callable[[Row], Any] = (lambda row: -row.present) if order == "most" else (lambda row: fold(row.name))
    top = rows[0].depth
    starts = [*(place for place, row in enumerate(rows) if row.depth == top), len(rows)]
    families = [rows[start:stop] for start, stop in pairwise(starts)]
    if top > 0 or order == "name":  # themes keep their places when it is their codes that are weighed
        families.sort(key=lambda family: key(family[0]))
    return [row for first, *below in families for row in (first, *_in_order(below, order))]


def _folded(rows: Sequence[Row], themes: frozenset[int]) -> list[Row]:
    shown, closed = [], False
    for row in rows:
        if row.depth == 0:
            closed = row.code_id in themes
        if row.depth == 0 or not closed:
            shown.append(row)
    return shown


def _columns(table: Table, arrangement: Arrangement) -> list[Sequence[int]]:
    """The places of the columns to show, a list for each band (one list where there is none)."""
    stretches: list[Sequence[int]] = [range(band.start, band.stop) for band in table.bands] if (
        table.bands is not None) else [range(len(table.columns))]
    if not table.gathered and arrangement.columns != "recorded":
        ranks: list[Any] = [fold(title) for title in table.columns] if arrangement.columns == "title" else [
            -sum(row.counts[place] for row in table.rows if row.depth == 0) for place in range(len(table.columns))]
        stretches = [sorted(places, key=ranks.__getitem__) for places in stretches]
    if arrangement.hide_empty_columns:
        held = [any(row.counts[place] for row in table.rows) for place in range(len(table.columns))]
        stretches = [[place for place in places if held[place]] for places in stretches]
    return stretches


def only_columns(table: Table, places: Collection[int]) -> Table:
    """The table without the other columns, nor the bands that are left with none. ``present`` still counts every
    interview; the totals of bands no longer do, and are not to be shown."""
    stretches: list[Sequence[int]] = [
        [place for place in range(start, stop) if place in places]
        for start, stop in ([(0, len(table.columns))] if table.bands is None else
                            [(band.start, band.stop) for band in table.bands])]
    kept = _with_columns(table, stretches)
    return kept if kept.bands is None else replace(
        kept, bands=tuple(band for band in kept.bands if band.stop > band.start))


def _with_columns(table: Table, stretches: Sequence[Sequence[int]]) -> Table:
    places = [place for stretch in stretches for place in stretch]
    if places == list(range(len(table.columns))):
        return table
    where = {place: column for column, place in enumerate(places)}
    bands: list[Band] = []
    for band, stretch in zip(table.bands or (), stretches, strict=False):
        start = bands[-1].stop if bands else 0
        bands.append(replace(band, start=start, stop=start + len(stretch)))
    return replace(
        table, bands=None if table.bands is None else tuple(bands),
        columns=tuple(table.columns[place] for place in places),
        interview_ids=tuple(table.interview_ids[place] for place in places) if table.interview_ids else (),
        sizes=tuple(table.sizes[place] for place in places) if table.sizes else (),
        rows=tuple(replace(row, counts=tuple(row.counts[place] for place in places),
                           first=None if row.first is None else where.get(row.first)) for row in table.rows),
    )
