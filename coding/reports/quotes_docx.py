# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes in Word, each as it will stand in the thesis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from coding.language import _
from coding.quotes import Quote
from coding.reports.filing import Heading
from coding.reports.quote_content import Content, Meaning
from coding.reports.word import IN_TABLE, Page
from coding.reports.word_contents import Entry
from coding.reports.word_table import Cell

_SHARES = (0.58, 0.24, 0.18)  # of the page's width: quote, attribution, place
_LINES, _LETTERS = 40, 85  # of a usual page, and of a line


def write(path: Path, content: Content) -> None:
    """Write the quotes to a .docx. Raises KnownError when it cannot, or the template is none."""
    page = Page(content.cover, template=content.layout.template, continued=content.layout.continued)
    entries = list(_entries(content))
    if content.depth:
        page.contents(_("Contents"), [entry for entry in entries if entry.level <= content.depth], content.depth)
    marks = iter(entries)
    for block in content.blocks():
        if isinstance(block, Heading):
            page.heading(block.text, block.level, bookmark=next(marks).bookmark,
                         new_page=bool(content.depth) and block is content.items[0])
            for line in block.said:
                page.note(line)
            _mean(page, content.meaning(block), kept=True)
        elif content.layout.form == "table":
            _table(page, content, block)
        else:
            for quote in block:
                page.cited(*content.pieces(quote))
    if not content.found:
        page.line(_("No quote is printed."))
    if content.glossary():
        page.heading(_("Definitions of the codes"), 1, bookmark=next(marks).bookmark)
        for meaning in content.glossary():
            page.labelled(meaning.path, "")
            _mean(page, meaning)
    page.save(path)


def _mean(page: Page, meaning: Meaning | None, *, kept: bool = False) -> None:
    """What a code means, a line of text each a paragraph; ``kept`` on the page of what follows."""
    for label, text in meaning.parts if meaning else ():
        for place, line in enumerate(text.split("\n")):
            if place:
                page.note(line)
            else:
                page.labelled(label, line, small=True)
            if kept:
                page.bind()


def _table(page: Page, content: Content, quotes: Sequence[Quote]) -> None:
    titles = tuple(Cell(title, bold=True) for title in (_("Quote"), _("Attribution"), _("Place")))
    rows = [titles, *(tuple(map(Cell, content.row(quote))) for quote in quotes)]
    page.table(rows, [page.width * share for share in _SHARES], style=IN_TABLE)


def _entries(content: Content) -> Iterator[Entry]:
    """An entry for each heading. The page is a first guess, until Word or LibreOffice counts them."""
    headings = [item for item in content.items if isinstance(item, Heading)]
    shown = sum(heading.level <= content.depth for heading in headings)
    lines, place = 0.0, 0
    first = 1 + ceil((shown + 8) / _LINES) if content.depth else 1
    for block in content.blocks():
        if isinstance(block, Heading):
            yield Entry(block.text, block.level, f"_Toc{place:08}", first + int(lines / _LINES))
            place += 1
            meaning = content.meaning(block)
            lines += 2.2 + sum(ceil(len(text) / _LETTERS) for _label, text in (meaning.parts if meaning else ()))
        else:
            lines += sum(ceil(len(quote.printed) / _LETTERS) + 0.9 for quote in block)
    if content.glossary():
        yield Entry(_("Definitions of the codes"), 1, f"_Toc{place:08}", first + int(lines / _LINES))
