# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes as one web page that needs nothing else and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from coding.language import _
from coding.quotes import Quote
from coding.reports.filing import Heading
from coding.reports.leaving import replacing
from coding.reports.quote_content import Content, Meaning
from coding.reports.xml_text import printable

_LOOK = """
:root { color-scheme: light; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; color: #1e2328; background: #fff;
  font: 1.06rem/1.55 Cambria, Caladea, Georgia, serif; hyphens: auto; }
h1, h2, h3, h4, nav, th { font-family: Calibri, Carlito, "Segoe UI", sans-serif; line-height: 1.25; }
h1 { font-size: 2rem; font-weight: 400; margin: 0 0 .5rem; }
header p, .about { color: #555d66; font-size: .9rem; margin: .15rem 0; }
h2 { font-size: 1.45rem; margin: 2.6rem 0 .6rem; } h3 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.2rem 0 .3rem; color: #555d66; }
nav { margin: 2rem 0; } nav h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
nav ol { list-style: none; margin: 0; padding: 0; } nav ol ol { padding-left: 1.2rem; }
nav a { color: inherit; text-decoration: none; } nav a:hover, nav a:focus { text-decoration: underline; }
blockquote { margin: .7rem 0 .7rem 1.4rem; } cite { font-style: normal; color: #555d66; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; margin: .6rem 0 1.2rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #d5d9dc; }
th { border-bottom-color: #7f8890; } td:first-child { width: 58%; } td:last-child { width: 18%; }
@page { size: A4; margin: 2.5cm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } nav { break-after: page; }
  h2, h3, h4 { break-after: avoid; } blockquote { orphans: 2; widows: 2; } thead { display: table-header-group; } }
"""


def write(path: Path, content: Content) -> None:
    """Write the quotes to an .html. Raises KnownError when it cannot."""
    with replacing(path) as partial:
        partial.write_text("\n".join(_lines(content)) + "\n", encoding="utf-8", newline="\n")


def _lines(content: Content) -> Iterator[str]:
    cover = content.cover
    yield f'<!DOCTYPE html>\n<html lang="{cover.language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(cover.title)} – {_text(cover.project)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>"
    yield "\n".join(("<header>", f"<h1>{_text(cover.title)}</h1>", *(f"<p>{_text(line)}</p>" for line in cover.lines),
                     "</header>"))
    if content.depth:
        yield from _contents(content)
    yield "<main>"
    place = 0
    for block in content.blocks():
        if isinstance(block, Heading):
            yield f'<h{block.level + 1} id="h{place}">{_text(block.text)}</h{block.level + 1}>'
            yield from (f'<p class="about">{_text(line)}</p>' for line in block.said)
            yield from _mean(content.meaning(block))
            place += 1
        elif content.layout.form == "table":
            yield from _table(content, block)
        else:
            yield from (_quote(*content.pieces(quote)) for quote in block)
    if not content.found:
        yield f"<p>{_text(_('No quote is printed.'))}</p>"
    if content.glossary():
        yield f'<h2 id="h{place}">{_text(_("Definitions of the codes"))}</h2>'
        for meaning in content.glossary():
            yield f"<h3>{_text(meaning.path)}</h3>"
            yield from _mean(meaning)
    yield "</main>\n</body>\n</html>"


def _contents(content: Content) -> Iterator[str]:
    """Lists within lists: a heading's own, then those below it."""
    yield f'<nav aria-label="{_text(_("Contents"))}">\n<h2>{_text(_("Contents"))}</h2>\n<ol>'
    headings = [(place, item) for place, item in enumerate(
        item for item in content.items if isinstance(item, Heading)) if item.level <= content.depth]
    level = 1
    for at, (place, heading) in enumerate(headings):
        yield "</li>" if at and heading.level == level else ""
        yield "<ol>" if heading.level > level else "</li></ol></li>" if heading.level < level else ""
        level = heading.level
        yield f'<li><a href="#h{place}">{_text(heading.text)}</a>'
    yield "</li></ol>" * level
    yield "</nav>"


def _quote(before: str, words: str, after: str) -> str:
    said = [f"<cite>{_text(part)}</cite>" if part.strip() else "" for part in (before, after)]
    return f"<blockquote>{said[0]}{_text(words)}{said[1]}</blockquote>"


def _table(content: Content, quotes: Sequence[Quote]) -> Iterator[str]:
    titles = "".join(f'<th scope="col">{_text(title)}</th>' for title in (_("Quote"), _("Attribution"), _("Place")))
    yield f"<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>"
    for quote in quotes:
        yield "<tr>" + "".join(f"<td>{_text(part)}</td>" for part in content.row(quote)) + "</tr>"
    yield "</tbody>\n</table>"


def _mean(meaning: Meaning | None) -> Iterator[str]:
    for label, text in meaning.parts if meaning else ():
        yield f'<p class="about"><strong>{_text(label)}</strong> {_text(text).replace(chr(10), "<br>")}</p>'


def _text(text: str) -> str:
    return escape(printable(text))
