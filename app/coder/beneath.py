# SPDX-License-Identifier: GPL-3.0-or-later
"""What is painted beneath the words: tints and underlines of the passages, on the visible lines only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QPainter, QTextLine

from app import theme
from coding.passage_index import Mark, Segment, Span

ROWS = (0, 3, 6, 8)  # below the tint: three underlines told apart, then a thin one that deeper ones share
UNDERLINE = 2
PLAIN, CHOSEN = 0.15, 0.25  # strength of tints, through which questions must still be legible
NO_CODE = "#8A877E"  # a passage that bears only a memo

Colours = Callable[[int], str]


@dataclass(frozen=True)
class ShownLine:
    """One line of words on screen: the interview's span it shows, and where. ``x`` gives the abscissa of a code
    point; ``base``, the ordinate of the baseline, is the viewport's."""

    start: int
    end: int
    base: float
    ascent: float
    line: QTextLine
    left: float
    unit: Callable[[int], int]

    def x(self, offset: int) -> float:
        """Where the code point begins (or the line's words end)."""
        place = self.line.cursorToX(self.unit(offset))
        x = place[0] if isinstance(place, tuple) else place
        return self.left + min(x, self.line.x() + self.line.naturalTextWidth())

    def box(self, start: int, end: int) -> QRectF:
        """The stretch of [start, end) on this line, as high as the letters."""
        low, high = round(self.x(max(start, self.start))), round(self.x(min(end, self.end)))
        top = round(self.base - self.ascent * 0.92)
        return QRectF(low, top, high - low, round(self.base) + 5 - top)


class Beneath:
    """Paints passages under the lines of one page. Look-ups are injected: ``segments`` of a span, ``lanes`` of a
    passage, ``colour`` of a code."""

    def __init__(self, segments: Callable[[int, int], list[Segment]], lanes: Callable[[int], tuple[int, ...]],
                 colour: Colours) -> None:
        self._segments = segments
        self._lanes = lanes
        self._colour = colour
        self.chosen: int | None = None
        self.flashed: Span | None = None

    def paint(self, painter: QPainter, lines: Iterator[ShownLine]) -> None:
        """Paint under each line; the painter's clip keeps it within what must be redrawn."""
        shown = list(lines)
        if not shown:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        segments = self._segments(shown[0].start, shown[-1].end)
        at = 0
        for line in shown:
            while at < len(segments) and segments[at].end <= line.start:
                at += 1
            self._flash(painter, line)
            here = at
            while here < len(segments) and segments[here].start < line.end:
                self._stretch(painter, line, segments[here])
                here += 1
            self._outline(painter, line, segments[at:here])
        painter.restore()

    def _stretch(self, painter: QPainter, line: ShownLine, segment: Segment) -> None:
        box = line.box(segment.start, segment.end)
        if box.width() <= 0:
            return
        chosen = next((mark for mark in segment.marks if mark.id == self.chosen), None)
        over = chosen or segment.marks[-1]
        painter.fillRect(box, theme.tint(self._of(over), CHOSEN if chosen else PLAIN))
        for mark in segment.marks:
            for place, lane in enumerate(self._lanes(mark.id)):
                row = min(lane, len(ROWS) - 1)
                height = UNDERLINE if row < len(ROWS) - 1 else 1
                colour = QColor(self._of(mark, place))
                painter.fillRect(QRectF(box.left(), box.bottom() + ROWS[row], box.width(), height),
                                 theme.tint(colour, 1.0))

    def _outline(self, painter: QPainter, line: ShownLine, segments: list[Segment]) -> None:
        """A line around the chosen passage."""
        mark = next((m for segment in segments for m in segment.marks if m.id == self.chosen), None)
        if mark is None:
            return
        box = line.box(mark.start, mark.end)
        painter.setPen(theme.tint(self._of(mark), 0.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _flash(self, painter: QPainter, line: ShownLine) -> None:
        if self.flashed and self.flashed[0] < line.end and line.start < self.flashed[1]:
            painter.fillRect(line.box(*self.flashed).adjusted(-3, -3, 3, 4), theme.palette().text_selection)

    def _of(self, mark: Mark, place: int = -1) -> str:
        return self._colour(mark.codes[place]) if mark.codes else NO_CODE
