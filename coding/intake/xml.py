# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign XML, parsed as what it is: entities stay closed, nothing is fetched."""

from __future__ import annotations

from lxml import etree

from coding.intake import refusals


def parse(raw: bytes, name: str) -> etree._Element:
    """The root of a document. Raises KnownError when it is broken, or declares entities (how XML bombs are made)."""
    if b"<!ENTITY" in raw:
        raise refusals.damaged(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged(name) from error


def local(element: etree._Element) -> str:
    """The tag without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
