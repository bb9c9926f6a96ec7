# SPDX-License-Identifier: GPL-3.0-or-later
"""What is painted beneath the words: tints and underlines of the passages, on the visible lines only.

What a paragraph needs painted is worked out once, then kept until its passages, their colours or its lines change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from PyQt6.QtCore import QRect, QRectF, Qt
from PyQt6.QtGui import QColor, QPainter

from app import theme
from app.coder.page.geometry import Block, Geometry, ShownLine, drop
from app.coder.page.projection import Kind
from app.coder.page.reading import Reading
from coding.intervals import Mark, Segment, Span

ROWS = (0, 3, 6)  # below the tint: two underlines, then a thin one that deeper ones share
UNDERLINE = 2
PLAIN, CHOSEN, LEFT = 0.15, 0.25, 0.13  # strength of tints, through which questions must still be legible
VEIL = 90  # of 255: what is coded already, when what is not is looked for
NO_CODE = "#8A877E"  # a passage that bears only a memo

Colours = Callable[[int], str]


class Run(NamedTuple):
    """A rectangle of one colour, in the document's ordinates."""

    box: QRectF
    colour: QColor


class Beneath:
    """Paints the passages of a reading under the lines of one page."""

    def __init__(self, reading: Reading, sight: Geometry, colour: Colours) -> None:
        self._reading = reading
        self._sight = sight
        self._colour = colour
        self._runs: dict[int, list[Run]] = {}
        self._laid = sight.laid
        self.chosen: int | None = None
        self.flashed: Span | None = None
        self.found: Sequence[Span] = ()  # hits of a search, in order, none over another

    def look_at(self, sight: Geometry) -> None:
        """The document was made again."""
        self._sight = sight
        self.forget_all()

    def forget(self, stale: Iterable[range]) -> None:
        """The passages of these paragraphs changed."""
        drop(self._runs, stale)

    def forget_all(self) -> None:
        """Colours changed, or what is shown."""
        self._runs.clear()

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint under each line; ``clip`` is the viewport's."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        chosen = self._reading.index.get(self.chosen) if self.chosen is not None else None
        for block in self._within(painter, clip):
            self._flash(painter, block)
            for run in self._runs_of(block):
                painter.fillRect(run.box, run.colour)
            if chosen is not None and chosen.start < block.paragraph.end and block.paragraph.start < chosen.end:
                self._outline(painter, block, chosen)
            self._light(painter, block)
        painter.restore()

    @property
    def veils(self) -> bool:
        """Whether words that are coded already are veiled."""
        return not self._reading.shown.names

    def paint_over(self, painter: QPainter, clip: QRect) -> None:
        """Veil the words that are coded already."""
        veil = QColor(theme.palette().page)
        veil.setAlpha(VEIL)
        painter.save()
        for block in self._within(painter, clip):
            for segment in self._segments(block) if block.paragraph.kind is Kind.SAID else ():
                for line in _crossed(block, segment.start, segment.end):
                    painter.fillRect(line.box(segment.start, segment.end).adjusted(0, -2, 0, 2), veil)
        painter.restore()

    def _within(self, painter: QPainter, clip: QRect) -> Iterator[Block]:
        """The paragraphs of words in the clip, the painter set to the document's ordinates."""
        down = self._sight.scrolled
        painter.translate(0, -down)
        for block in self._sight.blocks(clip.top() - 2 + down, clip.bottom() + 2 + down):
            if block.lines:
                yield block

    def _runs_of(self, block: Block) -> list[Run]:
        if self._laid != self._sight.laid:
            self._laid = self._sight.laid
            self._runs.clear()
        found = self._runs.get(block.number)
        if found is None:
            found = self._coded(block) if self._reading.shown.names else list(self._uncoded(block))
            self._runs[block.number] = found
        return found

    def _coded(self, block: Block) -> list[Run]:
        """Tints, then underlines, which may touch the line below."""
        tints: list[Run] = []
        lines: list[Run] = []
        for segment in self._segments(block):
            tint = theme.tint(self._of(segment.marks[-1]), PLAIN)
            for line in _crossed(block, segment.start, segment.end):
                box = line.box(segment.start, segment.end)
                if box.width() > 0:
                    tints.append(Run(box, tint))
                    lines.extend(self._underlines(box, segment.marks))
        return tints + lines

    def _uncoded(self, block: Block) -> Iterator[Run]:
        tint = theme.tint(theme.palette().accent, LEFT)
        for start, end in self._reading.gaps(block.paragraph):
            for line in _crossed(block, start, end):
                yield Run(line.box(start, end), tint)

    def _underlines(self, box: QRectF, marks: Iterable[Mark]) -> Iterator[Run]:
        for mark in marks:
            for place, lane in enumerate(self._reading.lanes.of(mark.id)):
                row = min(lane, len(ROWS) - 1)
                height = UNDERLINE if row < len(ROWS) - 1 else 1
                yield Run(QRectF(box.left(), box.bottom() + ROWS[row], box.width(), height),
                          theme.tint(self._of(mark, place), 1.0))

    def _segments(self, block: Block) -> list[Segment]:
        return self._reading.view.segments(block.paragraph.start, block.paragraph.end)

    def _outline(self, painter: QPainter, block: Block, mark: Mark) -> None:
        """The chosen passage, even when it is not among those shown: a stronger tint and a line around it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in _crossed(block, mark.start, mark.end):
            box = line.box(mark.start, mark.end)
            painter.fillRect(box, theme.tint(self._of(mark), CHOSEN))
            painter.setPen(theme.tint(self._of(mark), 0.75))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _flash(self, painter: QPainter, block: Block) -> None:
        if self.flashed is not None:
            for line in _crossed(block, *self.flashed):
                painter.fillRect(line.box(*self.flashed).adjusted(-3, -3, 3, 4), theme.palette().text_selection)

    def _light(self, painter: QPainter, block: Block) -> None:
        """What was searched for; the underlines of passages still show below."""
        at = bisect_right(self.found, block.paragraph.start, key=itemgetter(1))
        while at < len(self.found) and self.found[at][0] < block.paragraph.end:
            for line in _crossed(block, *self.found[at]):
                box = line.box(*self.found[at])
                painter.fillRect(box.adjusted(0, 0, 0, -1), theme.palette().found)
                painter.setPen(theme.palette().warn)
                painter.drawRect(box.adjusted(0, 0, -1, -2))
            at += 1

    def _of(self, mark: Mark, place: int = -1) -> str:
        return self._colour(mark.codes[place]) if mark.codes else NO_CODE


def _crossed(block: Block, start: int, end: int) -> Iterator[ShownLine]:
    """The lines of a paragraph that show some of [start, end)."""
    return (line for line in block.lines if line.start < end and start < line.end)
