# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole interview in the height of the page, beside the scroll bar: which theme lives where, what is in sight,
where one stopped reading, what one means to read again, what was found.

A screen reader finds the same in the list of passages.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QRect, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from app import theme
from coding.intervals import Mark, Span
from coding.language import _, ngettext

if TYPE_CHECKING:
    from app.coder.page.page import Page
    from app.coder.page.reading import Reading

WIDTH = 32
SIDE = 7  # to the left of the lanes: what was found, what to read again
LANES = 6  # of themes; further themes share them
LEAST = 2  # pixels that a passage takes at least
SOON = 20  # ms: the page is painted first
NAMED = 8  # codes named in the tooltip
AT = 0.3  # the share of the page's height where a click brings its place


class Overview(QWidget):
    """Follows its page. ``asked`` carries the code point to go to. ``theme_of`` gives the theme of a code and its
    place in the codebook."""

    asked = pyqtSignal(int)

    def __init__(self, page: Page, colour: Callable[[int], str], name: Callable[[int], str]) -> None:
        super().__init__(page)
        self._page = page
        self._colour = colour
        self._name = name
        self.theme_of: Callable[[int], tuple[int, int]] = lambda code_id: (code_id, code_id)
        self._picture: QPixmap | None = None
        self._themes: dict[int, int] = {}  # of the codes there are
        self._lanes: dict[int, int] = {}  # of the themes
        self._hits: Sequence[Span] = ()
        self._bookmarks: Sequence[int] = ()
        self._read_to: int | None = None
        self._frame = QRect()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._draw_all)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what it is told -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Draw everything anew, once the page is painted: another interview, other colours or passages."""
        self._soon.start()
        self.scrolled()

    def follow(self, spans: Iterable[Span]) -> None:
        """Passages changed in these spans: only their rows are drawn again."""
        for start, end in spans:
            low, high = self._row(start), self._row(end) + LEAST
            if self._picture is None or self._soon.isActive() or high - low > self.height() // 4:
                self._soon.start()
            elif not self._draw(low, high):
                self._soon.start()  # a theme that had no lane
            else:
                self.update(0, low, self.width(), high - low)

    def scrolled(self) -> None:
        """Other words are in sight."""
        before, self._frame = self._frame, self._framed()
        if before != self._frame:
            self.update(before)
            self.update(self._frame)

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Mark what was found."""
        self._hits = spans
        self.update()

    def set_bookmarks(self, offsets: Sequence[int]) -> None:
        """Mark what is to be read again."""
        self._bookmarks = offsets
        self.update()

    def set_read_to(self, offset: int | None) -> None:
        """Mark how far one has read."""
        self._read_to = offset
        self.update()

    # -- Qt's events ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The picture, then what stands over it."""
        if event is None:
            return
        colours, painter = theme.palette(), QPainter(self)
        painter.fillRect(event.rect(), colours.panel)
        if self._picture is not None:
            painter.drawPixmap(QRect(SIDE, 0, self._lanes_width(), self.height()), self._picture, self._picture.rect())
        painter.fillRect(0, 0, 1, self.height(), colours.rule)
        self._paint_frame(painter)
        scale, below = self.height() / max(1, self._length()), -1
        for start, _end in self._hits:  # there may be thousands: each row is painted once
            top = int(start * scale)
            if top >= below:
                painter.fillRect(1, top, SIDE - 2, LEAST, colours.accent)
                below = top + LEAST
        for offset in self._bookmarks:
            painter.fillRect(QRect(1, self._row(offset) - 1, self.width() - 1, 2), colours.warn)
            painter.fillRect(QRect(1, self._row(offset) - 3, SIDE - 2, 6), colours.warn)
        if self._read_to:
            painter.fillRect(1, self._row(self._read_to), self.width() - 1, 2, colours.ok)
        painter.end()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Another height, other rows."""
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent | None) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go there."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self.offset_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag through the interview."""
        if event is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.asked.emit(self.offset_at(event.position().y()))

    def event(self, event: QEvent | None) -> bool:
        """Say which turn lies there, and its codes."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    # -- where things are ----------------------------------------------------------------------------------------

    def offset_at(self, y: float) -> int:
        """The code point at an ordinate."""
        return min(self._length() - 1, max(0, int(y * self._length() / max(1, self.height()))))

    def tip(self, y: float) -> str:
        """«Turn 42 · Inès», then the codes there."""
        reading = self._page.reading
        if reading is None:
            return ""
        start, end = self.offset_at(y - 2), self.offset_at(y + 3)
        turn = reading.transcript.turn_at(self.offset_at(y))
        place = (_("Turn {n}").format(n=turn.number), turn.speaker) if turn is not None else ()
        said = [" · ".join(part for part in place if part)] if place else []
        codes = list(dict.fromkeys(code for mark in reading.view.between(start, end) for code in mark.codes))
        said += [self._name(code) for code in codes[:NAMED]]
        if len(codes) > NAMED:
            more = len(codes) - NAMED
            said.append(ngettext("and {n} other", "and {n} others", more).format(n=more))
        return "\n".join(said)

    def _length(self) -> int:
        return max(1, len(self._page.reading.transcript.text)) if self._page.reading is not None else 1

    def _row(self, offset: int) -> int:
        return offset * self.height() // self._length()

    def _lanes_width(self) -> int:
        return self.width() - SIDE - 3

    def _framed(self) -> QRect:
        """What is in sight."""
        view = self._page.viewport()
        if self._page.sight is None or view is None:
            return QRect()
        start, end = self._page.sight.span(0, view.height())
        top = self._row(start)
        return QRect(0, top, self.width(), max(8, self._row(end) - top))

    # -- drawing -------------------------------------------------------------------------------------------------

    def _draw_all(self) -> None:
        reading, ratio = self._page.reading, self.devicePixelRatioF()
        if reading is None or self.height() < 1 or self._lanes_width() < 1:
            return
        found = {code: self.theme_of(code) for code in {code for mark in reading.view for code in mark.codes}}
        self._themes = {code: key for code, (key, _place) in found.items()}
        in_order = sorted(set(found.values()), key=lambda theme: theme[1])
        self._lanes = {key: place % LANES for place, (key, _place) in enumerate(in_order)}
        self._picture = QPixmap(math.ceil(self._lanes_width() * ratio), math.ceil(self.height() * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._draw(0, self.height())
        self.update()

    def _draw(self, low: int, high: int) -> bool:
        """Draw the rows [low, high); False when a passage there has no lane."""
        reading = self._page.reading
        if reading is None or self._picture is None:
            return False
        length, height = self._length(), max(1, self.height())
        marks = reading.view.between((low - LEAST) * length // height, high * length // height + 1)
        bands = self._bands(marks) if reading.shown.names else self._gaps(reading, low, high)
        if bands is None:
            return False
        painter = QPainter(self._picture)
        painter.setClipRect(0, low, self._lanes_width(), high - low)
        painter.fillRect(0, low, self._lanes_width(), high - low, theme.palette().panel)
        for box, colour in bands:
            painter.fillRect(box, colour)
        painter.end()
        return True

    def _bands(self, marks: Iterable[Mark]) -> list[tuple[QRect, QColor]] | None:
        """The bands of passages in the lanes of their themes; those that touch are one."""
        length, height = self._length(), self.height()
        going: dict[int, tuple[int, int]] = {}  # theme -> the band being drawn
        done: list[tuple[int, int, int]] = []
        for mark in marks:
            top = mark.start * height // length
            bottom = max(top + LEAST, mark.end * height // length)
            for code in mark.codes:
                key = self._themes.get(code)
                if key is None:
                    return None
                before = going.get(key)
                if before is None or top > before[1]:
                    if before is not None:
                        done.append((key, *before))
                    going[key] = top, bottom
                elif bottom > before[1]:
                    going[key] = before[0], bottom
        done += [(key, *rows) for key, rows in going.items()]
        lanes = min(LANES, max(1, len(self._lanes)))
        edges = [place * self._lanes_width() // lanes for place in range(lanes + 1)]
        colours = {key: theme.tint(self._colour(key), 0.85) for key in going}
        return [(QRect(edges[lane], top, edges[lane + 1] - edges[lane] - 1, bottom - top), colours[key])
                for key, top, bottom in done for lane in (self._lanes[key],)]

    def _gaps(self, reading: Reading, low: int, high: int) -> list[tuple[QRect, QColor]]:
        """What is left uncoded."""
        colour, width, length = theme.tint(theme.palette().accent, 0.55), self._lanes_width(), self._length()
        words = reading.projection.between(low * length // self.height(), high * length // self.height() + 1)
        rows = (self._rows(*gap) for paragraph in words for gap in reading.gaps(paragraph))
        return [(QRect(0, top, width, bottom - top), colour) for top, bottom in rows]

    def _rows(self, start: int, end: int) -> tuple[int, int]:
        top = self._row(start)
        return top, max(top + LEAST, self._row(end))

    def _paint_frame(self, painter: QPainter) -> None:
        veil = QColor(theme.palette().ink)
        veil.setAlpha(22)
        painter.fillRect(self._frame, veil)
        veil.setAlpha(150)
        painter.setPen(veil)
        painter.drawRect(self._frame.adjusted(0, 0, -1, -1))
