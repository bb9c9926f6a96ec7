# SPDX-License-Identifier: GPL-3.0-or-later
"""A code dragged over the page: where it would fall, and its fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QToolTip

from app.coder.codebook.codebook_model import code_in
from app.coder.page.edge_scroll import EdgeScroll
from coding.language import _
from coding.passage_index import Mark, Span

if TYPE_CHECKING:
    from app.coder.page.page import Page

EDGE = 28  # pixels within which the words come to the code


class Falling(QObject):
    """``fell``: the id of a code let fall on what is selected, or on the passage that it made the chosen one.
    ``target``: the words that a code let go now would be given to."""

    fell = pyqtSignal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.target: Span | None = None
        self._point = QPoint()
        self._edge = EdgeScroll(page, self._aim, inset=EDGE)

    def over(self, event: QDropEvent) -> None:
        """A code is over the page."""
        if code_in(event.mimeData()) is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._point = event.position().toPoint()
        self._edge.follow(self._point)
        self._aim()

    def out(self) -> None:
        """It is no longer."""
        self._edge.stop()
        self._show(None)

    def fall(self, event: QDropEvent) -> None:
        """It was let go."""
        code_id = code_in(event.mimeData())
        self.out()
        if code_id is None:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        point = event.position().toPoint()
        span, mark = self._at(point)
        if mark is not None:
            self._page.clear_selection()
            self._page.choose(mark.id)
        if mark is not None or span is not None:
            self.fell.emit(code_id)
        else:
            self._say(point)

    def _aim(self) -> None:
        span, mark = self._at(self._point)
        self._show(span if mark is None else (mark.start, mark.end))

    def _at(self, point: QPoint) -> tuple[Span | None, Mark | None]:
        """What is selected there; else the chosen passage if it is there; else the innermost."""
        page = self._page
        if page.is_selected(point):
            return page.selected(), None
        marks = page.marks_at(point)
        return None, next((mark for mark in marks if mark.id == page.chosen), marks[0] if marks else None)

    def _say(self, point: QPoint) -> None:
        view = self._page.viewport()
        if view is not None:
            QToolTip.showText(view.mapToGlobal(point), _("Let a code fall on selected words or on a passage."), view)

    def _show(self, span: Span | None) -> None:
        before, self.target = self.target, span
        if before != span:
            self._page.repaint_spans(one for one in (before, span) if one is not None)
