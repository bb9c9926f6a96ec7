# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign XML, parsed as what it is: entities stay closed, nothing is fetched."""

from __future__ import annotations

from lxml import etree

from coding.intake import refusals

MOST_MARKS = 3_000_000  # of opening and closing tags: a text of 5 million characters has far fewer
_ENTITY = "<!ENTITY"


def parse(raw: bytes, name: str) -> etree._Element:
    """The root of a document. Raises KnownError when it is broken, declares entities (how XML bombs are made), or holds
    more elements than any interview."""
    if any(_ENTITY.encode(encoding) in raw for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise refusals.damaged(name)
    if raw.count(b"<") > MOST_MARKS:
        raise refusals.too_large(name)
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
