# SPDX-License-Identifier: GPL-3.0-or-later
"""The document of a transcript: one block a paragraph of the projection, formats for what it is, none for codes."""

from __future__ import annotations

from enum import Enum

from PyQt6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from app import theme
from app.coder.page.look import SMALLER, Look
from app.coder.page.projection import Kind, Paragraph, Projection

FIXED = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, which PyQt wants as a number
TOP, BOTTOM = 18, 160
Format = tuple[QTextBlockFormat, QTextCharFormat]
Style = tuple[Kind, "Place", bool]


def build(projection: Projection, look: Look) -> QTextDocument:
    """A document without undo, in the current palette; blocks are numbered as the paragraphs are."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(look.words())
    document.setDocumentMargin(0)
    formats = _formats(look)
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


class Place(Enum):
    """How a paragraph comes after the one before it."""

    BEGINS = "begins"  # a turn, or a stretch between turns
    UNDER = "under"  # its label
    FOLLOWS = "follows"  # words of the same turn


def _style(paragraph: Paragraph, before: Paragraph | None) -> Style:
    """What a paragraph is, how it comes after the one before, and whether its turn asks."""
    asks = bool(paragraph.turn and paragraph.turn.is_interviewer)
    if paragraph.kind is Kind.LABEL or before is None or before.turn is not paragraph.turn:
        return paragraph.kind, Place.BEGINS, asks
    if before.kind is Kind.LABEL:
        return paragraph.kind, Place.UNDER, asks
    return paragraph.kind, Place.FOLLOWS if before.kind is paragraph.kind else Place.BEGINS, asks


def _formats(look: Look) -> dict[Style, Format]:
    """The formats of every style."""
    return {
        (kind, place, asks): (_block(*_lines(look, kind, place)), _letters(look, kind, asks))
        for kind in Kind for place in Place for asks in (False, True)
    }


def _lines(look: Look, kind: Kind, place: Place) -> tuple[int, int]:
    """The space above and the line pitch of a paragraph."""
    if kind is Kind.LABEL:
        return look.above, round(look.label_size * 1.65)
    if kind is Kind.TITLE:
        return 2, 20
    asked = kind is Kind.ASKED and look.interviewer == "smaller"
    pitch = look.pitch(round(look.size * SMALLER)) if asked else look.pitch()
    return {Place.BEGINS: look.above, Place.UNDER: 0, Place.FOLLOWS: round(look.size * 0.35)}[place], pitch


def _letters(look: Look, kind: Kind, asks: bool) -> QTextCharFormat:
    colours, muted = theme.palette(), look.interviewer != "plain"
    if kind is Kind.LABEL:
        label = theme.ui_font(look.label_size, QFont.Weight.DemiBold)
        label.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.3)
        return _text(label, colours.faint if asks else colours.accent)
    if kind is Kind.TITLE:
        return _text(theme.ui_font(), colours.faint)
    if kind is Kind.ASIDE:
        return _text(look.words(italic=True), colours.muted)
    if kind is Kind.ASKED and muted:
        size = round(look.size * SMALLER) if look.interviewer == "smaller" else look.size
        return _text(look.words(size), colours.muted)
    return _text(look.words(), colours.ink)


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
