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
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from coding.reports import word_contents, word_styles, word_template
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.word_contents import Entry
from coding.reports.word_styles import ATTRIBUTION, COMMAND, CONTENTS, IN_TABLE, QUOTE, SMALL
from coding.reports.word_table import Cell, table_xml
from coding.reports.xml_text import printable

__all__ = ["ATTRIBUTION", "COMMAND", "IN_TABLE", "QUOTE", "SMALL", "Page"]

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


class Page:
    """A document being written: ``heading``, ``quote`` and ``line`` append; ``save`` writes it in one step. It begins
    with its cover unless ``front`` is false. With a ``template`` it has its styles, pages, headers and footers, and
    stands in place of its text, or after it when ``continued``; the other settings are then the template's."""

    def __init__(self, cover: Cover, *, landscape: bool = False, tight: bool = False, margin: float = 2.5,
                 front: bool = True, template: Path | None = None, continued: bool = False) -> None:
        self._language = _LANGUAGES.get(cover.language, "en-GB")
        self._ids: dict[str, str] = {}  # the template's styles, by ours
        if template is not None:
            self.document = word_template.opened(template, continued=continued)
            self._ids = word_styles.fit(self.document)
        else:
            self.document = Document()
            word_styles.dress(self.document, self._language)
            self._lay_out(landscape, Cm(1.5 if landscape or tight else margin))
        if tight:
            word_styles.tighten(self.document)
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = cover.title, "", ""
        properties.subject, properties.language = cover.project, self._language
        self._moulds: dict[tuple[str, str], Any] = {}
        self._marks = 0
        if continued:
            self._append("Normal", (("", ""),))
            last = Paragraph(self.document.element.body[-2], self.document._body)
            last.paragraph_format.page_break_before = True
        if front:
            self.line(cover.title, style="Title")
            for line in cover.lines:
                self.line(line, style=SMALL)

    @property
    def width(self) -> float:
        """What the text takes between the margins, in centimetres."""
        section = self.document.sections[-1]
        margins = (section.left_margin or Cm(2.5)) + (section.right_margin or Cm(2.5)) + (section.gutter or 0)
        return float(max(Length((section.page_width or Cm(21)) - margins).cm, 5.0))

    def heading(self, text: str, level: int, *, new_page: bool = False, bookmark: str = "") -> None:
        """A heading of level 1 to 3, at the head of a page if so told, marked so as to be found from elsewhere."""
        self.line(text, style=f"Heading{level}")
        if bookmark:
            self._mark(self.document.element.body[-2], bookmark)
        if new_page:
            last = Paragraph(self.document.element.body[-2], self.document._body)
            last.paragraph_format.page_break_before = True

    def quote(self, words: str, attribution: str) -> None:
        """A quote and, in the same paragraph, its attribution."""
        self.cited("", words, f" ({attribution})")

    def cited(self, before: str, words: str, after: str) -> None:
        """A quote and what is said of it, as ``citation_pattern.Manner.pieces`` gives them."""
        pieces = (before, ATTRIBUTION), (words, ""), (after, ATTRIBUTION)
        self._append(QUOTE, tuple(piece for piece in pieces if piece[0]))

    def contents(self, title: str, entries: Sequence[Entry], depth: int) -> None:
        """A table of contents of ``depth`` levels, under its title."""
        self.line(title, style=CONTENTS)
        styles = [self._ids.get(f"TOC{level}", f"TOC{level}") for level in range(1, depth + 1)]
        for paragraph in word_contents.paragraphs(entries, styles, round(self.width * 567), depth):
            self._place(paragraph)

    def line(self, text: str, *, style: str = "Normal") -> None:
        """A paragraph in a style, named by its id."""
        self._append(style, ((text, ""),))

    def note(self, text: str) -> None:
        """A line of details, smaller."""
        self.line(text, style=SMALL)

    def labelled(self, label: str, text: str, *, small: bool = False) -> None:
        """A paragraph that begins with a label in bold."""
        self._append(SMALL if small else "Normal", ((label, "Strong"), (f" {text}", "")))

    def bind(self) -> None:
        """Keep the last paragraph on the page of what follows."""
        Paragraph(self.document.element.body[-2], self.document._body).paragraph_format.keep_with_next = True

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Details in one paragraph, each after its label in bold."""
        runs = [run for place, (label, text) in enumerate(pairs)
                for run in ((label, "Strong"), (f" {text}" + ("    " if place + 1 < len(pairs) else ""), ""))]
        self._append(SMALL, tuple(runs))

    def table(self, rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, size: float = 9.0,
              together: bool = False, titles: int = 1, style: str = "") -> None:
        """A table, its first row (or ``titles`` rows) repeated on each page, or all of it on one page if kept
        ``together``; widths in centimetres, size in points. With a ``style`` for its paragraphs the letters are those
        of the style, and a long row may break over two pages."""
        self._place(table_xml(rows, widths, size=size, together=together, titles=titles,
                              style=self._ids.get(style, style)))
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

    def _mark(self, paragraph: Any, name: str) -> None:
        """Put a bookmark around what a paragraph says."""
        self._marks += 1
        for kind, place in (("Start", 1), ("End", len(paragraph) + 1)):
            mark = OxmlElement(f"w:bookmark{kind}")
            mark.set(qn("w:id"), str(10_000 + self._marks))  # a template has marks of its own
            if kind == "Start":
                mark.set(qn("w:name"), name)
            paragraph.insert(place, mark)

    def _place(self, element: Any) -> None:
        self.document.element.body[-1].addprevious(element)  # the last child holds the page's own settings

    def _mould(self, kind: str, style: str) -> Any:
        """An empty paragraph or run in a style, to be copied."""
        found = self._moulds.get((kind, style))
        if found is None:
            found = OxmlElement(f"w:{kind}")
            if style:
                chosen = OxmlElement(f"w:{kind}Style")
                chosen.set(qn("w:val"), self._ids.get(style, style))
                settings = OxmlElement(f"w:{kind}Pr")
                settings.append(chosen)
                found.append(settings)
            if kind == "r":
                text = OxmlElement("w:t")
                text.set(qn("xml:space"), "preserve")
                found.append(text)
            self._moulds[kind, style] = found
        return found

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
