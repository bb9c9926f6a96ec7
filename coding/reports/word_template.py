# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own Word document as a template: opened, emptied of its text, its own styles found."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn
from lxml import etree

from coding.intake.zipped import Zipped
from coding.language import N_
from models.errors import KnownError

GONE = N_("The template “{name}” is no longer there. Choose another one, or none.")
NO_TEMPLATE = N_("“{name}” cannot be a template: it is damaged, protected by a password, or no Word document (.docx). "
                 "Choose another one, or save it again in Word without a password.")
QUOTES = ("quote", "citation", "quotations", "citations")  # what programs and users call their style of quotes

_TYPES = "[Content_Types].xml"
_MODEL, _PLAIN = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_OF_TEXT = ("image", "hyperlink", "chart", "oleObject", "package", "comments", "commentsExtended", "commentsIds",
            "commentsExtensible", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors")


def opened(path: Path, *, continued: bool) -> DocumentObject:
    """The document at ``path`` (.docx or .dotx), to be written in: after its text when it is ``continued``, else in its
    place. Headers, footers, margins and styles stay. Raises KnownError when it cannot be read."""
    if not path.is_file():
        raise KnownError(GONE, name=path.name)
    try:
        document: DocumentObject = Document(_as_document(path))
        body = document.element.body
        body.get_or_add_sectPr()
        settings, _styles = document.settings.element, document.styles.element
    except (KnownError, PythonDocxError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise KnownError(NO_TEMPLATE, name=path.name) from error
    for name in ("documentProtection", "writeProtection"):  # what is written is the user's to change
        for mark in settings.findall(qn(f"w:{name}")):
            settings.remove(mark)
    if not continued:
        _empty(document)
    return document


def style_id(document: DocumentObject, kind: str, ids: Collection[str], names: Collection[str]) -> str:
    """The id of the template's style of a kind (paragraph, character) that has one of these ids, or of these names
    whatever their case, one that the user made rather than Word's; empty when it has none."""
    styles = [style for style in document.styles.element.findall(qn("w:style")) if style.get(qn("w:type")) == kind]
    for style in styles:
        if style.get(qn("w:styleId")) in ids:
            return str(style.get(qn("w:styleId")))
    for style in sorted(styles, key=lambda style: style.get(qn("w:customStyle")) != "1"):
        name = style.find(qn("w:name"))
        if name is not None and str(name.get(qn("w:val"))).casefold() in names:
            return str(style.get(qn("w:styleId")))
    return ""


def _as_document(path: Path) -> BytesIO:
    """The file in memory, a model (.dotx) being made a document."""
    zipped, whole = Zipped(path, path.name), BytesIO()
    try:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as copy:
            for part in dict.fromkeys(zipped.parts):
                raw = zipped.read(part) or b""
                copy.writestr(part, raw.replace(_MODEL, _PLAIN) if part == _TYPES else raw)
    finally:
        zipped.close()
    whole.seek(0)
    return whole


def _empty(document: DocumentObject) -> None:
    """Take the text away. A last section that goes by the headers of those before it is given them for its own."""
    body = document.element.body
    last = body.sectPr
    for section in reversed([found for found in body.iter(qn("w:sectPr")) if found is not last]):
        own = {_kind(mark) for mark in last.iterchildren(qn("w:headerReference"), qn("w:footerReference"))}
        lacking = [mark for mark in section.iterchildren(qn("w:headerReference"), qn("w:footerReference"))
                   if _kind(mark) not in own]
        for mark in reversed(lacking):
            last.insert(0, deepcopy(mark))
    for child in list(body):
        if child is not last:
            body.remove(child)
    left = etree.tostring(document.element).decode()
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype.rpartition("/")[2] in _OF_TEXT and f'"{key}"' not in left:
            del part.rels[key]


def _kind(mark: Any) -> tuple[str, str]:
    return mark.tag, str(mark.get(qn("w:type")))
