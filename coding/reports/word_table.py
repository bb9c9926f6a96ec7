# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in Word, written as XML: a cell costs python-docx a millisecond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from coding.reports.xml_text import printable

Align = Literal["left", "center", "right"]
_RULE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
FONT = "Calibri"  # narrower than the body's
LONG = 1_200  # letters: a row that holds more is let run over two pages
_CM = 567  # twentieths of a point in a centimetre


@dataclass(frozen=True)
class Cell:
    """A cell: its text, and how it looks. ``fill`` is «RRGGBB»; ``indent`` in centimetres; ``span`` is how many
    columns it takes."""

    text: str = ""
    bold: bool = False
    align: Align = "left"
    fill: str = ""
    indent: float = 0.0
    span: int = 1


def table_xml(rows: Sequence[Sequence[Cell]], widths: Sequence[float], *, size: float = 9.0, together: bool = False,
              titles: int = 1, style: str = "") -> Any:
    """A table whose first row (or ``titles`` rows) repeats on each page, or which no page break cuts when it is kept
    ``together``; ``widths`` in centimetres, ``size`` of the text in points. With a ``style`` for its paragraphs, their
    letters are its own and a page break may cut a LONG row.

    Rules run between rows only, so that it prints well in black and white.
    """
    rules = "".join(
        _RULE.format(side=side, colour=colour)
        for side, colour in (("top", "7F8890"), ("bottom", "7F8890"), ("insideH", "D5D9DC"))
    )
    grid = "".join(f'<w:gridCol w:w="{round(width * _CM)}"/>' for width in widths)
    last = len(rows) - 1
    body = "".join(_row(row, widths, size, title=place < titles, bound=together and place < last, style=style)
                   for place, row in enumerate(rows))
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>{rules}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
        f'<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _row(row: Sequence[Cell], widths: Sequence[float], size: float, *, title: bool, bound: bool, style: str) -> str:
    cells, at = "", 0
    for cell in row:
        cells += _cell(cell, sum(widths[at : at + cell.span]), size, bound=bound, style=style)
        at += cell.span
    if at != len(widths):
        raise ValueError(f"{at} columns in a table of {len(widths)}")
    repeated = "<w:tblHeader/>" if title else ""
    whole = "" if style and max(len(cell.text) for cell in row) > LONG else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{whole}{repeated}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: float, size: float, *, bound: bool, style: str) -> str:
    """``bound``: on the same page as the row below."""
    kept = "<w:keepNext/>" if bound else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    indent = f'<w:ind w:left="{round(cell.indent * _CM)}"/>' if cell.indent else ""
    weight = "<w:b/>" if cell.bold else ""
    lines = escape(printable(cell.text)).split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    shape = f'<w:tc><w:tcPr><w:tcW w:w="{round(width * _CM)}" w:type="dxa"/>{span}{fill}'
    if style:
        run = f"<w:r>{f'<w:rPr>{weight}</w:rPr>' if weight else ''}{text}</w:r>"
        return f'{shape}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{indent}</w:pPr>{run}</w:p></w:tc>'
    letters = f'<w:sz w:val="{round(size * 2)}"/>'  # of an empty cell too, which would else be a taller one
    return (
        f'{shape}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr>{kept}<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>{indent}'
        f'<w:jc w:val="{cell.align}"/><w:rPr>{letters}</w:rPr></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/>{weight}{letters}</w:rPr>{text}</w:r></w:p></w:tc>'
    )
