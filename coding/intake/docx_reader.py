# SPDX-License-Identifier: GPL-3.0-or-later
"""Word files: paragraphs and tables in document order, as neutral lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from coding.intake import refusals
from coding.intake.docx_package import Package, child
from coding.intake.docx_runs import Inline, Piece, mark_is_deleted
from coding.intake.lines import Content, Line, line_of
from coding.intake.tables import Cell, table_lines
from coding.intake.transcript import Notice
from coding.intake.xml import local
from coding.language import N_

_NOT_BODY = frozenset("sectPr tblPr tblGrid trPr tcPr pPr del moveFrom sdtPr sdtEndPr".split())
_NOTICES = {
    "changes": N_("The file holds tracked changes: what was inserted is kept, what was deleted is left out."),
    "comments": N_("Word comments are left out: {n}."),
    "notes": N_("Footnotes and endnotes are left out: {n}."),
    "boxes": N_("Text boxes are left out: {n}."),
    "pictures": N_("Pictures are left out: {n}."),
    "margins": N_("Headers and footers are left out: {n}."),
    "hidden": N_("Hidden text is left out."),
}


def read(path: Path | IO[bytes], name: str) -> Content:
    """The lines of a Word file. KnownError when it is damaged, protected, or no Word document."""
    package = Package(path, name)
    try:
        body = child(package.document(), "body")
        inline = Inline(package.styles())
        inline.left_out["margins"] = package.margins()
    finally:
        package.close()
    if body is None:
        raise refusals.not_word(name)
    lines = tuple(_Body(inline).lines(body))
    return Content(lines, tuple(_notices(inline.left_out)))


def _notices(left_out: Counter[str]) -> Iterator[Notice]:
    return (Notice(_NOTICES[kind], {"n": left_out[kind]}) for kind in _NOTICES if left_out[kind])


class _Body:
    """Walks blocks; a paragraph whose end was deleted waits for the next."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline
        self._pending: list[Piece] = []

    def lines(self, container: etree._Element) -> Iterator[Line]:
        """The lines of a body, a cell or any wrapper of blocks."""
        for paragraph in self._blocks(container):
            yield from paragraph
        if self._pending:
            yield from _soft_lines(self._pending)
            self._pending = []

    def _blocks(self, container: etree._Element) -> Iterator[list[Line]]:
        for e in container:
            name = local(e)
            if name == "p":
                yield self._paragraph(e)
            elif name == "tbl":
                yield table_lines(self._rows(e))
            elif name not in _NOT_BODY:
                yield from self._blocks(e)

    def _paragraph(self, paragraph: etree._Element) -> list[Line]:
        pieces = [*self._pending, *self._inline.pieces(paragraph)]
        self._pending = []
        if mark_is_deleted(paragraph):
            self._pending = pieces
            return []
        return _soft_lines(pieces)

    def _rows(self, table: etree._Element) -> list[list[Cell]]:
        rows = []
        for row in _through(table, "tr"):
            if child(child(row, "trPr"), "del") is None:
                rows.append([tuple(_Body(self._inline).lines(cell)) for cell in _through(row, "tc")])
        return rows


def _through(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, content controls seen through."""
    for e in element:
        if local(e) == name:
            yield e
        elif local(e) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _through(e, name)


def _soft_lines(pieces: list[Piece]) -> list[Line]:
    lines: list[list[Piece]] = [[]]
    for text, bold in pieces:
        first, *others = text.split("\n")
        lines[-1].append((first, bold))
        lines.extend([(other, bold)] for other in others)
    return [line_of(line) for line in lines]
