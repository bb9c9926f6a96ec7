# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard's schemas, and files held against them."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Literal

from lxml import etree

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "third_party" / "refi"


def check(kind: Literal["Project", "Codebook"], file: IO[bytes]) -> None:
    """Read an XML file to its end against a schema, keeping little of it in memory. Raises ValueError, with the line
    and what is wrong, when it is not valid."""
    schema = etree.XMLSchema(etree.parse(str(FOLDER / f"{kind}.xsd")))
    try:
        for _event, element in etree.iterparse(file, schema=schema, huge_tree=True, resolve_entities=False):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{kind}.xsd: {error}") from None
