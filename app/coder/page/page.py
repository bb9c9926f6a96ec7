# SPDX-License-Identifier: GPL-3.0-or-later
"""The page where an interview is read and coded: a read-only text, its passages painted beneath.

Text is never read from the widget: what the screen shows is mapped to the interview by the projection, and what is
copied comes from the interview.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PyQt6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PyQt6.QtWidgets import QFrame, QTextEdit, QWidget

from app.coder import keys
from app.coder.codebook.codebook_model import code_in
from app.coder.page import columns, document, foreseen, gutter, overview
from app.coder.page.beneath import NO_CODE, Beneath
from app.coder.page.caret import Caret
from app.coder.page.falling import Falling
from app.coder.page.geometry import Geometry
from app.coder.page.gutter import Gutter
from app.coder.page.handles import Handles
from app.coder.page.look import Look
from app.coder.page.margin import Margin
from app.coder.page.overview import AT, Overview
from app.coder.page.pointer import Pointer
from app.coder.page.reading import Reading
from app.coder.page.shown import Shown
from coding.excerpt import excerpt
from coding.language import _
from coding.passage_bounds import trimmed
from coding.passage_index import Mark, Span

FLASH_MS = 1400
CARET = 2  # pixels


class Page(QTextEdit):
    """Signals: ``verb`` (a key of ``app.coder.keys``), ``digit`` (1 to 9), ``chosen_changed`` (a passage was chosen,
    or none), ``moved`` (the caret is elsewhere), ``menu_asked`` (where, on the screen). What the mouse does is told
    by ``handles`` (bounds dragged) and ``falling`` (codes let fall)."""

    verb = pyqtSignal(str)
    digit = pyqtSignal(int)
    chosen_changed = pyqtSignal()
    moved = pyqtSignal()
    menu_asked = pyqtSignal(QPoint)

    def __init__(self, colour: Callable[[int], str], name: Callable[[int], str],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self.sight: Geometry | None = None
        self._beneath: Beneath | None = None
        self._made: QTextDocument | None = None
        self._colour = colour
        self.look = Look()
        self.setProperty("role", "page")
        self.setAccessibleName(_("Transcript"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                     | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.gutter = Gutter(self)
        self.margin = Margin(self, colour, name)
        self.margin.clicked.connect(self._choose_beside)
        self.overview = Overview(self, colour, name)
        self.overview.asked.connect(partial(self.show_offset, share=AT))
        self.pointer = Pointer(self)
        self.handles = Handles(self)
        self.falling = Falling(self)
        self.steps = Caret(self)
        view = self.viewport()
        if view is not None:
            view.setMouseTracking(True)
        self._seen = 0  # what the scroll bar said last
        self._unflash = QTimer(self)
        self._unflash.setSingleShot(True)
        self._unflash.setInterval(FLASH_MS)
        self._unflash.timeout.connect(self._end_flash)
        self.cursorPositionChanged.connect(self.moved)
        bar = self.verticalScrollBar()
        if bar is not None:
            bar.valueChanged.connect(self._scroll_sides)

    def open(self, reading: Reading, *, at: int = 0) -> None:
        """Show an interview, with ``at`` near the top."""
        if self.reading is not None and reading.shown != self.reading.shown:
            reading.filter(self.reading.shown)
        self.reading = reading
        self._beneath = None
        self.rebuild(at=at)
        self.chosen_changed.emit()

    def reopen(self, reading: Reading, to: Callable[[int], int]) -> None:
        """Show the same interview after its text or its turns changed: what was read stays at the same height, and
        what was chosen or selected stays so. ``to`` says where an offset of the former text is now."""
        bar = self.verticalScrollBar()
        if self.reading is None or self.sight is None or bar is None:
            self.open(reading)
            return
        top, anchor, caret, chosen = self.top_offset(), self.anchor(), self.caret(), self.chosen
        height = self.sight.line_at(top)[0]
        self.open(reading, at=to(top))
        self.set_caret(to(caret))
        if anchor != caret:
            self.pick(*sorted((to(anchor), to(caret))), backwards=caret < anchor, still=True)
        bar.setValue(round(bar.value() + self.sight.line_at(to(top))[0] - height))
        self.choose(chosen)

    def rebuild(self, *, at: int | None = None) -> None:
        """Make the document again: another interview, other colours, another size of letters."""
        if self.reading is None:
            return
        place, caret, selected = (self.top_offset(), self.caret(), self.selected()) if at is None else (at, at, None)
        self.reading.show(self.look.labels)
        self.sight = None
        self.blockSignals(True)
        old, self._made = self._made, document.build(self.reading.projection, self.look)
        self._made.setParent(self)
        self.setDocument(self._made)
        self.setCursorWidth(CARET)
        if old is not None:
            old.deleteLater()
        self.sight = Geometry(self, self.reading)
        if self._beneath is None:
            self._beneath = Beneath(self.reading, self.sight, self._colour)
        self._beneath.look_at(self.sight)
        self._fit()
        self.blockSignals(False)
        self.show_offset(place, share=0.0)
        self.set_caret(caret)
        if selected is not None:
            self.pick(*selected, backwards=caret <= selected[0])
            self.show_offset(place, share=0.0)
        self._sides()  # Qt redraws the words only
        self.overview.refresh()

    def set_look(self, look: Look) -> None:
        """How the page looks; place, caret, selection and chosen passage stay."""
        before, self.look = self.look, look
        if replace(before, width=look.width, numbers=look.numbers) != look:
            self.rebuild()
        elif before != look:
            self.refit()

    def repaint_all(self) -> None:
        """Redraw everything in sight: codes have other names or colours, or other passages are shown."""
        view = self.viewport()
        if self.sight is not None and self._beneath is not None:
            self.sight.forget_names()
            self._beneath.forget_all()
        self.overview.refresh()
        if view is not None:
            view.update()
        self.margin.update()

    def refit(self) -> None:
        """Share the width out again, the same words at the top."""
        place = self.top_offset()
        self._fit()
        self.show_offset(place, share=0.0)
        self._sides()

    # -- what is chosen ------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> int | None:
        """The id of the chosen passage, if it still stands."""
        mark = self.chosen_mark
        return mark.id if mark else None

    @property
    def chosen_mark(self) -> Mark | None:
        """The chosen passage."""
        if self.reading is None or self._beneath is None or self._beneath.chosen is None:
            return None
        return self.reading.index.get(self._beneath.chosen)

    def selected(self) -> Span | None:
        """The span of the words selected, without the white space around; None when there are none."""
        cursor = self.textCursor()
        if self.reading is None or not cursor.hasSelection():
            return None
        span = self.reading.projection.selected(cursor.selectionStart(), cursor.selectionEnd())
        start, end = trimmed(self.reading.transcript.text, *span)
        return (start, end) if start < end else None

    def pick(self, start: int, end: int, *, backwards: bool = False, still: bool = False) -> None:
        """Select the words of a span, the caret at its end; ``backwards``: at its beginning; ``still``: whether the
        page stays where it is, even if the caret is out of sight."""
        if self.reading is None:
            return
        bar = self.verticalScrollBar()
        value = bar.value() if bar else 0
        low, high = self.reading.projection.span(start, end)
        low, high = (high, low) if backwards else (low, high)
        cursor = self.textCursor()
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if bar and still:
            bar.setValue(value)

    def clear_selection(self) -> None:
        """Select no words; the caret stays."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionEnd())
            self.setTextCursor(cursor)

    def choose(self, passage_id: int | None, *, show: bool = False) -> None:
        """Make a passage the chosen one; ``show`` brings it in sight."""
        if self._beneath is None or self.reading is None or (passage_id == self._beneath.chosen and not show):
            return
        before, self._beneath.chosen = self.chosen_mark, passage_id
        after = self.chosen_mark
        self.repaint_spans((mark.start, mark.end) for mark in (before, after) if mark is not None)
        if show and after is not None:
            self.clear_selection()
            self.set_caret(after.start)
            self.show_offset(after.start, only_if_hidden=True)
        self.chosen_changed.emit()

    def _choose_beside(self, passage_id: int) -> None:
        """Choose a passage from the margin: the caret goes there too, unless words are selected."""
        self.choose(passage_id)
        mark = self.chosen_mark
        if mark is not None and self.selected() is None and not mark.start <= self.caret() <= mark.end:
            self.set_caret(mark.start)

    def caret(self) -> int:
        """The code point at the caret."""
        return self.reading.projection.offset(self.textCursor().position()) if self.reading else 0

    def anchor(self) -> int:
        """The code point at the other end of the selection; at the caret when nothing is selected."""
        return self.reading.projection.offset(self.textCursor().anchor()) if self.reading else 0

    def set_caret(self, offset: int) -> None:
        """Put the caret at a code point, selecting nothing; the page does not scroll."""
        if self.reading is None:
            return
        bar = self.verticalScrollBar()
        value = bar.value() if bar else 0
        cursor = self.textCursor()
        cursor.setPosition(self.reading.projection.position(offset))
        self.setTextCursor(cursor)
        if bar:
            bar.setValue(value)

    # -- what is in sight ----------------------------------------------------------------------------------------

    def top_offset(self) -> int:
        """The code point at the top of what is seen."""
        if self.reading is None or self.sight is None:
            return 0
        return next((line.start for line in self.sight.lines(4, 400) if line.base - line.ascent >= 0), 0)

    def show_offset(self, offset: int, *, share: float = 0.3, only_if_hidden: bool = False) -> None:
        """Scroll until a code point stands at ``share`` of the page's height."""
        bar, view, made = self.verticalScrollBar(), self.viewport(), self.document()
        layout = made.documentLayout() if made else None
        if self.sight is None or bar is None or view is None or layout is None:
            return
        top, bottom = self.sight.line_at(offset)
        if only_if_hidden and top >= 0 and bottom <= view.height():
            return
        if offset and bar.value() + top > bar.maximum():
            layout.documentSize()  # lays out all that lies above, of which the scroll bar may not know yet
        bar.setValue(max(0, round(bar.value() + top - share * view.height() - (40 if share == 0 else 0))))

    def flash(self, start: int, end: int, *, still: bool = False) -> None:
        """Show a span and light it for a moment; ``still``: the page does not scroll to what is in sight."""
        if self._beneath is None:
            return
        self._end_flash()
        self._beneath.flashed = (start, end)
        self.show_offset(start, only_if_hidden=still)
        self.set_caret(start)
        self.repaint_spans([(start, end)])
        self._unflash.start()

    def show_found(self, spans: Sequence[Span]) -> None:
        """Light what a search found."""
        view = self.viewport()
        if self._beneath is not None and view is not None and self._beneath.found != spans:
            self._beneath.found = spans
            view.update()

    def is_found(self, span: Span) -> bool:
        """Whether a span is a hit of the search that is lit."""
        found = self._beneath.found if self._beneath is not None else ()
        place = bisect_left(found, span)
        return place < len(found) and found[place] == span

    def span_rect(self, start: int, end: int) -> QRect:
        """Where the lines of a span stand, as far as they are in sight, in the page's coordinates."""
        view = self.viewport()
        if self.sight is None or view is None:
            return QRect()
        top = min(max(0, round(self.sight.line_at(start)[0])), view.height())
        bottom = min(max(top, round(self.sight.line_at(max(start, end - 1))[1])), view.height())
        return QRect(view.x(), view.y() + top, view.width(), bottom - top)

    def offset_at(self, point: QPoint) -> int:
        """The code point under the pointer: Qt gives the nearest gap between two."""
        if self.reading is None:
            return 0
        cursor = self.cursorForPosition(point)
        if self.cursorRect(cursor).left() > point.x() and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return self.reading.projection.offset(cursor.position())

    def gap_at(self, point: QPoint) -> int:
        """The code point before which the pointer would put the caret."""
        return self.reading.projection.offset(self.cursorForPosition(point).position()) if self.reading else 0

    def marks_at(self, point: QPoint) -> list[Mark]:
        """The passages under the pointer, the innermost first."""
        return self.reading.view.at(self.offset_at(point))[::-1] if self.reading and self.on_words(point) else []

    def is_selected(self, point: QPoint) -> bool:
        """Whether the words under the pointer are selected."""
        span = self.selected()
        return span is not None and self.on_words(point) and span[0] <= self.offset_at(point) < span[1]

    def colour_of(self, mark: Mark) -> str:
        """The colour of a passage."""
        return self._colour(mark.codes[-1]) if mark.codes else NO_CODE

    def on_words(self, point: QPoint) -> bool:
        """Whether a point of the viewport lies on a line of words."""
        if self.sight is None:
            return False
        lines = self.sight.lines(point.y() - 1, point.y() + 1)
        return any(line.box(line.start, line.end).adjusted(0, -4, 4, 8).contains(point.toPointF()) for line in lines)

    def follow(self, spans: Iterable[Span]) -> None:
        """Passages changed in these spans."""
        dirty = list(spans)
        if self.sight is not None and self._beneath is not None:
            self._beneath.forget(self.sight.forget(dirty))
            self.overview.follow(dirty)
        self.repaint_spans(dirty)
        if self._beneath is not None and self._beneath.chosen is not None and self.chosen is None:
            self.choose(None)  # another passage may come to bear the number of one that has gone

    def filter(self, shown: Shown) -> None:
        """Show other passages."""
        if self.reading is not None:
            self.reading.filter(shown)
            self.repaint_all()

    def repaint_spans(self, spans: Iterable[Span]) -> None:
        """Redraw the lines in sight of these spans, and the margin beside them."""
        view = self.viewport()
        if self.sight is None or view is None:
            return
        seen = self.sight.span(0, view.height())
        for start, end in spans:
            low, high = max(start, seen[0]), min(end, seen[1])
            if low < high:
                top, bottom = self.sight.line_at(low)[0], self.sight.line_at(high - 1)[1]
                view.update(0, round(top) - 6, view.width(), round(bottom - top) + 24)
            beside = self.sight.beside((start, end), 0, view.height())
            if beside is not None:
                self.margin.update(0, round(beside[0]) - 1, self.margin.width(), round(beside[1] - beside[0]) + 2)

    # -- Qt's events ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Passages first, words over them."""
        if event is not None and self.sight is not None and self._beneath is not None:
            clip = event.rect()
            painter = QPainter(self.viewport())
            painter.setClipRect(clip)
            self._beneath.paint(painter, clip)
            foreseen.paint(painter, self, clip)
            painter.end()
        super().paintEvent(event)
        if event is not None and self._beneath is not None:
            painter = QPainter(self.viewport())
            if self._beneath.veils:
                self._beneath.paint_over(painter, event.rect())
            self.handles.paint(painter)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Keys of the table, digits with something to code, else Qt's."""
        if event is None or (event.key() == Qt.Key.Key_Escape and self.handles.cancel()):
            return
        verb, digit = keys.verb_of(event), keys.digit_of(event)
        if verb is not None:
            self.verb.emit(verb)
        elif digit is not None:
            self.digit.emit(digit)
        elif not self.steps.page_on(event):
            before = self.textCursor()
            super().keyPressEvent(event)
            self.steps.settle(event, before)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """The pointer's, else Qt's."""
        if event is not None and not self.pointer.press(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """The pointer's, else Qt's."""
        if event is not None and not self.pointer.press(event, double=True):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """The pointer's, else Qt's."""
        if event is not None and not self.pointer.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """The pointer's, else Qt's."""
        if event is not None and not self.pointer.release(event):
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Ask for the menu of what is under the pointer: words selected, else a passage, else a turn."""
        view = self.viewport()
        if event is None or view is None:
            return
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(view.mapToGlobal(self.cursorRect().bottomLeft()))
            return
        self.pointer.aim(view.mapFromGlobal(event.globalPos()))
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Scroll only: the size of letters is set in the View menu."""
        if event is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the words in a column of readable width, and the same words at the top."""
        place = self.top_offset()
        self._fit()  # first: Qt lays the words out in the width that the margins leave
        super().resizeEvent(event)
        if event is not None and event.size().width() != event.oldSize().width() and place:
            self.show_offset(place, share=0.0)

    def changeEvent(self, event: QEvent | None) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self.reading is not None:
            self.rebuild()

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:
        """Only codes can be let fall here."""
        return code_in(source) is not None

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Take codes of the tree."""
        if event is not None:
            self.falling.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent | None) -> None:
        """Show what they would be given to."""
        if event is not None:
            self.falling.over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent | None) -> None:
        """Show it no longer."""
        self.falling.out()

    def dropEvent(self, event: QDropEvent | None) -> None:
        """A code was let fall."""
        if event is not None:
            self.falling.fall(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the interview's own words."""
        made, span = QMimeData(), self.selected()
        if span is not None and self.reading is not None:
            made.setText(excerpt(self.reading.transcript, *span))
        return made

    # -- inside --------------------------------------------------------------------------------------------------

    def _end_flash(self) -> None:
        self._unflash.stop()
        if self._beneath is not None and self._beneath.flashed is not None:
            span, self._beneath.flashed = self._beneath.flashed, None
            self.repaint_spans([span])

    def _sides(self) -> None:
        self.gutter.update()
        self.margin.update()

    def _scroll_sides(self, value: int) -> None:
        """Only what comes in sight is painted."""
        down, self._seen = self._seen - value, value
        for side in (self.gutter, self.margin):
            side.scroll(0, down)
        self.overview.scrolled()

    def _fit(self) -> None:
        """Gutter, words and margin from left to right."""
        bar = self.verticalScrollBar()
        readable = QFontMetricsF(self.look.words()).averageCharWidth() * self.look.width
        room = self.width() - (bar.sizeHint().width() if bar else 0) - overview.WIDTH
        fit = columns.fit(room, round(readable))
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (fit.words, fit.right + overview.WIDTH):
            self.setViewportMargins(fit.words, 0, fit.right + overview.WIDTH, 0)
        self.gutter.setGeometry(fit.left, 0, gutter.WIDTH, self.height())
        self.margin.setGeometry(fit.margin, 0, fit.margin_width, self.height())
        self.overview.setGeometry(room, 0, overview.WIDTH, self.height())
