# SPDX-License-Identifier: GPL-3.0-or-later
"""Candidates as cards: the novelty as a bar, the words, who says them, what was answered, what came closest before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PyQt6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QFontMetrics, QPainter, QPen
from PyQt6.QtWidgets import QStyle, QStyleOptionViewItem

from app import theme
from app.theme import Palette
from app.widgets.card_list import WideDelegate
from app.widgets.paragraph import Paragraph
from app.widgets.words import joined
from coding import codebook_log
from coding.language import _, number, percent, short_date
from coding.typography import NBSP, quoted

if TYPE_CHECKING:
    from coding.nuance_candidates import Candidate
    from coding.quotes import Quote

CARD = Qt.ItemDataRole.UserRole
CLOSEST = Qt.ItemDataRole.UserRole + 1  # whether the card shows what came closest before
MARGIN, PAD, GAP = 12, 10, 8
TOP = 20
BAR, BAR_HEIGHT = 64, 5
INDENT = 12


@dataclass(frozen=True)
class Card:
    """A candidate in words; ``is_new`` is None where the question is open."""

    passage_id: int
    novelty: float | None
    words: str
    source: str
    is_new: bool | None
    answer: str
    closest: str
    closest_source: str

    def spoken(self, *, closest: bool) -> str:
        """All that the card shows, for who listens."""
        figure = "" if self.novelty is None else _("novelty {figure}").format(figure=number(self.novelty, 2))
        told = joined(f"{self.words} {self.source}", figure, self.answer)
        return f"{told} {self.closest} {self.closest_source}" if closest else told


def card(one: Candidate, language: str) -> Card:
    """How a candidate is shown."""
    if one.novelty is None:
        closest, source = _("Not compared."), ""
    elif one.nearest is None:
        closest, source = _("No earlier passage shares a word with it."), ""
    else:
        closest = quoted(one.nearest.printed, language)
        likeness = _("likeness {share}").format(share=percent(1 - one.novelty))
        source = joined(_source(one.nearest, language), likeness)
    return Card(one.quote.passage_id, one.shown, quoted(one.quote.printed, language), _source(one.quote, language),
                one.answer.is_new if one.answer else None, _answered(one, language), closest, source)


def _source(quote: Quote, language: str) -> str:
    turn = _("turn {number}").format(number=quote.turn).replace(" ", NBSP) if quote.turn else ""
    named = any(name == quote.interview for name, _role in quote.attribution)
    codes = ", ".join(dict.fromkeys(ref.path[-1] for ref in quote.sought))
    return joined("" if named else quote.interview, quote.attributed(language), turn, codes)


def _answered(one: Candidate, language: str) -> str:
    if one.answer is None:
        return ""
    if one.answer.word:
        said = _("New nuance: {word}") if one.answer.is_new else _("Nothing new: {word}")
    else:
        said = _("New nuance") if one.answer.is_new else _("Nothing new")
    day = short_date(codebook_log.local(one.answer.at).date())
    return joined(said.format(word=quoted(one.answer.word, language)), day)


class CardDelegate(WideDelegate):
    """Paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need at the view's width."""
        shown = index.data(CARD)
        return QSize(self.width, self._laid(shown, bool(index.data(CLOSEST))).height if shown else 0)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One card."""
        shown = index.data(CARD)
        if painter is None or not isinstance(shown, Card):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, -GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colours.accent if selected else colours.border if hovered else colours.rule, 1))
        ground = colours.selection if selected else colours.field if shown.is_new is None else colours.panel
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inside = area.adjusted(PAD, PAD, -PAD, -PAD)
        _novelty(painter, QRect(inside.left(), inside.top() - 2, inside.width(), 16), shown, colours)
        laid = self._laid(shown, bool(index.data(CLOSEST)))
        laid.draw(painter, inside.left(), inside.top() + TOP, shown.is_new, colours)
        painter.restore()

    def _laid(self, shown: Card, closest: bool) -> _Laid:
        return _laid(shown, closest, self.width - 2 * MARGIN - 2 * PAD)


class _Laid:
    """The parts of a card in ``width`` pixels, and the height of the whole row."""

    def __init__(self, shown: Card, closest: bool, width: int) -> None:
        self.words = Paragraph(shown.words, theme.reading_font(15), width)
        self.source = Paragraph(shown.source, theme.ui_font(12), width)
        self.answer = Paragraph(shown.answer, theme.ui_font(12), width) if shown.answer else None
        self.closest: list[tuple[Paragraph, bool]] = []
        if closest:
            self.closest = [
                (Paragraph(_("Closest before"), theme.ui_font(12), width - INDENT), True),
                (Paragraph(shown.closest, theme.reading_font(14), width - INDENT), False)]
            if shown.closest_source:
                self.closest.append((Paragraph(shown.closest_source, theme.ui_font(12), width - INDENT), True))
        below = self.answer.height + 4 if self.answer else 0
        before = sum(part.height + 2 for part, _quiet in self.closest) + 8 if self.closest else 0
        self.height = round(2 * PAD + TOP + self.words.height + 3 + self.source.height + below + before + GAP)

    def draw(self, painter: QPainter, left: float, top: float, is_new: bool | None, colours: Palette) -> None:
        """Paint them with their top left corner there; what is answered is dimmed."""
        self.words.draw(painter, left, top, colours.ink if is_new is not False else colours.muted)
        top += self.words.height + 3
        self.source.draw(painter, left, top, colours.muted)
        top += self.source.height
        if self.answer is not None:
            top += 4
            self.answer.draw(painter, left, top, colours.ok if is_new else colours.muted)
            top += self.answer.height
        if self.closest:
            top += 8
            begin = top
            for part, quiet in self.closest:
                part.draw(painter, left + INDENT, top, colours.muted if quiet else colours.ink)
                top += part.height + 2
            painter.fillRect(QRectF(left, begin + 2, 2, top - begin - 4), colours.border)


@lru_cache(maxsize=512)
def _laid(shown: Card, closest: bool, width: int) -> _Laid:
    return _Laid(shown, closest, width)


def _novelty(painter: QPainter, area: QRect, shown: Card, colours: Palette) -> None:
    """A small bar and its figure at the left; what was answered, as a mark, at the right."""
    vertical = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(theme.ui_font(12))
    painter.setPen(colours.muted)
    if shown.novelty is None:
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | vertical, _("Not compared."))
    else:
        text = _("novelty {figure}").format(figure=number(shown.novelty, 2))
        wide = QFontMetrics(painter.font()).horizontalAdvance(text)
        painter.drawText(QRectF(area.left(), area.top(), wide + 4, area.height()), vertical, text)
        bar = QRectF(area.left() + wide + 8, area.center().y() - BAR_HEIGHT / 2 + 1, BAR, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.chip_accent)
        painter.drawRoundedRect(bar, 2.5, 2.5)
        bar.setWidth(max(BAR * shown.novelty, BAR_HEIGHT))
        painter.setBrush(colours.accent if shown.is_new is None else colours.faint)
        painter.drawRoundedRect(bar, 2.5, 2.5)
    if shown.is_new is not None:
        painter.setPen(colours.ok if shown.is_new else colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | vertical, "✓" if shown.is_new else "–")
