# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument texts in the house's dress. The XML is written whole: odfdo, which packs it, is slow by the element."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.word_table import LONG
from coding.reports.xml_text import printable

QUOTE, ATTRIBUTION, SMALL, IN_TABLE = "FilRougeQuote", "FilRougeAttribution", "FilRougeSmall", "FilRougeTable"
WIDTH = 16.0  # of the text, in centimetres
_TOP = 'fo:border-top="0.5pt solid #7f8890" '
_CELL = ('<style:style style:name="{}" style:family="table-cell"><style:table-cell-properties fo:border-bottom='
         '"0.5pt solid {}" {}fo:padding="0.05cm" fo:padding-left="0cm" fo:padding-right="0.15cm"/></style:style>')
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"))) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_COUNTRIES = {"fr": "FR", "en": "GB"}
_HEADINGS = ((16, 18, 6), (13, 14, 4), (11, 8, 2))  # size, space before, space after, in points


class Text:
    """A document being written: each verb appends; ``save`` writes it in one step. It begins with its cover."""

    def __init__(self, cover: Cover) -> None:
        self._cover = cover
        self._body: list[str] = []
        self._tables = 0
        self.line(cover.title, "Title")
        for line in cover.lines:
            self.line(line, SMALL)

    def heading(self, text: str, level: int, bookmark: str, *, new_page: bool = False) -> None:
        """A heading of level 1 to 3, marked so as to be found from elsewhere, at the head of a page if so told."""
        style = "NewPage" if new_page else f"Heading_20_{level}"
        self._body.append(f'<text:h text:style-name="{style}" text:outline-level="{level}">'
                          f'<text:bookmark text:name="{bookmark}"/>{_text(text)}</text:h>')

    def line(self, text: str, style: str = "Standard") -> None:
        """A paragraph in a style."""
        self._body.append(f'<text:p text:style-name="{style}">{_text(text)}</text:p>')

    def labelled(self, label: str, text: str, *, kept: bool = False) -> None:
        """A line of details that begins with a label in bold; ``kept`` on the page of what follows."""
        self._body.append(f'<text:p text:style-name="{"Kept" if kept else SMALL}">'
                          f'<text:span text:style-name="Strong_20_Emphasis">{_text(label)}</text:span> {_text(text)}'
                          '</text:p>')

    def cited(self, before: str, words: str, after: str) -> None:
        """A quote and what is said of it."""
        said = [f'<text:span text:style-name="{ATTRIBUTION}">{_text(part)}</text:span>' if part else ""
                for part in (before, after)]
        self._body.append(f'<text:p text:style-name="{QUOTE}">{said[0]}{_text(words)}{said[1]}</text:p>')

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """A table whose first row repeats on each page; ``shares`` of the page's width."""
        self._tables += 1
        columns = "".join(f'<table:table-column table:style-name="Column{round(share * 100)}"/>' for share in shares)
        head, *others = (self._row(row, head=place == 0) for place, row in enumerate(rows))
        self._body.append(
            f'<table:table table:name="Table{self._tables}" table:style-name="Table">{columns}'
            f'<table:table-header-rows>{head}</table:table-header-rows>{"".join(others)}</table:table>')
        self.line("", SMALL)

    def _row(self, row: Sequence[str], *, head: bool) -> str:
        style, letters = ("Head", "TableTitle") if head else ("Cell", IN_TABLE)
        whole = "" if max(map(len, row)) > LONG else ' table:style-name="Whole"'
        cells = "".join(
            f'<table:table-cell table:style-name="{style}" office:value-type="string"><text:p text:style-name='
            f'"{letters}">{_text(cell)}</text:p></table:table-cell>' for cell in row)
        return f"<table:table-row{whole}>{cells}</table:table-row>"

    def contents(self, title: str, entries: Sequence[tuple[str, int, str]], depth: int) -> None:
        """A table of contents of (text, level, bookmark); the page of each is counted by whoever opens it."""
        levels = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{level}" '
            f'text:style-name="Contents_20_{level}"><text:index-entry-link-start/><text:index-entry-text/>'
            '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
            '<text:index-entry-link-end/></text:table-of-content-entry-template>' for level in range(1, depth + 1))
        lines = "".join(
            f'<text:p text:style-name="Contents_20_{level}"><text:a xlink:type="simple" xlink:href="#{mark}" '
            'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">'
            f'{_text(text)}<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="{mark}">1'
            '</text:bookmark-ref></text:a></text:p>' for text, level, mark in entries)
        self._body.append(
            f'<text:table-of-content text:name="{_text(title)}"><text:table-of-content-source text:outline-level='
            f'"{depth}"><text:index-title-template text:style-name="Contents_20_Heading">{_text(title)}'
            f'</text:index-title-template>{levels}</text:table-of-content-source><text:index-body><text:index-title '
            f'text:name="{_text(title)} title"><text:p text:style-name="Contents_20_Heading">{_text(title)}</text:p>'
            f'</text:index-title>{lines}</text:index-body></text:table-of-content>')

    def save(self, path: Path) -> None:
        """Write the document to ``path``, or leave what stands there. Raises KnownError when it cannot."""
        from odfdo import Document

        document: Any = Document("text")
        document.meta.title, document.meta.subject = self._cover.title, self._cover.project
        document.container.set_part("content.xml", self._content().encode())
        document.container.set_part("styles.xml", _styles(self._cover.language).encode())
        save_whole(path, document.save)

    def _content(self) -> str:
        columns = "".join(
            f'<style:style style:name="Column{share}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{WIDTH * share / 100:.2f}cm"/></style:style>' for share in range(5, 100))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3">'
            '<office:automatic-styles><style:style style:name="Table" style:family="table"><style:table-properties '
            f'style:width="{WIDTH}cm" table:align="left" table:border-model="collapsing"/></style:style>{columns}'
            f'{_CELL.format("Cell", "#d5d9dc", "")}{_CELL.format("Head", "#7f8890", _TOP)}'
            '<style:style style:name="Whole" style:family="table-row"><style:table-row-properties '
            'fo:keep-together="always"/></style:style>'
            '<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Heading_20_1">'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
            f'<style:style style:name="Kept" style:family="paragraph" style:parent-style-name="{SMALL}">'
            '<style:paragraph-properties fo:keep-with-next="always"/></style:style>'
            f'<style:style style:name="TableTitle" style:family="paragraph" style:parent-style-name="{IN_TABLE}">'
            '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
            f'<office:body><office:text>{"".join(self._body)}</office:text></office:body></office:document-content>')


def _text(text: str) -> str:
    """Words as XML: no space of a run of them is lost, nor any line break or tab."""
    found = escape(printable(text), {'"': "&quot;"})
    if "  " in found:
        found = found.replace("  ", " <text:s/>")
    return found.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def _styles(language: str) -> str:
    def paragraph(name: str, shown: str, settings: str, letters: str = "", *, parent: str = "Standard",
                  level: int = 0) -> str:
        outline = f' style:default-outline-level="{level}"' if level else ""
        above = f' style:parent-style-name="{parent}"' if parent else ""
        return (f'<style:style style:name="{name}" style:display-name="{_text(shown)}" style:family="paragraph"{above}'
                f'{outline}><style:paragraph-properties {settings}/><style:text-properties {letters}/></style:style>')

    sans = 'style:font-name="Calibri" fo:color="#1e2328"'
    tab = ('<style:tab-stops><style:tab-stop style:position="{}cm" style:type="right" style:leader-style="dotted" '
           'style:leader-text="."/></style:tab-stops>')
    headings = "".join(
        paragraph(f"Heading_20_{level}", f"Heading {level}", f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" '
                  'fo:keep-with-next="always"', f'{sans} fo:font-size="{size}pt" fo:font-weight="bold"', level=level)
        for level, (size, before, after) in enumerate(_HEADINGS, start=1))
    contents = "".join(
        f'<style:style style:name="Contents_20_{level}" style:display-name="Contents {level}" '
        'style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties '
        f'fo:margin-left="{(level - 1) * 0.6:.1f}cm" fo:margin-top="{4 if level == 1 else 0}pt" '
        f'fo:margin-bottom="2pt">{tab.format(WIDTH - (level - 1) * 0.6)}</style:paragraph-properties></style:style>'
        for level in (1, 2))
    own = (
        paragraph("Standard", "Standard", 'fo:margin-bottom="6pt" fo:line-height="115%" fo:orphans="2" fo:widows="2"',
                  parent="")
        + paragraph("Title", "Title", 'fo:margin-bottom="8pt"', f'{sans} fo:font-size="22pt"')
        + paragraph(QUOTE, _("Interview quote"), 'fo:margin-left="1cm" fo:margin-right="1cm"')
        + paragraph(SMALL, _("Report details"), 'fo:margin-top="0pt" fo:margin-bottom="2pt"', 'fo:font-size="9.5pt"')
        + paragraph(IN_TABLE, _("Quote in a table"), 'fo:margin-top="2pt" fo:margin-bottom="2pt" fo:line-height="100%"',
                    'fo:font-size="10pt"')
        + paragraph("Contents_20_Heading", "Contents Heading", 'fo:margin-top="18pt" fo:margin-bottom="4pt" '
                    'fo:keep-with-next="always"', f'{sans} fo:font-size="13pt" fo:font-weight="bold"')
        + paragraph("Footer", "Footer", 'fo:text-align="center"', 'fo:font-size="9pt"'))
    outline = "".join(f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_SPACES} office:version="1.3">'
        '<office:font-face-decls><style:font-face style:name="Cambria" svg:font-family="Cambria"/><style:font-face '
        'style:name="Calibri" svg:font-family="Calibri"/></office:font-face-decls><office:styles>'
        '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm"/>'
        '<style:text-properties style:font-name="Cambria" fo:font-size="11pt" fo:color="#1e2328" '
        f'fo:language="{language}" fo:country="{_COUNTRIES.get(language, "GB")}"/></style:default-style>'
        f'{own}{headings}{contents}<style:style style:name="{ATTRIBUTION}" style:display-name='
        f'"{_text(_("Quote attribution"))}" style:family="text"/><style:style style:name="Index_20_Link" '
        'style:display-name="Index Link" style:family="text"/><style:style style:name="Strong_20_Emphasis" '
        'style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/>'
        f'</style:style><text:outline-style style:name="Outline">{outline}</text:outline-style></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" '
        'fo:margin-top="2.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm" fo:margin-bottom="1.25cm"/>'
        '<style:header-style/><style:footer-style><style:header-footer-properties '
        'fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>'
        '<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number> / '
        '<text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>'
        '</office:document-styles>')
