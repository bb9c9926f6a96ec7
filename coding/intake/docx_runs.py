# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of a Word paragraph: its text as the reader sees it once the changes are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from coding.intake.docx_package import attribute, child, children, is_on
from coding.intake.xml import local

Piece = tuple[str, bool]

# Deleted or moved away, drawn, noted or computed: nothing of these stands in the line of text.
_LEFT_OUT = frozenset(
    "del moveFrom delText instrText delInstrText drawing pict object txbxContent rPr pPr sdtPr sdtEndPr smartTagPr "
    "customXmlPr footnoteReference endnoteReference commentReference annotationRef fldData rt proofErr".split()
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTED = {"ins": "changes", "del": "changes", "moveFrom": "changes", "commentReference": "comments"}
_NOTED |= {"footnoteReference": "notes", "endnoteReference": "notes", "txbxContent": "boxes"}


class Inline:
    """Reads paragraphs of one file; ``left_out`` counts what was not taken, by kind."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._bold_styles = _bold_styles(styles)
        self.left_out: Counter[str] = Counter()

    def pieces(self, paragraph: etree._Element) -> list[Piece]:
        """The runs of a paragraph, ``(text, bold)``, soft line breaks as LF."""
        properties = child(paragraph, "pPr")
        bold = self._style_is_bold(child(properties, "pStyle"))
        return list(self._walk(paragraph, bold, False))

    def _walk(self, element: etree._Element, bold: bool, hidden: bool) -> Iterator[Piece]:
        for e in element:
            name = local(e)
            if name in _NOTED:
                self.left_out[_NOTED[name]] += 1
            if name in _LEFT_OUT:
                self._look_for_boxes(e, name)
            elif name == "r":
                yield from self._run(e, bold, hidden)
            elif name == "AlternateContent":
                yield from self._walk(_chosen(e), bold, hidden)
            elif not hidden and name in {"t", *_CHARACTERS, "sym"}:
                yield (_text(e, name), bold)
            else:
                yield from self._walk(e, bold, hidden)

    def _run(self, run: etree._Element, bold: bool, hidden: bool) -> Iterator[Piece]:
        properties = child(run, "rPr")
        own = child(properties, "b")
        if own is not None:
            bold = is_on(own)
        elif properties is not None:
            bold = bold or self._style_is_bold(child(properties, "rStyle"))
        if is_on(child(properties, "vanish")):
            self.left_out["hidden"] += 1
            hidden = True
        yield from self._walk(run, bold, hidden)

    def _look_for_boxes(self, element: etree._Element, name: str) -> None:
        inside = {local(e) for e in element.iter()} if name in {"drawing", "pict"} else set()
        if "txbxContent" in inside:
            self.left_out["boxes"] += 1
        elif inside & {"blip", "imagedata"}:
            self.left_out["pictures"] += 1

    def _style_is_bold(self, reference: etree._Element | None) -> bool:
        return reference is not None and attribute(reference, "val") in self._bold_styles


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted under track changes: it then runs on into the next."""
    marks = child(child(paragraph, "pPr"), "rPr")
    return any(child(marks, name) is not None for name in ("del", "moveFrom"))


def _chosen(alternate: etree._Element) -> etree._Element:
    for name in ("Choice", "Fallback"):
        found = child(alternate, name)
        if found is not None:
            return found
    return alternate


def _text(element: etree._Element, name: str) -> str:
    if name == "t":
        # A line end typed into the XML is a space to Word.
        return (element.text or "").replace("\r", " ").replace("\n", " ")
    if name == "sym":
        return _symbol(attribute(element, "char") or "")
    return _CHARACTERS[name]


def _symbol(code: str) -> str:
    """A symbol by its number; private ones mean something in their own font only."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 else ""


def _bold_styles(styles: etree._Element | None) -> frozenset[str]:
    """The ids of the styles in bold, their own or through the style they are based on."""
    own: dict[str, bool | None] = {}
    parent: dict[str, str] = {}
    for style in children(styles, "style"):
        name = attribute(style, "styleId") or ""
        switch = child(child(style, "rPr"), "b")
        own[name] = None if switch is None else is_on(switch)
        base = child(style, "basedOn")
        parent[name] = (attribute(base, "val") or "") if base is not None else ""
    return frozenset(name for name in own if _is_bold(name, own, parent))


def _is_bold(name: str, own: dict[str, bool | None], parent: dict[str, str]) -> bool:
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        said = own[name]
        if said is not None:
            return said
        name = parent[name]
    return False
