# SPDX-License-Identifier: GPL-3.0-or-later
"""The document of a transcript: one block a paragraph of the projection, formats for what it is, none for codes."""

from __future__ import annotations

from PyQt6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from app import theme
from app.coder.projection import Kind, Paragraph, Projection

LINE = 1.55  # line pitch over font size
FIXED = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, which PyQt wants as a number
TOP, BOTTOM = 18, 160
Format = tuple[QTextBlockFormat, QTextCharFormat]


def build(projection: Projection, size: int) -> QTextDocument:
    """A document without undo, in the current palette, letters ``size`` pixels high; blocks are numbered as the
    paragraphs are."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(theme.reading_font(size))
    document.setDocumentMargin(0)
    formats = _formats(size)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _frame(document)
    before: Paragraph | None = None
    for paragraph in projection.paragraphs:
        block, character = formats[_style(paragraph, before)]
        if before is None:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(character)
        else:
            cursor.insertBlock(block, character)
        cursor.insertText(paragraph.shown, character)
        before = paragraph
    cursor.endEditBlock()
    return document


def _style(paragraph: Paragraph, before: Paragraph | None) -> tuple[Kind, bool]:
    """A label is set off by whether its turn asks; words by whether they follow others of the same turn."""
    if paragraph.kind is Kind.LABEL:
        return Kind.LABEL, bool(paragraph.turn and paragraph.turn.is_interviewer)
    follows = before is not None and before.kind is paragraph.kind and before.turn is paragraph.turn
    return paragraph.kind, follows


def _formats(size: int) -> dict[tuple[Kind, bool], Format]:
    colours, pitch = theme.palette(), round(size * LINE)
    reading, small = theme.reading_font(size), theme.ui_font()
    label = theme.ui_font(12, QFont.Weight.DemiBold)
    label.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.3)
    aside = theme.reading_font(size, italic=True)
    return {
        (Kind.LABEL, False): (_block(17, 20), _text(label, colours.accent)),
        (Kind.LABEL, True): (_block(17, 20), _text(label, colours.faint)),
        (Kind.TITLE, False): (_block(2, 20), _text(small, colours.faint)),
        (Kind.TITLE, True): (_block(2, 20), _text(small, colours.faint)),
        (Kind.ASKED, False): (_block(0, pitch), _text(reading, colours.muted)),
        (Kind.ASKED, True): (_block(6, pitch), _text(reading, colours.muted)),
        (Kind.SAID, False): (_block(0, pitch), _text(reading, colours.ink)),
        (Kind.SAID, True): (_block(6, pitch), _text(reading, colours.ink)),
        (Kind.ASIDE, False): (_block(14, pitch), _text(aside, colours.muted)),
        (Kind.ASIDE, True): (_block(6, pitch), _text(aside, colours.muted)),
    }


def _block(above: int, line: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setLineHeight(line, FIXED)
    return made


def _text(font: QFont, colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(colour)
    return made


def _frame(document: QTextDocument) -> None:
    root = document.rootFrame()
    if root is not None:
        made = QTextFrameFormat(root.frameFormat())
        made.setTopMargin(TOP)
        made.setBottomMargin(BOTTOM)
        root.setFrameFormat(made)
