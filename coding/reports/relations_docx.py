# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations in Word, on landscape pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from coding.codebook import Codebook
from coding.contradictions import Reading
from coding.language import _, number, quoted_list
from coding.quotes import Quote
from coding.relations.by_attribute import FEW, Comparison, Row
from coding.relations.cooccurrence import Meetings
from coding.reports.cover import Cover, kept_back
from coding.reports.relations_sheet import HEAT, column_title
from coding.reports.tint import fullness, tint
from coding.reports.word import Page
from coding.reports.word_table import Cell

LISTED = 300  # pairs that a document prints: the spreadsheet has them all
AT_ONCE = 7  # columns that fit a page; a wider table continues in another one
_NAMES, _ALL = 7.0, 26.7  # widths in centimetres


def write_together(path: Path, counted: Meetings, book: Codebook, marked: Collection[tuple[int, int]],
                   cover: Cover) -> None:
    """The first LISTED pairs that meet. Raises KnownError when it cannot be written."""
    page = Page(cover, landscape=True)
    pairs = counted.pairs()
    most = max((pair.interviews for pair in pairs), default=0)
    titles = (_("Code"), _("meets"), _("Interviews"), _("Meetings"))
    rows = [[Cell(title, bold=True, align="left" if place < 2 else "center") for place, title in enumerate(titles)]]
    for pair in pairs[:LISTED]:
        key = (min(pair.one_id, pair.other_id), max(pair.one_id, pair.other_id))
        other = book.path_text(pair.other_id)
        rows.append([Cell(book.path_text(pair.one_id)), Cell(f"{other} ≠" if key in marked else other),
                     Cell(f"{pair.interviews}/{counted.read}", align="center",
                          fill=tint(HEAT, 0.45 * fullness(pair.interviews, most))),
                     Cell(number(pair.meetings), align="center")])
    page.table(rows, [10.4, 10.4, 3.0, 2.9])
    if len(pairs) > LISTED:
        page.note(_("The first {n} pairs of {all}; a spreadsheet holds them all.").format(
            n=LISTED, all=number(len(pairs))))
    page.note(_("A pair counts once in each interview where its codes meet. ≠ marked as contradictory."))
    page.save(path)


def write_compared(path: Path, found: Comparison, rows: Sequence[Row], cover: Cover) -> None:
    """n/N for each code and column. Raises KnownError when it cannot be written."""
    page = Page(cover, landscape=True)
    for start in range(0, max(len(found.columns), 1), AT_ONCE):
        columns = found.columns[start:start + AT_ONCE]
        width = min(3.2, (_ALL - _NAMES) / max(len(columns), 1))
        table = [[Cell(), *(Cell(column_title(column), bold=True, align="center") for column in columns)]]
        for row in rows:
            bold = row.code is None
            cells = [Cell(row.name, bold=bold, indent=0.4 * row.depth)]
            for n, column in zip(row.counts[start:start + AT_ONCE], columns, strict=True):
                of = len(column.interview_ids)
                filled = tint(row.colour or "#888888", 0.7 * fullness(n, of)) if n and not column.few else ""
                cells.append(Cell(f"{n}/{of}", bold=bold, align="center", fill=filled))
            table.append(cells)
        page.table(table, [_NAMES, *[width] * len(columns)], size=8.5)
    few = [column.title for column in found.columns if column.few]
    if few:
        page.note(_("Fewer than {n} interviews, to be read rather than compared: {columns}.").format(
            n=FEW, columns=quoted_list(few)))
    page.note(_("Interviews were chosen, not drawn: counts are set side by side, nothing is tested."))
    page.save(path)


def write_contradictory(path: Path, found: Sequence[Reading], said: Mapping[int, Sequence[Quote]], book: Codebook,
                        cover: Cover) -> None:
    """The counts of every pair; then for each, who, the note, and what those who hold both say. Raises KnownError when
    it cannot be written."""
    page = Page(cover, landscape=True)
    titles = (_("Code"), _("against"), _("First only"), _("Second only"), _("Both"), _("Neither"))
    rows = [[Cell(title, bold=True, align="left" if place < 2 else "center") for place, title in enumerate(titles)]]
    rows += [[Cell(book.path_text(reading.one_id)), Cell(book.path_text(reading.other_id)),
              *(Cell(str(len(side)), align="center")
                for side in (reading.only_one, reading.only_other, reading.both, reading.neither))]
             for reading in found]
    page.table(rows, [8.5, 8.5, 2.4, 2.4, 2.4, 2.4])
    for reading in found:
        _pair(page, reading, said.get(reading.id, ()), book, cover.language)
    page.save(path)


def _pair(page: Page, reading: Reading, said: Sequence[Quote], book: Codebook, language: str) -> None:
    one, other = book.by_id[reading.one_id].name, book.by_id[reading.other_id].name
    page.heading(_("{one} ≠ {other}").format(one=one, other=other), 1)
    only = _("Only “{code}”:")
    for label, side in ((only.format(code=one), reading.only_one), (only.format(code=other), reading.only_other),
                        (_("Both:"), reading.both), (_("Neither:"), reading.neither)):
        page.labelled(label, ", ".join(ref.title for ref in side) or "–")
    if reading.note:
        page.labelled(_("Note:"), reading.note)
    free = [quote for quote in said if not quote.withheld]
    for quote in free:
        page.note(" · ".join(ref.text for ref in quote.sought))
        page.cited(*quote.manner.pieces(quote, language))
    if len(free) < len(said):
        page.note(kept_back(len(said) - len(free)))
