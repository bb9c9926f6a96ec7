# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things stand on the page: lines of words, turns, passages.

What is measured is kept, in the document's ordinates, until the lines are laid out otherwise: Qt is asked once.
Ordinates given and returned are the viewport's, unless said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeVar

from PyQt6.QtCore import QRectF
from PyQt6.QtGui import QAbstractTextDocumentLayout, QTextDocument
from PyQt6.QtWidgets import QTextEdit

from app.coder.page.margin_layout import Name
from app.coder.page.projection import Kind, Paragraph
from app.coder.page.reading import Reading
from coding.intervals import Mark, Span
from coding.transcripts import TurnText

Kept = TypeVar("Kept")
AFTER = 2  # a name stands beside the first words shown after its passage's start, past a label perhaps
ABOVE = 500  # names may overflow this far below the paragraph they belong to


@dataclass(frozen=True)
class ShownLine:
    """One line of words: the interview's span it shows, and where. ``base`` is the ordinate of the baseline, the
    document's or the viewport's; ``x`` gives the abscissa of a code point."""

    start: int
    end: int
    last: int  # where its letters end: spaces may follow
    base: float
    ascent: float
    x: Callable[[int], float]

    def box(self, start: int, end: int) -> QRectF:
        """The stretch of [start, end) on this line, as high as the letters; spaces at the end of the line are not
        of it."""
        low, high = (round(self.x(min(max(at, self.start), self.last))) for at in (start, end))
        top = self.top
        return QRectF(low, top, high - low, self.bottom - top)

    @property
    def top(self) -> int:
        """Where the letters begin."""
        return round(self.base - self.ascent * 0.92)

    @property
    def bottom(self) -> int:
        """Where they end."""
        return round(self.base) + 5


@dataclass(frozen=True)
class Block:
    """A paragraph of the screen, in the document's ordinates; a label has no lines of words."""

    number: int
    paragraph: Paragraph
    top: float
    bottom: float
    lines: tuple[ShownLine, ...]


class Stripe(NamedTuple):
    """The height of a passage, as far as it can be seen."""

    mark: Mark
    top: float
    bottom: float
    lanes: tuple[int, ...]


class Pile(NamedTuple):
    """The names of the passages that begin in one paragraph, and the room they have; the document's ordinates."""

    names: tuple[Name, ...]
    top: float
    limit: float


class Geometry:
    """Costs what is in sight. Valid until the document is replaced."""

    def __init__(self, edit: QTextEdit, reading: Reading) -> None:
        document = edit.document()
        layout = document.documentLayout() if document else None
        bar = edit.verticalScrollBar()
        if document is None or layout is None or bar is None:
            raise RuntimeError("a page without a document")
        self._bar = bar
        self._document: QTextDocument = document
        self._layout: QAbstractTextDocumentLayout = layout
        self._reading = reading
        self._width = document.textWidth()
        self._rects: dict[int, tuple[float, float, float]] = {}
        self._blocks_of: dict[int, Block] = {}
        self._names_of: dict[int, tuple[Name, ...]] = {}
        self._spanned: dict[int, tuple[Mark, float, float]] = {}  # the document's ordinates of a passage
        self._firsts: dict[float, int] = {}
        self.laid = 0  # how many times everything was measured anew
        document.contentsChanged.connect(self._forget_all)

    @property
    def scrolled(self) -> int:
        """The document's ordinate at the top of the viewport."""
        return self._bar.value()

    def blocks(self, top: float, bottom: float) -> Iterator[Block]:
        """The paragraphs that cross two ordinates of the document."""
        for number in range(self._first(top), len(self._reading.projection.paragraphs)):
            if self._rect(number)[0] > bottom:
                return
            yield self.block(number)

    def block(self, number: int) -> Block:
        """A paragraph and its lines."""
        found = self._blocks_of.get(number)
        if found is None:
            found = self._blocks_of[number] = self._measured(number)
        return found

    def lines(self, top: float, bottom: float) -> Iterator[ShownLine]:
        """The lines of words in sight between two ordinates."""
        down = self.scrolled
        for block in self.blocks(top + down, bottom + down):
            for line in block.lines:
                if line.base - down + 20 >= top and line.base - line.ascent - down <= bottom:
                    yield replace(line, base=line.base - down)

    def turns(self, top: float, bottom: float) -> Iterator[tuple[TurnText, float, float]]:
        """The turns that begin in sight, with the ordinate and height of their first line: their label, if any."""
        paragraphs, down = self._reading.projection.paragraphs, self.scrolled
        for block in self.blocks(top + down, bottom + down):
            turn, number = block.paragraph.turn, block.number
            if turn is None or (number and paragraphs[number - 1].turn is turn):
                continue
            layout = self._document.findBlockByNumber(number).layout()
            line = layout.lineAt(0) if layout is not None and layout.lineCount() else None
            above = line.y() if line else 0
            yield turn, block.top - down + above, line.height() if line else block.bottom - block.top

    def stripes(self, top: float, bottom: float) -> list[Stripe]:
        """The passages in sight."""
        reading, down = self._reading, self.scrolled
        if not reading.shown.names:
            return []
        start, end = self.span(top, bottom)
        found = []
        for mark in reading.view.between(start, end):
            low, high = self._ends(mark, (start, end), (top - 50 + down, bottom + 50 + down))
            low, high = low - down, high - down
            if high >= top and low <= bottom:
                found.append(Stripe(mark, low, high, reading.lanes.of(mark.id)))
        return found

    def piles(self, top: float, bottom: float) -> Iterator[Pile]:
        """The names of passages that begin between two ordinates of the document, or not far above."""
        if not self._reading.shown.names:
            return
        waiting: tuple[float, tuple[Name, ...]] | None = None
        for block in self.blocks(top - ABOVE, bottom + ABOVE):
            names = self.names(block) if block.lines else ()
            if not names:
                continue
            head = self._head(block)
            if waiting is not None:
                yield Pile(waiting[1], waiting[0], min(head, waiting[0] + ABOVE))
            waiting = head, names
            if head > bottom:
                return
        if waiting is not None:
            yield Pile(waiting[1], waiting[0], waiting[0] + ABOVE)

    def names(self, block: Block) -> tuple[Name, ...]:
        """The names of the passages that begin in a paragraph of words, or in the label before it."""
        found = self._names_of.get(block.number)
        if found is None:
            found = self._names_of[block.number] = tuple(self._named(block.paragraph))
        return found

    def span(self, top: float, bottom: float) -> Span:
        """What the paragraphs between two ordinates hold of the interview."""
        down = self.scrolled
        words = [block.paragraph for block in self.blocks(top + down, bottom + down) if block.lines]
        return (words[0].start, words[-1].end) if words else (0, 0)

    def line_at(self, offset: int) -> tuple[float, float]:
        """The ordinates between which the letters of a code point's line stand."""
        top, bottom = self._line(offset)
        return top - self.scrolled, bottom - self.scrolled

    def forget(self, spans: Iterable[Span]) -> list[range]:
        """Passages changed in these spans: their names are looked up again. Returns the numbers of the paragraphs
        whose words may look different."""
        stale = list(map(self._paragraphs, set(spans)))
        drop(self._names_of, stale)
        return [range(numbers.start, numbers.stop - AFTER) for numbers in stale]

    def beside(self, span: Span, top: float, bottom: float) -> tuple[float, float] | None:
        """Between which ordinates names and stripes may look different when the passages of a span do; None when
        that is out of sight."""
        down, numbers = self.scrolled, self._paragraphs(span)
        seen = [block for block in self.blocks(top + down - ABOVE, bottom + down) if block.lines]
        inside = [place for place, block in enumerate(seen) if block.number in numbers]
        if not inside:
            return None
        before = next((block for block in reversed(seen[: inside[0]]) if self.names(block)), seen[inside[0]])
        after = next((block for block in seen[inside[-1] + 1 :] if self.names(block)), None)
        return self._head(before) - down, (self._head(after) - down if after is not None else bottom)

    def _paragraphs(self, span: Span) -> range:
        """The numbers of the paragraphs beside which passages of a span may be named."""
        first, last = map(self._reading.projection.paragraph_at, span)
        return range(first, last + 1 + AFTER) if first is not None and last is not None else range(0)

    def forget_names(self) -> None:
        """Other passages are shown."""
        self._names_of.clear()

    def _ends(self, mark: Mark, seen: Span, beyond: tuple[float, float]) -> tuple[float, float]:
        """Where a passage begins and ends, in the document's ordinates; ``beyond`` stands for what lies out of the
        span that is seen, which Qt may not have laid out."""
        kept = self._spanned.get(mark.id)
        if kept is not None and kept[0] is mark:
            return kept[1], kept[2]
        first = self._reading.projection.first_shown(mark.start)
        low = self._line(first)[0] if first >= seen[0] else beyond[0]
        high = self._line(mark.end - 1)[1] if mark.end <= seen[1] else beyond[1]
        if first >= seen[0] and mark.end <= seen[1]:
            self._spanned[mark.id] = mark, low, high
        return low, high

    def _head(self, block: Block) -> float:
        """Where the room of a paragraph's names begins: at the label above it, if any."""
        before = block.number - 1
        if before >= 0 and self._reading.projection.paragraphs[before].kind is Kind.LABEL:
            return self._rect(before)[0]
        return block.top

    def _named(self, paragraph: Paragraph) -> Iterator[Name]:
        head = self._reading.projection.shown_before(paragraph)
        for mark in self._reading.view.between(head, paragraph.end):
            if mark.start >= head:
                wish = self._line(max(mark.start, paragraph.start))[0]
                for code_id in mark.codes or (None,):
                    yield Name(mark.id, code_id, wish)

    def _line(self, offset: int) -> tuple[float, float]:
        number = self._reading.projection.paragraph_at(offset)
        if number is None:
            return 0.0, 0.0
        self._check()
        block = self.block(number)
        if not block.lines:
            return block.top, block.bottom
        line = block.lines[max(0, bisect_right(block.lines, offset, key=_start) - 1)]
        return line.top, line.bottom

    def _measured(self, number: int) -> Block:
        paragraph = self._reading.projection.paragraphs[number]
        top, bottom, left = self._rect(number)
        layout = self._document.findBlockByNumber(number).layout()
        lines = []
        if paragraph.kind is not Kind.LABEL and layout is not None:
            for place in range(layout.lineCount()):
                line = layout.lineAt(place)
                first = line.textStart()
                start, end = paragraph.offset(first), paragraph.offset(first + line.textLength())
                last = start + len(self._reading.transcript.text[start:end].rstrip())
                lines.append(ShownLine(start, end, last, top + line.y() + line.ascent(), line.ascent(),
                                       partial(self._x, number, place, left)))
        return Block(number, paragraph, top, bottom, tuple(lines))

    def _x(self, number: int, place: int, left: float, offset: int) -> float:
        """Where a code point begins on a line."""
        layout = self._document.findBlockByNumber(number).layout()
        if layout is None or place >= layout.lineCount():
            return left
        line = layout.lineAt(place)  # never kept: it dies with the layout
        found = line.cursorToX(self._reading.projection.paragraphs[number].unit(offset))
        return left + (found[0] if isinstance(found, tuple) else found)

    def _first(self, top: float) -> int:
        """The number of the first block that reaches below an ordinate of the document.

        Found by strides, then by halves: Qt lays a document out as far as one looks, and its own hit test looks
        at the end.
        """
        self._check()
        found = self._firsts.get(top)
        if found is not None:
            return found
        last = len(self._reading.projection.paragraphs) - 1
        low, high = 0, 1
        while high < last and self._rect(high)[1] < top:
            low, high = high, high * 2
        high = min(high, last)
        while low < high:
            middle = (low + high) // 2
            if self._rect(middle)[1] < top:
                low = middle + 1
            else:
                high = middle
        if len(self._firsts) > ABOVE:
            self._firsts.clear()
        self._firsts[top] = max(0, low)
        return max(0, low)

    def _rect(self, number: int) -> tuple[float, float, float]:
        """Top, bottom and left of a block, the document's."""
        found = self._rects.get(number)
        if found is None:
            rect = self._layout.blockBoundingRect(self._document.findBlockByNumber(number))
            found = self._rects[number] = rect.top(), rect.bottom(), rect.left()
        return found

    def _check(self) -> None:
        """Lines of another width are other lines."""
        if self._document.textWidth() != self._width:
            self._width = self._document.textWidth()
            self._forget_all()

    def _forget_all(self) -> None:
        self._rects.clear()
        self._firsts.clear()
        self._spanned.clear()
        self._blocks_of.clear()
        self._names_of.clear()
        self.laid += 1


def drop(kept: dict[int, Kept], stale: Iterable[range]) -> None:
    """Forget what is kept by numbers that lie in these ranges."""
    for numbers in stale:
        for number in [n for n in kept if n in numbers] if len(numbers) > len(kept) else numbers:
            kept.pop(number, None)


def _start(line: ShownLine) -> int:
    return line.start
