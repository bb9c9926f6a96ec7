# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments of a Word document, written as XML at once: python-docx takes milliseconds for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from coding.comments.notes import Note
from coding.reports.xml_text import printable

_PROPERTY = ('<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{place}" name={name}>'
             "<vt:lpwstr>{value}</vt:lpwstr></property>")
_PROPERTIES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
               'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
               'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{all}</Properties>')


def add(document: Document, notes: Sequence[Note]) -> None:
    """Give a document its comments; their ids are their places in ``notes``."""
    whole = "".join(_comment(place, note) for place, note in enumerate(notes))
    root: Any = document.part._comments_part.element
    for comment in parse_xml(f"<w:comments {nsdecls('w')}>{whole}</w:comments>"):
        root.append(comment)


def set_properties(document: Document, values: dict[str, str]) -> None:
    """Give a document hidden properties, which Word and LibreOffice keep."""
    package = document.part.package
    whole = "".join(_PROPERTY.format(place=place, name=quoteattr(name), value=escape(printable(value)))
                    for place, (name, value) in enumerate(values.items(), start=2))
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
                _PROPERTIES.format(all=whole).encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def text_xml(words: str) -> str:
    """What a run says, tabs being tabs."""
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(printable(part))}</w:t>' if part else ""
                           for part in words.split("\t"))


def initials(name: str) -> str:
    """«CM» for Claire Martin."""
    return "".join(word[0] for word in name.replace("-", " ").split())[:3].upper()


def _comment(place: int, note: Note) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    lines = []
    for line in note.text.split("\n"):
        lines.append(f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}<w:r>{text_xml(line)}</w:r></w:p>')
        mark = ""
    return (f'<w:comment w:id="{place}" w:author={quoteattr(printable(note.author))} '
            f'w:date="{note.at.isoformat(timespec="seconds")}Z" w:initials={quoteattr(initials(note.author))}>'
            f'{"".join(lines)}</w:comment>')
