# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles of a Word document: the house's, or the template's own with what it lacks added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from coding.language import _
from coding.reports.word_template import QUOTES, style_id

BODY_FONT, HEADING_FONT = "Cambria", "Calibri"
QUOTE = "FilRougeQuote"
ATTRIBUTION = "FilRougeAttribution"
SMALL = "FilRougeSmall"
COMMAND = "FilRougeCommand"
IN_TABLE = "FilRougeTable"
CONTENTS = "TOCHeading"
_HEADINGS = ((16, 18, 6), (13, 14, 4), (11, 8, 2))  # size, space before, space after, in points
_PARAGRAPH, _CHARACTER = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER


def dress(document: DocumentObject, language: str) -> None:
    """Give a new document the house's look; ``language`` such as «fr-FR»."""
    styles = document.styles
    speak(styles.element, language)
    normal: Any = styles["Normal"]
    font(normal, BODY_FONT, 11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in (("Title", 22), *((f"Heading {n}", h[0]) for n, h in enumerate(_HEADINGS, start=1))):
        style: Any = styles[name]
        font(style, HEADING_FONT, size, bold=name != "Title")
        _heading(style, int(name[-1]) if name[-1].isdigit() else 0)
    for key in (QUOTE, SMALL, COMMAND, ATTRIBUTION, IN_TABLE, "TOC1", "TOC2"):
        _MADE[key](document, key)
    font(styles[_name(CONTENTS)], HEADING_FONT, 13, bold=True)


def fit(document: DocumentObject) -> dict[str, str]:
    """The template's style for each of ours that bears another id there; those it lacks are added, in its own font."""
    found: dict[str, str] = {}
    for key, make in _MADE.items():
        kind = "character" if key in (ATTRIBUTION, "Strong") else "paragraph"
        own = style_id(document, kind, (key,), (_name(key).casefold(), *(QUOTES if key == QUOTE else ())))
        if not own:
            make(document, key)
        elif own != key:
            found[key] = own
    plain = style_id(document, "paragraph", ("Normal",), ("normal", "standard"))
    return found | ({"Normal": plain} if plain else {})


def tighten(document: DocumentObject) -> None:
    """Smaller letters and less air, for what must hold on one page."""
    for name, size in (("Normal", 10), (_name(SMALL), 8), ("Title", 18)):
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.line_spacing = 1.0
    before: Any = document.styles["Normal"]
    before.paragraph_format.space_before = Pt(6)


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


def _name(key: str) -> str:
    """What a style is called: by Word for its own, in the user's language for ours."""
    return {
        QUOTE: _("Interview quote"), SMALL: _("Report details"), COMMAND: _("Command line"),
        ATTRIBUTION: _("Quote attribution"), IN_TABLE: _("Quote in a table"), CONTENTS: "TOC Heading",
        "TOC1": "toc 1", "TOC2": "toc 2", **{f"Heading{n}": f"Heading {n}" for n in (1, 2, 3)},
    }.get(key, key)


def _add(document: DocumentObject, key: str, kind: Any = _PARAGRAPH) -> Any:
    """A new style of our id, based on the document's usual one."""
    styles = document.styles
    style: Any = styles.add_style(_name(key), kind, builtin=not key.startswith("FilRouge"))
    style.element.set(qn("w:styleId"), key)
    style.quick_style = True
    usual = styles.default(kind)
    if kind == _PARAGRAPH and usual is not None:
        style.base_style = usual
        if key.startswith(("Heading", "Title")):
            style.next_paragraph_style = usual
    return style


def _quote(document: DocumentObject, key: str) -> None:
    made = _add(document, key).paragraph_format
    made.left_indent = made.right_indent = Cm(1)
    made.alignment = WD_ALIGN_PARAGRAPH.LEFT
    made.widow_control = True


def _small(document: DocumentObject, key: str) -> None:
    style = _add(document, key)
    style.font.size = Pt(9.5)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(2)


def _command(document: DocumentObject, key: str) -> None:
    style = _add(document, key)
    font(style, "Consolas", 9)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _in_table(document: DocumentObject, key: str) -> None:
    style = _add(document, key)
    style.font.size = Pt(10)
    made = style.paragraph_format
    made.space_before = made.space_after = Pt(2)
    made.line_spacing, made.alignment = 1.0, WD_ALIGN_PARAGRAPH.LEFT


def _contents(document: DocumentObject, key: str) -> None:
    style = _add(document, key)
    level = int(key[-1]) if key[-1].isdigit() else 0
    made = style.paragraph_format
    if level:
        made.left_indent, made.space_after, made.line_spacing = Cm(0.6 * (level - 1)), Pt(2), 1.0
        made.space_before, made.right_indent = Pt(4 if level == 1 else 0), Cm(0)
    else:
        style.font.bold, style.font.size = True, Pt(13)
        made.space_before, made.keep_with_next = Pt(18), True


def _headed(document: DocumentObject, key: str) -> None:
    style = _add(document, key)
    level = int(key[-1]) if key[-1].isdigit() else 0
    style.font.bold, style.font.size = bool(level), Pt(_HEADINGS[level - 1][0] if level else 22)
    _heading(style, level)


def _heading(style: Any, level: int) -> None:
    """What makes a style that of a heading, or of the title when ``level`` is 0."""
    made = style.paragraph_format
    made.keep_with_next = True
    if level:
        _size, made.space_before, made.space_after = (Pt(value) for value in _HEADINGS[level - 1])
        settings = style.element.get_or_add_pPr()
        if settings.find(qn("w:outlineLvl")) is None:
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(level - 1))
            settings.append(outline)


def _plain(document: DocumentObject, key: str) -> None:
    style = _add(document, key, _CHARACTER)
    style.font.bold = True if key == "Strong" else None


_MADE: dict[str, Callable[[DocumentObject, str], None]] = {
    QUOTE: _quote, SMALL: _small, COMMAND: _command, IN_TABLE: _in_table, CONTENTS: _contents, "TOC1": _contents,
    "TOC2": _contents, "Title": _headed, "Heading1": _headed, "Heading2": _headed, "Heading3": _headed,
    ATTRIBUTION: _plain, "Strong": _plain,
}
