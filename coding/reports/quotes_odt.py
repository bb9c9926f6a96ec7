# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as an OpenDocument text, filed as in Word."""

from __future__ import annotations

from pathlib import Path

from coding.language import _
from coding.reports.filing import Heading
from coding.reports.odt import SMALL, Text
from coding.reports.quote_content import Content, Meaning

_SHARES = (0.58, 0.24, 0.18)  # of the page's width: quote, attribution, place


def write(path: Path, content: Content) -> None:
    """Write the quotes to an .odt. Raises KnownError when it cannot."""
    page = Text(content.cover)
    headings = [item for item in content.items if isinstance(item, Heading)]
    if content.depth:
        page.contents(_("Contents"), [(heading.text, heading.level, f"h{place}")
                                      for place, heading in enumerate(headings) if heading.level <= content.depth],
                      content.depth)
    place = 0
    for block in content.blocks():
        if isinstance(block, Heading):
            page.heading(block.text, block.level, f"h{place}", new_page=bool(content.depth) and place == 0)
            for line in block.said:
                page.line(line, SMALL)
            _mean(page, content.meaning(block), kept=True)
            place += 1
        elif content.layout.form == "table":
            titles = _("Quote"), _("Attribution"), _("Place")
            page.table([titles, *(content.row(quote) for quote in block)], _SHARES)
        else:
            for quote in block:
                page.cited(*content.pieces(quote))
    if not content.found:
        page.line(_("No quote is printed."))
    if content.glossary():
        page.heading(_("Definitions of the codes"), 1, f"h{place}")
        for meaning in content.glossary():
            page.labelled(meaning.path, "")
            _mean(page, meaning)
    page.save(path)


def _mean(page: Text, meaning: Meaning | None, *, kept: bool = False) -> None:
    for label, text in meaning.parts if meaning else ():
        page.labelled(label, text, kept=kept)
