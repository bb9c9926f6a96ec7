# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of transcribers: noScribe's .html, oTranscribe's .otr (a page wrapped in JSON)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from coding.intake import refusals, xml
from coding.intake.lines import Content, Line, line_of
from coding.intake.tables import Cell, table_lines
from coding.intake.transcript import Notice
from coding.intake.txt_reader import decoded
from coding.intake.xml import local
from coding.language import N_

Piece = tuple[str, bool]

_NOTICES = {
    "img": N_("Pictures are left out: {n}."), "script": N_("Scripts are left out: {n}."),
    "form": N_("Forms are left out: {n}."),
}
_LEFT_OUT = frozenset("head style title noscript template object iframe svg audio video select".split()) | set(_NOTICES)
_BLOCKS = frozenset("p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre section article header footer main body "
                    "html tr td th tbody thead table hr address figure".split())
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_SPACES = re.compile(r"[ \t\r\n]+")


def read(path: Path, name: str) -> Content:
    """The lines of a page. KnownError when it is none, or cannot be read."""
    text, notices = decoded(path, name)
    if path.suffix.lower() == ".otr":
        text = _wrapped(text, name)
    root = _parsed(text, name)
    page = _Page()
    lines = tuple(page.lines(root))
    left = [Notice(_NOTICES[kind], {"n": page.left_out[kind]}) for kind in _NOTICES if page.left_out[kind]]
    return Content(lines, (*notices, *left))


def _wrapped(text: str, name: str) -> str:
    """The page that oTranscribe keeps in a JSON file."""
    try:
        page = json.loads(text)["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise refusals.not_of_kind(name, "oTranscribe") from error
    if not isinstance(page, str):
        raise refusals.not_of_kind(name, "oTranscribe")
    return page


def _parsed(text: str, name: str) -> etree._Element:
    if "<" not in text:
        raise refusals.not_of_kind(name, "HTML")
    if text.count("<") > xml.MOST_MARKS:
        raise refusals.too_large(name)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged(name) from error
    if root is None:
        raise refusals.not_of_kind(name, "HTML")
    return root


class _Page:
    """Walks a page; ``left_out`` counts what was not taken, by kind."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self._line: list[Piece] = []

    def lines(self, root: etree._Element) -> Iterator[Line]:
        """The lines of an element, one a block or a line break."""
        yield from self._walk(root, False)
        yield from self._end()

    def _walk(self, element: etree._Element, bold: bool) -> Iterator[Line]:
        name = local(element)
        if name in _LEFT_OUT:
            self.left_out[name] += 1
            return
        if name == "table":
            yield from self._end()
            yield from table_lines([[tuple(self._apart(cell)) for cell in row if local(cell) in {"td", "th"}]
                                    for row in _rows(element)])
            return
        bold = bold or name in {"b", "strong", "th"} or bool(_BOLD.search(element.get("style") or ""))
        if name in _BLOCKS or name == "br":
            yield from self._end()
        self._line.append((_SPACES.sub(" ", element.text or ""), bold))
        for e in element:
            yield from self._walk(e, bold)
            self._line.append((_SPACES.sub(" ", e.tail or ""), bold))
        if name in _BLOCKS:
            yield from self._end()

    def _apart(self, cell: etree._Element) -> Cell:
        """The lines of a table's cell."""
        inside = _Page()
        found = tuple(inside.lines(cell))
        self.left_out += inside.left_out
        return found

    def _end(self) -> Iterator[Line]:
        """The line that is under way."""
        pieces, self._line = self._line, []
        if any(text.strip() for text, _bold in pieces):
            first = next(n for n, (text, _bold) in enumerate(pieces) if text.strip())
            yield line_of([(pieces[first][0].lstrip(), pieces[first][1]), *pieces[first + 1 :]])


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself, whatever groups them."""
    for e in table:
        if local(e) == "tr":
            yield e
        elif local(e) in {"thead", "tbody", "tfoot"}:
            yield from _rows(e)
