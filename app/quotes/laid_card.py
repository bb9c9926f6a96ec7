# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a quote's card at a width: the words around it, its own, who speaks, what is noted of it, its codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QFont, QFontMetrics

from app import theme
from app.quotes.sections import Card, Note, card_notes
from app.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from coding.quote_context import Said

PAD = 11
GAP = 8
CHIP = 20
STAR = 22  # the corner where the star stands

Tone = Literal["context", "speaker", "words", "source"] | Note
Zone = Literal["star", "place", "before", "after", ""]


@dataclass(frozen=True)
class Block:
    """Some of the text, ``top`` pixels below the top of the card's inside."""

    tone: Tone
    text: Paragraph
    top: float


class LaidCard:
    """``notes``: memo, chapters and what is not to be cited are said too. ``height`` is that of the whole row."""

    def __init__(self, card: Card, width: int, size: int, *, notes: bool) -> None:
        self.width = width
        self.blocks: list[Block] = []
        self._top = 0.0
        around = card.around
        if around is not None:
            self._said(around.before, size)
        room = width - (16 if card.quote.strong or notes else 0)
        self._add("words", card.words, theme.reading_font(size), room)
        self._top += 4
        self._add("source", card.source, theme.ui_font(12), width)
        for note, text in card_notes(card) if notes else ():
            self._top += 3
            self._add(note, text, theme.ui_font(12), width)
        self._top += 7
        self.chips_top = self._top
        self.chips = _rows(card.codes, width)
        self._top += len(self.chips) * (CHIP + 4) - 3 if self.chips else -7
        if around is not None and around.after:
            self._top += 8
            self._said(around.after, size)
        self.height = round(self._top + 4 + (3 if self.chips else 0) + 2 * PAD + GAP)

    def source_area(self, left: float, top: float) -> QRectF:
        """Where the line that leads to the place stands, the card's inside beginning there."""
        block = next(block for block in self.blocks if block.tone == "source")
        return QRectF(left, top + block.top, self.width, block.text.height)

    def _add(self, tone: Tone, text: str, font: QFont, width: float) -> None:
        paragraph = Paragraph(text, font, width)
        self.blocks.append(Block(tone, paragraph, self._top))
        self._top += paragraph.height

    def _said(self, said: Sequence[Said], size: int) -> None:
        for turn in said:
            self._add("speaker", turn.name, theme.ui_font(11, QFont.Weight.DemiBold), self.width)
            self._add("context", turn.words, theme.reading_font(size - 1), self.width)
            self._top += 6


def _rows(codes: tuple[tuple[str, str], ...], width: int) -> list[list[tuple[float, float, str, str]]]:
    """Chips placed in rows: x, width, name, colour."""
    metrics = QFontMetrics(theme.ui_font(11))
    rows: list[list[tuple[float, float, str, str]]] = []
    x = float(width + 1)
    for name, colour in codes:
        wide = metrics.horizontalAdvance(name) + 18.0
        shown = name
        if wide > width:
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - 20)
            wide = metrics.horizontalAdvance(shown) + 18.0
        if x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, wide, shown, colour))
        x += wide + 6
    return rows
