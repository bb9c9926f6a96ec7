# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as Markdown, filed as in Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coding.language import _
from coding.quotes import Quote
from coding.reports.filing import Heading
from coding.reports.leaving import replacing
from coding.reports.markdown import escaped
from coding.reports.quote_content import Content, Meaning


def write(path: Path, content: Content) -> None:
    """Write the quotes to an .md. Raises KnownError when it cannot."""
    with replacing(path) as partial:
        partial.write_text("\n\n".join(_paragraphs(content)) + "\n", encoding="utf-8", newline="\n")


def _paragraphs(content: Content) -> Iterator[str]:
    yield f"# {escaped(content.cover.title)}"
    yield from (escaped(line) for line in content.cover.lines)
    for block in content.blocks():
        if isinstance(block, Heading):
            yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
            yield from (escaped(line) for line in block.said)
            yield from _mean(content.meaning(block))
        elif content.layout.form == "table":
            yield _table(content, block)
        else:
            yield from (f"> {escaped(content.line(quote))}" for quote in block)
    if not content.found:
        yield _("No quote is printed.")
    if content.glossary():
        yield f"## {_('Definitions of the codes')}"
    for meaning in content.glossary():
        yield f"### {escaped(meaning.path)}"
        yield from _mean(meaning)


def _table(content: Content, quotes: Sequence[Quote]) -> str:
    rows: list[Sequence[str]] = [(_("Quote"), _("Attribution"), _("Place")), ("---",) * 3]
    rows += [[escaped(part).replace("|", "\\|") for part in content.row(quote)] for quote in quotes]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _mean(meaning: Meaning | None) -> Iterator[str]:
    for label, text in meaning.parts if meaning else ():
        yield f"**{label}** " + "  \n".join(escaped(line) for line in text.split("\n"))
