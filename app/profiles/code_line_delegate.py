# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a theme of the code line: its name, its lane with a bar for each passage, its figures; below, its codes and
what was written of it. Passages are painted as cards, as everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QPainter
from PyQt6.QtWidgets import QStyle, QStyleOptionViewItem

from app import theme
from app.quotes.delegate import QuoteDelegate
from app.quotes.model import ENTRY
from app.widgets.paragraph import Paragraph
from app.widgets.strokes import chevron, swatch
from coding.profiles import words
from coding.profiles.profile import Mark, ThemePart, Tick

PAD = 9  # above and below a theme
LANE = 16  # the height of a lane, in pixels
LEAST = 3  # the width of the shortest bar
SIGNS = 34  # chevron and swatch before a name
FIGURES = 132
GAP = 14
NAMES = (120, 220)  # how narrow and how wide the names' column may be


@dataclass(frozen=True)
class Columns:
    """Where things stand: names, then the lanes, ``wide`` pixels from ``left`` on, then figures."""

    left: int
    wide: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """The columns of a view of that width."""
        names = min(NAMES[1], max(NAMES[0], round(width * 0.24)))
        left = SIGNS + names + GAP
        return cls(left, max(60, width - left - GAP - FIGURES))

    def x(self, share: float) -> float:
        """The abscissa of a share (0–1) of the interview."""
        return self.left + share * self.wide

    def bar(self, mark: Mark) -> tuple[float, float]:
        """Where the bar of a passage begins and ends."""
        low, high = self.x(mark.low), self.x(mark.high)
        low = min(low, self.left + self.wide - LEAST)
        return low, max(high, low + LEAST)


class CodeLineDelegate(QuoteDelegate):
    """``ticks`` are drawn through the lanes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, margin=SIGNS, size=15)
        self.ticks: Sequence[Tick] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need at the view's width."""
        part = index.data(ENTRY)
        if isinstance(part, ThemePart):
            return QSize(self.width, _Laid(part, self.width).height)
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """A theme on the page itself, passages on cards."""
        part = index.data(ENTRY)
        if painter is None or not isinstance(part, ThemePart):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._theme(painter, option, part)
        painter.restore()

    def _theme(self, painter: QPainter, option: QStyleOptionViewItem, part: ThemePart) -> None:
        colours, area, columns = theme.palette(), option.rect, Columns.of(self.width)
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area.adjusted(0, 0, 0, -PAD if opened else 0), colours.selection)
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), colours.rule)
        laid, top, middle = _Laid(part, self.width), area.top() + PAD, area.top() + PAD + LANE / 2
        chevron(painter, area.left() + 2, middle, colours.faint, opened=opened)
        swatch(painter, area.left() + 18, middle, theme.tint(part.colour, 1.0))
        laid.name.draw(painter, area.left() + SIGNS, top - 2, colours.ink)
        self._lane(painter, QRect(area.left() + columns.left, top, columns.wide, LANE), part, columns)
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.muted)
        painter.drawText(QRect(area.right() - FIGURES, top - 2, FIGURES - 4, LANE + 4),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.figures(part))
        below = float(top + LANE + 6)
        for paragraph, colour in laid.below(colours.muted, colours.ink):
            paragraph.draw(painter, area.left() + columns.left, below, colour)
            below += paragraph.height + 4

    def _lane(self, painter: QPainter, lane: QRect, part: ThemePart, columns: Columns) -> None:
        colours, shift = theme.palette(), lane.left() - columns.left
        painter.fillRect(lane, colours.hover)
        for tick in self.ticks:
            painter.fillRect(QRectF(shift + columns.x(tick.at), lane.top() - 3, 1, LANE + 6), colours.rule)
        plain, strong = theme.tint(part.colour, 0.62), theme.tint(part.colour, 1.0)
        for mark in sorted(part.marks, key=lambda mark: mark.quote.strong):
            low, high = columns.bar(mark)
            wide = max(LEAST, high - low - 1)  # passages that follow each other are told apart
            painter.fillRect(QRectF(shift + low, lane.top(), wide, LANE), strong if mark.quote.strong else plain)
            if mark.quote.strong:
                painter.fillRect(QRectF(shift + low, lane.top() - 3, wide, 2), strong)


class _Laid:
    """The words of a theme laid out in a view of ``width`` pixels, and the height of its row."""

    def __init__(self, part: ThemePart, width: int) -> None:
        columns = Columns.of(width)
        room = width - columns.left - 4
        self.name = Paragraph(part.name, theme.ui_font(13, QFont.Weight.DemiBold), columns.left - SIGNS - GAP)
        self.codes = [Paragraph(words.codes(part), theme.ui_font(12), room)] if part.codes else []
        self.summaries = [Paragraph(text, theme.reading_font(15), room) for text in words.summaries(part)]
        beside = LANE + 6 + sum(each.height + 4 for each in (*self.codes, *self.summaries))
        self.height = round(max(self.name.height, beside)) + 2 * PAD - 2

    def below(self, muted: QColor, ink: QColor) -> list[tuple[Paragraph, QColor]]:
        """What stands under the lane, with its colour."""
        return [*((each, muted) for each in self.codes), *((each, ink) for each in self.summaries)]
