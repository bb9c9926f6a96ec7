# SPDX-License-Identifier: GPL-3.0-or-later
"""The zip of a Word file, opened as what it is: a foreign file."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from coding.intake import refusals

# The text part of a 5-million-character interview stays below this; a zip bomb does not.
_LARGEST_PART = 150_000_000
_MOST_ENTRIES = 20_000
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError, OverflowError)


class Package:
    """The parts of one Word file. Every method may raise a KnownError naming the file."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise refusals.damaged(name) from error
        except OSError as error:
            raise refusals.unreadable(name, error) from error
        if len(self._zip.namelist()) > _MOST_ENTRIES:
            self.close()
            raise refusals.too_large(name)

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()

    def document(self) -> etree._Element:
        """The root of the main document part."""
        root = self._parse(self._main_part())
        if root is None or local(root) != "document":
            raise refusals.not_word(self.name)
        return root

    def styles(self) -> etree._Element | None:
        """The root of the style sheet, where there is one."""
        return self._parse(posixpath.join(posixpath.dirname(self._main_part()), "styles.xml"))

    def _main_part(self) -> str:
        relations = self._parse("_rels/.rels")
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def _parse(self, part: str) -> etree._Element | None:
        raw = self._read(part)
        if raw is None:
            return None
        # Word never writes a DOCTYPE; entities are how XML bombs are made.
        if b"<!DOCTYPE" in raw[:2000] or b"<!ENTITY" in raw[:2000]:
            raise refusals.not_word(self.name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refusals.damaged(self.name) from error

    def _read(self, part: str) -> bytes | None:
        try:
            declared = self._zip.getinfo(part).file_size
        except KeyError:
            return None
        if declared > _LARGEST_PART:
            raise refusals.too_large(self.name)
        try:
            with self._zip.open(part) as stream:
                raw = stream.read(_LARGEST_PART + 1)
        except RuntimeError as error:
            # The zip module's word for an encrypted entry.
            raise refusals.password(self.name) from error
        except (*_BROKEN, OSError) as error:
            raise refusals.damaged(self.name) from error
        if len(raw) > _LARGEST_PART:
            raise refusals.too_large(self.name)
        return raw


def local(element: etree._Element) -> str:
    """The tag without its namespace: strict and transitional Word files differ by nothing else here."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


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
