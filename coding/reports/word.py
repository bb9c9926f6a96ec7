# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents in the house's dress: real heading styles, a quote style, numbered pages, the right language.

Paragraphs are made as XML and appended at once: python-docx needs a millisecond for each, lxml a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from coding.language import _
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.word_table import Cell, table_xml
from coding.reports.xml_text import printable

BODY_FONT, HEADING_FONT = "Cambria", "Calibri"
QUOTE = "FilRougeQuote"
ATTRIBUTION = "FilRougeAttribution"
SMALL = "FilRougeSmall"
COMMAND = "FilRougeCommand"
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_HEADINGS = ((16, 18, 6), (13, 14, 4), (11, 8, 2))  # size, space before, space after, in points


class Page:
    """A document being written: ``heading``, ``quote`` and ``line`` append; ``save`` writes it in one step. It begins
    with its cover unless ``front`` is false."""

    def __init__(self, cover: Cover, *, landscape: bool = False, tight: bool = False,
                 margin: float = 2.5, front: bool = True) -> None:
        self.document: DocumentObject = Document()
        self._language = _LANGUAGES.get(cover.language, "en-GB")
        self._dress()
        self._lay_out(landscape, Cm(1.5 if landscape or tight else margin))
        if tight:
            self._tighten()
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = cover.title, "", ""
        properties.subject, properties.language = cover.project, self._language
        self._moulds: dict[tuple[str, str], Any] = {}
        if front:
            self.line(cover.title, style="Title")
            for line in cover.lines:
                self.line(line, style=SMALL)

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        """A heading of level 1 to 3, at the head of a page if so told."""
        self.line(text, style=f"Heading{level}")
        if new_page:
            last = Paragraph(self.document.element.body[-2], self.document._body)
            last.paragraph_format.page_break_before = True

    def quote(self, words: str, attribution: str) -> None:
        """A quote and, in the same paragraph, its attribution."""
        self._append(QUOTE, ((words, ""), (f" ({attribution})", ATTRIBUTION)))

    def line(self, text: str, *, style: str = "Normal") -> None:
        """A paragraph in a style, named by its id."""
        self._append(style, ((text, ""),))

    def note(self, text: str) -> None:
        """A line of details, smaller."""
        self.line(text, style=SMALL)

    def labelled(self, label: str, text: str, *, small: bool = False) -> None:
        """A paragraph that begins with a label in bold."""
        self._append(SMALL if small else "Normal", ((label, "Strong"), (f" {text}", "")))

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Details in one paragraph, each after its label in bold."""
        runs = [run for place, (label, text) in enumerate(pairs)
                for run in ((label, "Strong"), (f" {text}" + ("    " if place + 1 < len(pairs) else ""), ""))]
        self._append(SMALL, tuple(runs))

    def table(self, rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, size: float = 9.0,
              together: bool = False, titles: int = 1) -> None:
        """A table, its first row (or ``titles`` rows) repeated on each page, or all of it on one page if kept
        ``together``; widths in centimetres, size in points."""
        self._place(table_xml(rows, widths, size=size, together=together, titles=titles))
        self.note("")

    def picture(self, image: bytes, width: float, said: str = "") -> None:
        """An image, centred, ``width`` centimetres wide; ``said`` tells it to whoever does not see it."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(2)
        shape = paragraph.add_run().add_picture(BytesIO(image), width=Cm(width))
        if said:
            shape._inline.docPr.set("descr", printable(said))

    def gallery(self, images: Sequence[tuple[str, bytes]], width: float, *, across: int = 2) -> None:
        """Images under their titles, ``across`` in a row, in ``width`` centimetres; a row never breaks over two
        pages."""
        table = self.document.add_table(rows=0, cols=across)
        table.autofit = False
        for start in range(0, len(images), across):
            row = table.add_row()
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, (title, image) in zip(row.cells, images[start : start + across], strict=False):
                cell.width = Cm(width / across)
                name = cell.paragraphs[0]
                name.paragraph_format.space_after = Pt(0)
                name.add_run(printable(title)).bold = True
                picture = cell.add_paragraph()
                picture.paragraph_format.space_after = Pt(2)
                shape = picture.add_run().add_picture(BytesIO(image), width=Cm(width / across - 0.4))
                shape._inline.docPr.set("descr", printable(title))

    def save(self, path: Path) -> None:
        """Write the document to ``path``, or leave what stands there. Raises KnownError when it cannot."""
        save_whole(path, self.document.save)

    def _append(self, style: str, runs: tuple[tuple[str, str], ...]) -> None:
        paragraph = deepcopy(self._mould("p", style))
        for text, character in runs:
            run = deepcopy(self._mould("r", character))
            run[-1].text = printable(text)
            paragraph.append(run)
        self._place(paragraph)

    def _place(self, element: Any) -> None:
        self.document.element.body[-1].addprevious(element)  # the last child holds the page's own settings

    def _mould(self, kind: str, style: str) -> Any:
        """An empty paragraph or run in a style, to be copied."""
        found = self._moulds.get((kind, style))
        if found is None:
            found = OxmlElement(f"w:{kind}")
            if style:
                chosen = OxmlElement(f"w:{kind}Style")
                chosen.set(qn("w:val"), style)
                settings = OxmlElement(f"w:{kind}Pr")
                settings.append(chosen)
                found.append(settings)
            if kind == "r":
                text = OxmlElement("w:t")
                text.set(qn("xml:space"), "preserve")
                found.append(text)
            self._moulds[kind, style] = found
        return found

    def _dress(self) -> None:
        styles = self.document.styles
        speak(styles.element, self._language)
        normal: Any = styles["Normal"]
        font(normal, BODY_FONT, 11)
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        for name, size in (("Title", 22), *((f"Heading {n}", h[0]) for n, h in enumerate(_HEADINGS, start=1))):
            style: Any = styles[name]
            font(style, HEADING_FONT, size, bold=name != "Title")
            style.paragraph_format.keep_with_next = True
        for level, (_size, before, after) in enumerate(_HEADINGS, start=1):
            format_: Any = styles[f"Heading {level}"].paragraph_format
            format_.space_before, format_.space_after = Pt(before), Pt(after)
        self._own_styles()

    def _own_styles(self) -> None:
        styles = self.document.styles
        quote: Any = styles.add_style(_("Interview quote"), WD_STYLE_TYPE.PARAGRAPH)
        quote.element.set(qn("w:styleId"), QUOTE)
        quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(1)
        quote.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        quote.paragraph_format.widow_control = True
        small: Any = styles.add_style(_("Report details"), WD_STYLE_TYPE.PARAGRAPH)
        small.element.set(qn("w:styleId"), SMALL)
        small.font.size = Pt(9.5)
        small.paragraph_format.space_before = Pt(0)
        small.paragraph_format.space_after = Pt(2)
        command: Any = styles.add_style(_("Command line"), WD_STYLE_TYPE.PARAGRAPH)
        command.element.set(qn("w:styleId"), COMMAND)
        font(command, "Consolas", 9)
        command.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for style in (quote, small, command):
            style.base_style = styles["Normal"]
            style.quick_style = True
        attribution: Any = styles.add_style(_("Quote attribution"), WD_STYLE_TYPE.CHARACTER)
        attribution.element.set(qn("w:styleId"), ATTRIBUTION)
        attribution.quick_style = True

    def _tighten(self) -> None:
        """Smaller letters and less air, for what must hold on one page."""
        for name, size in (("Normal", 10), (_("Report details"), 8), ("Title", 18)):
            style: Any = self.document.styles[name]
            style.font.size = Pt(size)
            style.paragraph_format.line_spacing = 1.0
        before: Any = self.document.styles["Normal"]
        before.paragraph_format.space_before = Pt(6)

    def _lay_out(self, landscape: bool, margin: Length) -> None:
        section = self.document.sections[0]
        width, height = Cm(21), Cm(29.7)
        if landscape:
            section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for piece in ("PAGE", " / ", "NUMPAGES"):
            run = footer.add_run("" if piece.isupper() else piece)
            run.font.size = Pt(9)
            if piece.isupper():
                field(run, piece)


def speak(styles: Any, language: str) -> None:
    """Set the language that the document is written in, for spelling and hyphenation."""
    for mark in styles.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)


def font(style: Any, name: str, size: float, *, bold: bool = False) -> None:
    """Give a style its font, in black, whatever the template's theme says."""
    style.font.name, style.font.size, style.font.bold = name, Pt(size), bold
    style.font.color.rgb = RGBColor(0x1E, 0x23, 0x28)
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def field(run: Any, instruction: str) -> None:
    """Make a run show a field, such as PAGE."""
    for kind in ("begin", None, "end"):
        if kind is None:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = instruction
        else:
            code = OxmlElement("w:fldChar")
            code.set(qn("w:fldCharType"), kind)
        run._r.append(code)
