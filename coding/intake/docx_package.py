# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a Word file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from coding.intake import refusals, xml
from coding.intake.xml import local
from coding.intake.zipped import Zipped

_MARGIN = re.compile(r"(?:header|footer)\d*\.xml")
_FEW = 60  # headers and footers that are looked at


class Package(Zipped):
    """The parts of one Word file. Every method may raise a KnownError naming the file."""

    def document(self) -> etree._Element:
        """The root of the main document part."""
        root = self._parse(self._main_part())
        if root is None or local(root) != "document":
            raise refusals.not_word(self.name)
        return root

    def styles(self) -> etree._Element | None:
        """The root of the style sheet, where there is one."""
        return self._parse(posixpath.join(posixpath.dirname(self._main_part()), "styles.xml"))

    def numbering(self) -> etree._Element | None:
        """The root of the part that says what lists look like, where there is one."""
        return self._parse(posixpath.join(posixpath.dirname(self._main_part()), "numbering.xml"))

    def margins(self) -> int:
        """How many headers and footers hold words."""
        folder = posixpath.dirname(self._main_part())
        parts = [part for part in self.parts if _MARGIN.fullmatch(posixpath.relpath(part, folder or "."))][:_FEW]
        roots = [self._parse(part) for part in parts]
        return sum(root is not None and any((e.text or "").strip() for e in root.iter() if local(e) == "t")
                   for root in roots)

    def _main_part(self) -> str:
        relations = self._parse("_rels/.rels")
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def _parse(self, part: str) -> etree._Element | None:
        raw = self.read(part)
        if raw is None:
            return None
        if b"<!DOCTYPE" in raw[:2000] or b"<!ENTITY" in raw[:2000]:  # Word never writes a DOCTYPE
            raise refusals.not_word(self.name)
        return xml.parse(raw, self.name)


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute ``name`` in whatever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child with this local name."""
    return next(children(element, name), None)


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children with this local name."""
    return (e for e in (element if element is not None else ()) if local(e) == name)


def is_on(element: etree._Element | None) -> bool:
    """Whether a Word switch (``<w:b/>``) is present and not turned off."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off", "none"}
