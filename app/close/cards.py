# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that resemble a code's passages, as cards: the words, who says them, what they share, what they resemble."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt
from PyQt6.QtGui import QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyleOptionViewItem

from app import theme
from app.widgets.card_list import WideDelegate
from app.widgets.paragraph import Paragraph

CARD = Qt.ItemDataRole.UserRole
MARGIN, PAD, GAP, INDENT, WIDEST = 22, 11, 8, 12, 860


@dataclass(frozen=True)
class Card:
    """A stretch in words. ``nearest`` and its source are empty unless they are shown."""

    words: str
    source: str
    shared: str
    nearest: str = ""
    nearest_source: str = ""

    def spoken(self) -> str:
        """All that the card shows, for who listens."""
        return " ".join(filter(None, (self.words, self.source, self.shared, self.nearest, self.nearest_source)))


class CardDelegate(WideDelegate):
    """Paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need at the view's width."""
        shown = index.data(CARD)
        return QSize(self.width, self._laid(shown).height if shown else 0)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One card."""
        shown = index.data(CARD)
        if painter is None or not isinstance(shown, Card):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, -GAP)
        area.setWidth(min(area.width(), WIDEST))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colours.accent if selected else colours.border if hovered else colours.rule, 1))
        painter.setBrush(colours.selection if selected else colours.field)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._laid(shown).draw(painter, area.left() + PAD, area.top() + PAD)
        painter.restore()

    def _laid(self, shown: Card) -> _Laid:
        return _Laid(shown, min(self.width - 2 * MARGIN, WIDEST) - 2 * PAD)


class _Laid:
    """The parts of a card in ``width`` pixels, and the height of the whole row."""

    def __init__(self, shown: Card, width: int) -> None:
        self._own = [(Paragraph(shown.words, theme.reading_font(16), width), False),
                     (Paragraph(shown.source, theme.ui_font(12), width), True),
                     (Paragraph(shown.shared, theme.ui_font(12), width), True)]
        self._nearest = [
            (Paragraph(shown.nearest, theme.reading_font(14), width - INDENT), False),
            (Paragraph(shown.nearest_source, theme.ui_font(12), width - INDENT), True)] if shown.nearest else []
        inside = sum(part.height + 3 for part, _quiet in (*self._own, *self._nearest))
        self.height = round(2 * PAD + inside + (10 if self._nearest else 0) + GAP)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Paint them with their top left corner there."""
        colours = theme.palette()
        for part, quiet in self._own:
            part.draw(painter, left, top, colours.muted if quiet else colours.ink)
            top += part.height + 3
        begin = top = top + 6 if self._nearest else top
        for part, quiet in self._nearest:
            part.draw(painter, left + INDENT, top, colours.muted if quiet else colours.ink)
            top += part.height + 3
        if self._nearest:
            painter.fillRect(QRectF(left, begin, 2, top - begin - 3), colours.border)
