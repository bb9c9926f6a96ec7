# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a quote as a card of paper: its words in the reading font, who speaks below, its other codes last."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.quotes.laid_card import CHIP, GAP, PAD, STAR, LaidCard, Zone
from app.quotes.model import ENTRY
from app.quotes.sections import Card, Section
from app.widgets.strokes import chevron, swatch
from coding.language import _, number
from coding.quote_words import Words

HEADING = 38
EDGE = 14  # where a card's dots are hit, in pixels
WIDEST = 860  # longer lines are hard to read


class QuoteDelegate(QStyledItemDelegate):
    """``margin`` is kept free at both sides; ``size`` is that of the quoted words, in pixels. ``full`` cards say what
    is noted of a quote, and can be worked upon (``zone``)."""

    def __init__(self, parent: QObject | None = None, *, margin: int = 14, size: int = 15, full: bool = False) -> None:
        super().__init__(parent)
        self._full = full
        self._heights: dict[tuple[int, int], tuple[Card, int, int]] = {}
        self._margin = margin
        self._size = size
        self.sought = Words("")  # shown where they stand
        self.width = 400  # of the viewport; the view keeps it up to date

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need at the view's width."""
        entry = index.data(ENTRY)
        if isinstance(entry, Section):
            return QSize(self.width, HEADING)
        return QSize(self.width, self._height(entry) if isinstance(entry, Card) else HEADING)

    def zone(self, area: QRect, card: Card, place: QPoint) -> Zone:
        """What of a card, painted in ``area``, stands at a place."""
        inside = self._across(area).adjusted(0, 0, 0, -GAP)
        if place.x() > inside.right() - STAR and place.y() < inside.top() + STAR + 4:
            return "star"
        if abs(place.x() - inside.center().x()) <= 2 * EDGE:
            if place.y() < inside.top() + EDGE:
                return "before"
            if place.y() > inside.bottom() - EDGE:
                return "after"
        source = self._laid(card).source_area(inside.left() + PAD, inside.top() + PAD - 1)
        return "place" if source.contains(place.toPointF()) else ""

    def _height(self, card: Card) -> int:
        """As laid at this width; measured once, since a view asks again for every row whenever one changes."""
        key = (card.quote.passage_id, hash(card.codes))
        known = self._heights.get(key)
        if known is None or known[1] != self.width or not _alike(known[0], card):
            known = self._heights[key] = (card, self.width, self._laid(card).height)
        return known[2]

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

    def _laid(self, card: Card) -> LaidCard:
        return LaidCard(card, min(self.width - 2 * self._margin, WIDEST) - 2 * PAD, self._size, notes=self._full)

    def _area(self, option: QStyleOptionViewItem) -> QRect:
        return self._across(option.rect)

    def _across(self, rect: QRect) -> QRect:
        area = rect.adjusted(self._margin, 0, -self._margin, 0)
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
        if section.by_hand:
            count = _("by hand · {n}").format(n=count)
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        font = theme.ui_font(13, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.ink)
        counted = QFontMetrics(theme.ui_font(12)).horizontalAdvance(count)
        room = QRect(left, area.top(), area.right() - left - counted - 16, area.height())
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
        inks = {"words": colours.muted if card.quote.withheld and self._full else colours.ink, "speaker": colours.faint,
                "cited": colours.ok, "withheld": colours.warn}
        for block in laid.blocks:
            marked = self.sought.places(card.words) if block.tone == "words" and self.sought else ()
            block.text.draw(painter, left, top + block.top, inks.get(block.tone, colours.muted), marked, colours.found)
        for line, row in enumerate(laid.chips):
            for x, width, name, colour in row:
                place = QRectF(left + x, top + laid.chips_top + line * (CHIP + 4), width, CHIP)
                _chip(painter, place, name, QColor(colour))
        self._star(painter, area, strong=card.quote.strong, offered=self._full and (selected or hovered))
        if self._full and (selected or hovered):
            for x in (area.center().x() - 6, area.center().x(), area.center().x() + 6):
                for y in (area.top() + 5, area.bottom() - 4):
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(colours.faint)
                    painter.drawEllipse(QRectF(x - 1.3, y - 1.3, 2.6, 2.6))

    def _star(self, painter: QPainter, area: QRect, *, strong: bool, offered: bool) -> None:
        if strong or offered:
            painter.setFont(theme.ui_font(14))
            painter.setPen(theme.palette().warn if strong else theme.palette().faint)
            painter.drawText(area.adjusted(0, 4, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
                             "★" if strong else "☆")


def _alike(one: Card, other: Card) -> bool:
    """Whether two cards are as tall: what a query asked for may differ."""
    return _shown(one) == _shown(other)


def _shown(card: Card) -> tuple[object, ...]:
    quote = card.quote
    return card.words, card.source, card.codes, card.around, quote.memo, quote.cited, quote.withheld, quote.strong


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
