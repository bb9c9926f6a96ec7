# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a guide written as a document: Word and OpenDocument with their headings, lists and tables, any other
kind as the text that intake reads."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from lxml import etree

from coding.fold import fold
from coding.guides.columns import headed
from coding.guides.outline import GuideLine, Kind, line_of
from coding.intake import refusals, xml
from coding.intake.cleaning import clean
from coding.intake.docx_package import Package, attribute, child, children
from coding.intake.docx_runs import Inline, mark_is_deleted
from coding.intake.kinds import READERS
from coding.intake.lines import Content
from coding.intake.xml import local
from coding.intake.zipped import Zipped

Cell = Sequence[GuideLine]
Looks = Mapping[str, Sequence[tuple[Kind, int]]]
_FORMATS: dict[str, Kind] = {"bullet": "bullet", "upperRoman": "roman", "upperLetter": "upper", "lowerLetter": "lower",
                             "none": "plain"}
_STYLES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?:title|titre)$"), "title"), (re.compile(r"(?:heading|titre)\s*\d"), "heading"),
    (re.compile(r"(?:list bullet|liste a puces)"), "bullet"), (re.compile(r"(?:list number|liste a num)"), "number"))
_LEFT_OUT = frozenset(("annotation", "annotation-end", "note", "tracked-changes", "frame", "sequence-decls", "forms"))


def lines(path: Path, name: str) -> list[GuideLine]:
    """The lines of a document, in order. Raises KnownError when it cannot be read."""
    suffix = path.suffix.lower()
    if suffix in (".docx", ".docm"):
        return list(_Word(path, name).lines())
    if suffix == ".odt":
        return list(_open_document(path, name))
    reader = importlib.import_module(f"coding.intake.{READERS[suffix]}")
    content = cast(Content, reader.read(path, name))
    return [line_of(line.text, "bold" if line.text.strip() and line.bold >= len(line.text.strip()) else "plain")
            for line in content.lines]


class _Word:
    """The paragraphs of a Word file, each with what its style and its list say of it."""

    def __init__(self, path: Path, name: str) -> None:
        package = Package(path, name)
        try:
            self._body = child(package.document(), "body")
            styles = package.styles()
            self._inline = Inline(styles)
            self._formats = _list_formats(package.numbering())
        finally:
            package.close()
        if self._body is None:
            raise refusals.not_word(name)
        self._styles = {attribute(style, "styleId") or "": style for style in children(styles, "style")}

    def lines(self) -> Iterator[GuideLine]:
        """Those of the body."""
        assert self._body is not None
        return self._within(self._body)

    def _within(self, container: etree._Element) -> Iterator[GuideLine]:
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from table_lines([[list(self._within(cell)) for cell in _through(row, "tc")]
                                        for row in _through(element, "tr")])
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self._within(element)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[GuideLine]:
        pieces = self._inline.pieces(paragraph)
        text = clean("".join(text for text, _bold in pieces))[0]
        kind, depth = self._standing(paragraph)
        if kind == "plain" and text.strip() and all(bold for text, bold in pieces if text.strip()):
            kind = "bold"
        if not mark_is_deleted(paragraph) or text.strip():
            yield from (line_of(line, kind, depth) for line in text.split("\n"))

    def _standing(self, paragraph: etree._Element) -> tuple[Kind, int]:
        properties = child(paragraph, "pPr")
        style = self._styles.get(_value(child(properties, "pStyle")))
        named = fold(_value(child(style, "name"))).strip()
        own = child(style, "pPr")
        outline = _value(child(properties, "outlineLvl")) or _value(child(own, "outlineLvl"))
        found = next((kind for pattern, kind in _STYLES if pattern.match(named)), None)
        if found in ("title", "heading") or (outline.isdigit() and int(outline) < 9):
            return found or "heading", _trailing(named) or (int(outline) + 1 if outline.isdigit() else 1)
        numbering = child(properties, "numPr")
        numbering = child(own, "numPr") if numbering is None else numbering
        number = _value(child(numbering, "numId"))
        if number and number != "0":
            depth = int(_value(child(numbering, "ilvl")) or 0) or max(0, _trailing(named) - 1)
            return self._formats.get((number, depth), found or "number"), depth
        return found or "plain", max(0, _trailing(named) - 1) if found else 0


def _list_formats(root: etree._Element | None) -> dict[tuple[str, int], Kind]:
    """How each level of each list is numbered."""
    levels = {
        attribute(abstract, "abstractNumId"): [
            _FORMATS.get(_value(child(level, "numFmt")), "number") for level in children(abstract, "lvl")]
        for abstract in children(root, "abstractNum")}
    found: dict[tuple[str, int], Kind] = {}
    for number in children(root, "num"):
        for depth, kind in enumerate(levels.get(_value(child(number, "abstractNumId")), [])):
            found[attribute(number, "numId") or "", depth] = kind
    return found


def _open_document(path: Path, name: str) -> Iterator[GuideLine]:
    package = Zipped(path, name)
    try:
        parts = [xml.parse(raw, name) for part in ("content.xml", "styles.xml") if (raw := package.read(part))]
    finally:
        package.close()
    body = next((e for root in parts[:1] for e in root.iter() if local(e) == "text"), None)
    if body is None:
        raise refusals.not_of_kind(name, "OpenDocument")
    looks = {attribute(style, "name") or "": [_level_look(level) for level in style]
             for root in parts for style in root.iter() if local(style) == "list-style"}
    yield from _written(body, [], looks)


def _level_look(level: etree._Element) -> tuple[Kind, int]:
    """How a level of a list is marked, and how far it stands from the margin, in tenths of a millimetre or so."""
    margin = next((attribute(e, "margin-left") for e in level.iter() if attribute(e, "margin-left")), None) or ""
    found = re.match(r"([\d.]+)(cm|in|mm|pt)?", margin)
    scale = {"cm": 100, "in": 254, "mm": 10, "pt": 3.53}
    depth = int(float(found[1]) * scale.get(found[2] or "", 0)) if found else 0
    return ("number" if local(level) == "list-level-style-number" else "bullet"), depth


def _written(container: etree._Element, lists: Sequence[str], looks: Looks) -> Iterator[GuideLine]:
    """The paragraphs of an OpenDocument text; ``lists`` are the styles of the lists that hold these, outermost
    first."""
    levels = looks.get(lists[-1], []) if lists else []
    look: tuple[Kind, int] = ("bullet", len(lists)) if lists else ("plain", 0)
    kind, depth = levels[len(lists) - 1] if 0 < len(lists) <= len(levels) else look
    for element in container:
        name = local(element)
        if name in ("p", "h"):
            outline = attribute(element, "outline-level") or ""
            titled = fold(attribute(element, "style-name") or "") == "title"
            own: Kind = "title" if titled else "heading" if name == "h" else kind
            text = clean("".join(_said(element)))[0]
            yield from (line_of(line, own, int(outline) if outline.isdigit() else depth) for line in text.split("\n"))
        elif name == "list":
            style = attribute(element, "style-name") or (lists[-1] if lists else "")
            yield from _written(element, [*lists, style], looks)
        elif name == "table":
            yield from table_lines([
                [list(_written(cell, [], looks)) for cell in row if local(cell) == "table-cell"]
                for row in element.iter() if local(row) == "table-row"])
        elif name not in _LEFT_OUT:
            yield from _written(element, lists, looks)


def _said(element: etree._Element) -> Iterator[str]:
    yield re.sub(r"\s+", " ", element.text or "")
    for inner in element:
        name = local(inner)
        if name in ("s", "tab"):
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name not in _LEFT_OUT:
            yield from _said(inner)
        yield re.sub(r"\s+", " ", inner.tail or "")


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[GuideLine]:
    """The lines of a table: sections, questions and prompts by column when its first row says so or it has several;
    a table of one column is a frame."""
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        yield from (line for row in rows for cell in row for line in cell)
        return
    roles = headed([" ".join(line.text for line in cell) for cell in rows[0]])
    body = rows if roles is None else rows[1:]
    if roles is None:
        roles = {0: "section", 1: "question", 2: "prompt"}
    last = ""
    for row in body:
        filled = [(place, cell) for place, cell in enumerate(row) if any(line.text for line in cell)]
        if len(filled) == 1 and filled[0][0] == 0:  # a title across the table
            last = " ".join(line.text for line in filled[0][1] if line.text)
            yield GuideLine(last, "heading", 1, "section")
            continue
        for place, cell in filled:
            role = roles.get(place)
            if role == "section":
                text = " ".join(line.text for line in cell if line.text)
                if text != last:
                    yield GuideLine(text, "heading", 1, "section")
                last = text
            elif role == "question":
                yield from _asked(cell)
            elif role == "prompt":
                yield from (GuideLine(line.text, line.kind, line.depth, "prompt") for line in cell if line.text)


def _asked(cell: Cell) -> Iterator[GuideLine]:
    """The questions of a cell: its bullets are prompts where other lines stand above them."""
    first: GuideLine | None = None
    for line in cell:
        if line.text:
            first = first or line
            below = line.level > first.level or line.role == "prompt"
            yield GuideLine(line.text, line.kind, line.depth, "prompt" if below else "question")


def _through(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _through(inner, name)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else attribute(element, "val") or ""


def _trailing(name: str) -> int:
    found = re.search(r"(\d)\s*$", name)
    return int(found[1]) if found else 0
