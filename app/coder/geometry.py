# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things stand on the page: lines of words, turns, passages. Ordinates are the viewport's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QAbstractTextDocumentLayout, QTextBlock, QTextDocument
from PyQt6.QtWidgets import QTextEdit

from app.coder.beneath import ShownLine
from app.coder.margin_layout import Name
from app.coder.projection import Kind, Paragraph
from app.coder.reading import Reading
from coding.passage_index import Mark, Span
from coding.transcripts import TurnText

ABOVE = 500  # names may overflow this far below the paragraph they belong to
AHEAD = 8  # paragraphs looked through for the next names, which limit the room


@dataclass(frozen=True)
class Stripe:
    """The height of a passage, as far as it can be seen."""

    mark: Mark
    top: float
    bottom: float
    lanes: tuple[int, ...]


@dataclass(frozen=True)
class Pile:
    """The names of the passages that begin in one paragraph, and the room they have."""

    names: tuple[Name, ...]
    top: float
    limit: float


class Geometry:
    """Costs what is in sight. Valid until the document is replaced."""

    def __init__(self, edit: QTextEdit, reading: Reading) -> None:
        document = edit.document()
        layout = document.documentLayout() if document else None
        if document is None or layout is None:
            raise RuntimeError("a page without a document")
        self._edit = edit
        self._document: QTextDocument = document
        self._layout: QAbstractTextDocumentLayout = layout
        self._reading = reading

    def lines(self, top: float, bottom: float) -> Iterator[ShownLine]:
        """The lines of words in sight between two ordinates."""
        for paragraph, block, rect in self._blocks(top, bottom):
            layout = block.layout()
            if paragraph.kind is Kind.LABEL or layout is None:
                continue
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                base = rect.top() + line.y() + line.ascent()
                if base + 20 < top or base - line.ascent() > bottom:
                    continue
                first = line.textStart()
                yield ShownLine(paragraph.offset(first), paragraph.offset(first + line.textLength()),
                                base, line.ascent(), line, rect.left(), paragraph.unit)

    def turns(self, top: float, bottom: float) -> Iterator[tuple[TurnText, float, float]]:
        """The turns that begin in sight, with the ordinate and height of their first line: their label, if any."""
        paragraphs = self._reading.projection.paragraphs
        for paragraph, block, rect in self._blocks(top, bottom):
            number, layout = block.blockNumber(), block.layout()
            if paragraph.turn is None or (number and paragraphs[number - 1].turn is paragraph.turn):
                continue
            line = layout.lineAt(0) if layout is not None and layout.lineCount() else None
            yield paragraph.turn, rect.top() + (line.y() if line else 0), line.height() if line else rect.height()

    def stripes(self, top: float, bottom: float) -> list[Stripe]:
        """The passages in sight."""
        start, end = self.span(top, bottom)
        found = []
        for mark in self._reading.index.between(start, end):
            first = self._reading.projection.first_shown(mark.start)
            low = self.line_at(first)[0] if first >= start else top - 50
            high = self.line_at(mark.end - 1)[1] if mark.end <= end else bottom + 50
            if high >= top and low <= bottom:
                found.append(Stripe(mark, low, high, self._reading.lanes.of(mark.id)))
        return found

    def piles(self, top: float, bottom: float) -> list[Pile]:
        """The names of passages that begin in sight, or not far above."""
        gathered: list[tuple[float, tuple[Name, ...]]] = []
        label_top: float | None = None
        for paragraph, _block, rect in self._blocks(top - ABOVE, bottom, AHEAD):
            if paragraph.kind is Kind.LABEL:
                label_top = rect.top()
                continue
            head, label_top = rect.top() if label_top is None else label_top, None
            names = tuple(self._names(paragraph))
            gathered.append((head, names))
        piles = []
        for at, (head, names) in enumerate(gathered):
            if names:
                following = (later for later, others in gathered[at + 1 : at + 1 + AHEAD] if others)
                piles.append(Pile(names, head, next(following, head + ABOVE)))
        return piles

    def span(self, top: float, bottom: float) -> Span:
        """What the paragraphs between two ordinates hold of the interview."""
        words = [p for p, _block, _rect in self._blocks(top, bottom) if p.kind is not Kind.LABEL]
        return (words[0].start, words[-1].end) if words else (0, 0)

    def line_at(self, offset: int) -> tuple[float, float]:
        """The ordinates between which the letters of a code point's line stand."""
        number = self._reading.projection.paragraph_at(offset)
        if number is None:
            return 0.0, 0.0
        block = self._document.findBlockByNumber(number)
        rect, layout = self._rect(block), block.layout()
        line = layout.lineForTextPosition(self._reading.projection.paragraphs[number].unit(offset)) if layout else None
        if line is None or not line.isValid():
            return rect.top(), rect.bottom()
        base = rect.top() + line.y() + line.ascent()
        return base - round(line.ascent() * 0.92), base + 5

    def _names(self, paragraph: Paragraph) -> Iterator[Name]:
        """The names of the passages that begin in a paragraph, or in the label before it."""
        head = self._reading.projection.shown_before(paragraph)
        for mark in self._reading.index.between(head, paragraph.end):
            if mark.start >= head:
                wish = self.line_at(max(mark.start, paragraph.start))[0]
                for code_id in mark.codes or (None,):
                    yield Name(mark.id, code_id, wish)

    def _blocks(self, top: float, bottom: float, further: int = 0) -> Iterator[tuple[Paragraph, QTextBlock, QRectF]]:
        """The paragraphs that cross two ordinates, then ``further`` ones."""
        paragraphs = self._reading.projection.paragraphs
        if not paragraphs:
            return
        block = self._document.findBlockByNumber(self._first(top))
        while block.isValid():
            rect = self._rect(block)
            if rect.top() > bottom:
                if further == 0:
                    return
                further -= 1
            if rect.bottom() >= top:
                yield paragraphs[block.blockNumber()], block, rect
            block = block.next()

    def _first(self, top: float) -> int:
        """The number of the first block that reaches below an ordinate.

        Found by strides, then by halves: Qt lays a document out as far as one looks, and its own hit test looks
        at the end.
        """
        last = len(self._reading.projection.paragraphs) - 1
        low, high = 0, 1
        while high < last and self._bottom(high) < top:
            low, high = high, high * 2
        high = min(high, last)
        while low < high:
            middle = (low + high) // 2
            if self._bottom(middle) < top:
                low = middle + 1
            else:
                high = middle
        return low

    def _bottom(self, number: int) -> float:
        return self._rect(self._document.findBlockByNumber(number)).bottom()

    def _rect(self, block: QTextBlock) -> QRectF:
        return self._layout.blockBoundingRect(block).translated(0, -self._scrolled())

    def _scrolled(self) -> int:
        bar = self._edit.verticalScrollBar()
        return bar.value() if bar else 0
