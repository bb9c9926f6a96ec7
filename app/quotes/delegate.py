# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a quote as a card of paper: its words in the reading font, who speaks below, its other codes last."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.quotes.model import ENTRY
from app.quotes.sections import Card, Section
from app.widgets.paragraph import Paragraph
from app.widgets.strokes import chevron, swatch
from coding.language import number

HEADING = 38
PAD = 11
GAP = 8
CHIP = 20
WIDEST = 860  # longer lines are hard to read


class QuoteDelegate(QStyledItemDelegate):
    """``margin`` is kept free at both sides; ``size`` is that of the quoted words, in pixels."""

    def __init__(self, parent: QObject | None = None, *, margin: int = 14, size: int = 15) -> None:
        super().__init__(parent)
        self._margin = margin
        self._size = size
        self.width = 400  # of the viewport; the view keeps it up to date

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need at the view's width."""
        entry = index.data(ENTRY)
        if isinstance(entry, Section):
            return QSize(self.width, HEADING)
        return QSize(self.width, self._laid(entry).height if isinstance(entry, Card) else HEADING)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Headings on the page itself, quotes on cards."""
        entry = index.data(ENTRY)
        if painter is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Section):
            self._heading(painter, option, entry)
        elif isinstance(entry, Card):
            self._card(painter, option, entry)
        painter.restore()

    def _laid(self, card: Card) -> _Laid:
        return _Laid(card, min(self.width - 2 * self._margin, WIDEST) - 2 * PAD, self._size)

    def _area(self, option: QStyleOptionViewItem) -> QRect:
        area = option.rect.adjusted(self._margin, 0, -self._margin, 0)
        area.setWidth(min(area.width(), WIDEST))
        return area

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
        colours = theme.palette()
        area = self._area(option).adjusted(0, 6, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection)
            painter.drawRoundedRect(QRectF(area.adjusted(-4, 2, 4, -2)), 4, 4)
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        left = area.left() + 2
        chevron(painter, left, area.center().y() + 1, colours.faint, opened=opened)
        left += 16
        if section.colour:
            swatch(painter, left, area.center().y() + 1, QColor(section.colour))
            left += 17
        count = number(len(section.quotes))
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        font = theme.ui_font(13, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.ink)
        room = QRect(left, area.top(), area.right() - left - 48, area.height())
        title = QFontMetrics(font).elidedText(section.title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        colours = theme.palette()
        area = self._area(option).adjusted(0, 0, 0, -GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colours.accent if selected else colours.border if hovered else colours.rule, 1))
        painter.setBrush(colours.selection if selected else colours.field)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        laid = self._laid(card)
        left, top = area.left() + PAD, float(area.top() + PAD - 1)
        laid.words.draw(painter, left, top, colours.ink)
        top += laid.words.height + 4
        laid.source.draw(painter, left, top, colours.muted)
        top += laid.source.height + 7
        for row in laid.chips:
            for x, width, name, colour in row:
                _chip(painter, QRectF(left + x, top, width, CHIP), name, QColor(colour))
            top += CHIP + 4
        if card.quote.strong:
            painter.setFont(theme.ui_font(14))
            painter.setPen(colours.warn)
            painter.drawText(area.adjusted(0, 4, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, "★")


class _Laid:
    """The parts of a card in ``width`` pixels, and the height of the whole row."""

    def __init__(self, card: Card, width: int, size: int) -> None:
        room = width - (16 if card.quote.strong else 0)
        self.words = Paragraph(card.words, theme.reading_font(size), room)
        self.source = Paragraph(card.source, theme.ui_font(12), width)
        self.chips = _rows(card.codes, width)
        codes = len(self.chips) * (CHIP + 4) + 4 if self.chips else 0
        self.height = round(self.words.height + self.source.height + 4 + codes + 2 * PAD + GAP)


def _rows(codes: tuple[tuple[str, str], ...], width: int) -> list[list[tuple[float, float, str, str]]]:
    """Chips placed in rows: x, width, name, colour."""
    metrics = QFontMetrics(theme.ui_font(11))
    rows: list[list[tuple[float, float, str, str]]] = []
    x = float(width + 1)
    for name, colour in codes:
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - 20)
        wide = metrics.horizontalAdvance(shown) + 18.0
        if x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, wide, shown, colour))
        x += wide + 6
    return rows


def _chip(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    """A code as the transcript's margin shows it: a bar of its colour, its name on a tint of it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tint(colour, 0.1))
    painter.drawRect(area)
    painter.setBrush(colour)
    painter.drawRect(QRectF(area.left(), area.top(), 3, area.height()))
    painter.setFont(theme.ui_font(11))
    painter.setPen(theme.palette().ink)
    painter.drawText(area.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
