# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument texts (.odt), read from their XML as Word files are: paragraphs and tables in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from coding.intake import refusals, xml
from coding.intake.lines import Content, Line, line_of
from coding.intake.tables import Cell, table_lines
from coding.intake.transcript import Notice
from coding.intake.xml import local
from coding.intake.zipped import Zipped
from coding.language import N_

Piece = tuple[str, bool]

_NOTICES = {
    "tracked-changes": N_("The file holds tracked changes: what was inserted is kept, what was deleted is left out."),
    "annotation": N_("Comments are left out: {n}."),
    "note": N_("Footnotes and endnotes are left out: {n}."),
    "frame": N_("Frames and pictures are left out: {n}."),
    "margins": N_("Headers and footers are left out: {n}."),
}
_LEFT_OUT = frozenset([*_NOTICES, "annotation-end", "sequence-decls", "forms", "variable-decls", "user-field-decls"])
_MOST_SPACES = 200


def read(path: Path, name: str) -> Content:
    """The lines of an .odt. KnownError when it is damaged, protected, or none."""
    package = Zipped(path, name)
    try:
        raw, styles, manifest = (package.read(part) for part in ("content.xml", "styles.xml", "META-INF/manifest.xml"))
    finally:
        package.close()
    if manifest is not None and b"encryption-data" in manifest:
        raise refusals.password(name)
    root = xml.parse(raw, name) if raw is not None else None
    body = next((e for e in root.iter() if local(e) == "text"), None) if root is not None else None
    if root is None or body is None or local(root) != "document-content":
        raise refusals.not_of_kind(name, "OpenDocument")
    sheets = [root, *([xml.parse(styles, name)] if styles is not None else [])]
    reader = _Body(_bold_styles(sheets))
    lines = tuple(reader.lines(body))
    left = reader.left_out
    left["margins"] = _margins(sheets[-1])
    return Content(lines, tuple(Notice(_NOTICES[kind], {"n": left[kind]}) for kind in _NOTICES if left[kind]))


class _Body:
    """Walks blocks; ``left_out`` counts what was not taken, by kind."""

    def __init__(self, bold: frozenset[str]) -> None:
        self._bold = bold
        self.left_out: Counter[str] = Counter()

    def lines(self, container: etree._Element) -> Iterator[Line]:
        """The lines of a body, a section, a list or a cell."""
        for e in container:
            name = local(e)
            if name in {"p", "h"}:
                yield from self._paragraph(e)
            elif name == "table":
                yield from table_lines([self._cells(row) for row in _through(e, "table-row")])
            elif name in _LEFT_OUT:
                self.left_out[name] += 1
            else:
                yield from self.lines(e)

    def _cells(self, row: etree._Element) -> list[Cell]:
        return [tuple(self.lines(cell)) for cell in row if local(cell) == "table-cell"]

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        lines: list[list[Piece]] = [[]]
        for text, bold in self._pieces(paragraph, self._is_bold(paragraph, False)):
            first, *others = text.split("\n")
            lines[-1].append((first, bold))
            lines.extend([(other, bold)] for other in others)
        return (line_of(line) for line in lines)

    def _pieces(self, element: etree._Element, bold: bool) -> Iterator[Piece]:
        """The words within an element; white space counts once, as OpenDocument says."""
        yield _plain(element.text), bold
        for e in element:
            name = local(e)
            if name in _LEFT_OUT:
                self.left_out[name] += 1
            elif name == "s":
                yield " " * min(_MOST_SPACES, _number(_attribute(e, "c"))), bold
            elif name in {"tab", "line-break"}:
                yield ("\t" if name == "tab" else "\n"), bold
            else:
                yield from self._pieces(e, self._is_bold(e, bold))
            yield _plain(e.tail), bold

    def _is_bold(self, element: etree._Element, around: bool) -> bool:
        return around or _attribute(element, "style-name") in self._bold


def _margins(styles: etree._Element) -> int:
    """How many headers and footers hold words."""
    return sum(local(e) in {"header", "footer", "header-first", "footer-first", "header-left", "footer-left"}
               and bool("".join(str(words) for words in e.itertext()).strip()) for e in styles.iter())


def _through(table: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, whatever groups them."""
    for e in table:
        if local(e) == name:
            yield e
        elif local(e) in {"table-header-rows", "table-row-group", "table-rows"}:
            yield from _through(e, name)


def _bold_styles(roots: list[etree._Element]) -> frozenset[str]:
    found = set()
    for root in roots:
        for style in root.iter():
            if local(style) == "style" and any(_attribute(e, "font-weight") == "bold" for e in style):
                found.add(_attribute(style, "name") or "")
    return frozenset(found - {""})


def _attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its local name: style:name and fo:font-weight, not style:font-weight-asian."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _plain(text: str | None) -> str:
    return (text or "").replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else 1
