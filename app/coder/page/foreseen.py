# SPDX-License-Identifier: GPL-3.0-or-later
"""What would be coded, painted before it is: the words selected, the bounds being dragged, where a code would fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QPainter

from app import theme
from coding.passage_index import Span

if TYPE_CHECKING:
    from app.coder.page.page import Page


def paint(painter: QPainter, page: Page, clip: QRect) -> None:
    """Paint beneath the words, letter for letter: no label, no white space at the ends."""
    selected, outlined = page.selected(), page.handles.preview or page.falling.target
    if selected is not None:
        _fill(painter, page, clip, selected, outline=page.is_found(selected))  # the hit one is at, among the others
    if outlined is not None:
        _fill(painter, page, clip, outlined, outline=True)


def _fill(painter: QPainter, page: Page, clip: QRect, span: Span, *, outline: bool) -> None:
    colours = theme.palette()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colours.accent)
    for line in page.sight.lines(clip.top() - 2, clip.bottom() + 2) if page.sight is not None else ():
        if line.start < span[1] and span[0] < line.end:
            box = line.box(*span)
            painter.fillRect(box, colours.text_selection)
            if outline:
                painter.drawRect(box.adjusted(0, 0, -1, -1))
