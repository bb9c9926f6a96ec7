# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a meeting of two codes: both quotes one above the other, each among the words said around it."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.widgets.paragraph import Paragraph
from app.widgets.strokes import swatch
from app.widgets.words import joined
from coding.language import _
from coding.relations.meetings import Context, Meeting
from coding.typography import NBSP, quoted

MEETING = Qt.ItemDataRole.UserRole  # the Meeting of a row
MARGIN, PAD, GAP, NAME = 12, 11, 8, 20
LEADING = 1.4


@dataclass(frozen=True)
class Sides:
    """The names and colours of both codes, and the language that quotes are printed in."""

    names: tuple[str, str] = ("", "")
    colours: tuple[str, str] = ("", "")
    language: str = "fr"


class MeetingDelegate(QStyledItemDelegate):
    """``sides`` and ``width``, of the viewport, are kept up to date by the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sides = Sides()
        self.width = 340

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As tall as the words need."""
        meeting = index.data(MEETING)
        return QSize(self.width, round(self._laid(meeting).height) if isinstance(meeting, Meeting) else 40)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One card."""
        meeting = index.data(MEETING)
        if painter is None or not isinstance(meeting, Meeting):
            return
        colours = theme.palette()
        area = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, -GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if selected else colours.border if hovered else colours.rule, 1))
        painter.setBrush(colours.selection if selected else colours.field)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._laid(meeting).draw(painter, area.left() + PAD, area.top() + PAD - 1)
        painter.restore()

    def _laid(self, meeting: Meeting) -> _Laid:
        return _Laid(meeting, self.sides, self.width - 2 * MARGIN - 2 * PAD)


class _Laid:
    """The parts of a card in ``width`` pixels."""

    def __init__(self, meeting: Meeting, sides: Sides, width: int) -> None:
        self._width = width
        both = (meeting.one,) if meeting.same else (meeting.one, meeting.other)
        self._sides = sides
        self._blocks = [_Words(context, sides.language, width) for context in both]
        self._source = Paragraph(source(meeting, sides.language), theme.ui_font(12), width)
        names = NAME * 2 if meeting.same else NAME
        self._names = names
        self.height = sum(names + block.height + 8 for block in self._blocks) + self._source.height + 2 * PAD + GAP

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them with their top left corner there."""
        codes = list(zip(self._sides.names, self._sides.colours, strict=True))
        for place, block in enumerate(self._blocks):
            for name, colour in codes if len(self._blocks) == 1 else codes[place:place + 1]:
                _code(painter, QRectF(x, y, self._width, NAME), name, QColor(colour or "#888888"))
                y += NAME
            block.draw(painter, x, y)
            y += block.height + 8
        self._source.draw(painter, x, y, theme.palette().muted)


class _Words:
    """A quote in the reading font, what surrounds it in fainter ink."""

    def __init__(self, context: Context, language: str, width: int) -> None:
        parts = [context.before, quoted(context.quote.printed, language), context.after]
        text = " ".join(part for part in parts if part)
        start = len(context.before) + 1 if context.before else 0
        font = theme.reading_font(14)
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_around(text, parts[1], start, theme.palette().faint))
        step, self.height = font.pixelSize() * LEADING, 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, self.height + max((step - line.height()) / 2, 0)))
            self.height += max(step, line.height())
        self._layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        painter.setPen(theme.palette().ink)
        self._layout.draw(painter, QPointF(x, y))


def source(meeting: Meeting, language: str) -> str:
    """Who speaks, where, in which turns."""
    one, other = meeting.one.quote, meeting.other.quote
    turns = sorted({quote.turn for quote in (one, other) if quote.turn})
    said = "" if not turns else _("turn {number}").format(number=turns[0]) if len(turns) == 1 else _(
        "turns {first} and {last}").format(first=turns[0], last=turns[-1])
    who = " / ".join(dict.fromkeys((one.attributed(language), other.attributed(language))))
    named = any(name == one.interview for name, _role in one.attribution)
    return joined(who, said.replace(" ", NBSP), "" if named else one.interview)


def _around(text: str, words: str, start: int, colour: QColor) -> list[QTextLayout.FormatRange]:
    """What is not ``words``, at ``start``, in another ink."""
    before, through = _utf16(text[:start]), _utf16(text[:start] + words)
    made = []
    for low, high in ((0, before), (through, _utf16(text))):
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = low, high - low, QTextCharFormat()
        found.format.setForeground(colour)
        made.append(found)
    return made


def _utf16(text: str) -> int:
    """How long Qt takes a text to be."""
    return len(text.encode("utf-16-le")) // 2


def _code(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    font = theme.ui_font(12, QFont.Weight.DemiBold)
    swatch(painter, area.left(), area.center().y(), colour)
    painter.setFont(font)
    painter.setPen(theme.palette().ink)
    room = area.adjusted(16, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                     QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, int(room.width())))
