# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of contents in Word: entries that are there at once, and Word's own field around them.

LibreOffice prints what a TOC field was saved with and never counts its pages, while it does count those of PAGEREF
fields that stand outside one. The field itself is therefore shown to Word alone (Word 2013 and later: markup
compatibility, ISO/IEC 29500-3): Word brings the entries up to date, LibreOffice counts the page of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from coding.reports.xml_text import printable

_COMPATIBLE = (f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
               'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"')


@dataclass(frozen=True)
class Entry:
    """A heading of the table: its text, its level (from 1), the bookmark it bears, the page it is thought to be on."""

    text: str
    level: int
    bookmark: str
    page: int


def paragraphs(entries: Sequence[Entry], styles: Sequence[str], width: int, depth: int) -> Iterator[Any]:
    """The paragraphs of the table, ``styles`` being those of each level, ``width`` that of the text in twips."""
    opening = (_to_word('<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
               + _to_word(f'<w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText>')
               + _to_word('<w:fldChar w:fldCharType="separate"/>'))
    closing = _to_word('<w:fldChar w:fldCharType="end"/>')
    for place, entry in enumerate(entries):
        yield parse_xml(
            f'<w:p {_COMPATIBLE}><w:pPr><w:pStyle w:val="{styles[entry.level - 1]}"/><w:tabs>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs></w:pPr>{opening if place == 0 else ""}'
            f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1"><w:r><w:t xml:space="preserve">'
            f'{escape(printable(entry.text))}</w:t></w:r><w:r><w:tab/></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {entry.bookmark} \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{entry.page}</w:t></w:r>'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
            f'{closing if place == len(entries) - 1 else ""}</w:p>')


def _to_word(markup: str) -> str:
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="w15">{markup}</mc:Choice><mc:Fallback/>'
            '</mc:AlternateContent></w:r>')
