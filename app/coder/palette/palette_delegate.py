# SPDX-License-Identifier: GPL-3.0-or-later
"""How a line of the palette looks: a square, the name with the typed letters in bold, its theme."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.coder.codebook.code_delegate import square_colour
from app.coder.codebook.key_cap import paint_key_cap
from app.coder.palette.palette_lines import BORNE, ENTRY, KEYS, MARKED, TICK, Create
from app.coder.palette.ranking import Found
from coding.language import _, number

ROW = 30
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class PaletteDelegate(QStyledItemDelegate):
    """Paints codes and the lines that make codes."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        """Every line has the same height."""
        return QSize(100, ROW)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one line."""
        if painter is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, colours = QRectF(option.rect), theme.palette()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection)
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 5, 5)
        entry, tick = index.data(ENTRY), str(index.data(TICK))
        words = box.adjusted(10, 0, -10, 0)
        if isinstance(entry, Found):
            self._paint_code(painter, words, entry, tick, current)
        else:
            ink = colours.ink if current else colours.muted
            colour = entry.colour if isinstance(entry, Create) else ""
            painter.setPen(theme.readable(colour) if colour else ink)
            painter.setFont(theme.ui_font(weight=QFont.Weight.DemiBold))
            painter.drawText(words, MIDDLE, "✓" if tick == MARKED else "+")
            painter.setPen(ink)
            self._paint_sentence(painter, words, str(index.data()), str(index.data(KEYS)))
        painter.restore()

    def _paint_code(self, painter: QPainter, box: QRectF, found: Found, tick: str, current: bool) -> None:
        node, colours, middle = found.node, theme.palette(), box.center().y()
        _square(painter, box.left(), middle, square_colour(node), ticked=tick == MARKED)
        right = paint_key_cap(painter, box.right(), middle, "↵") if current and tick != BORNE else box.right()
        if node.pin is not None:
            right = paint_key_cap(painter, right - 4 * current, middle, str(node.pin))
        aside = _("given already") if tick == BORNE else number(found.uses) if found.uses else ""
        right = _draw_right(painter, right - 8, box, aside) if aside else right
        painter.setPen(colours.muted if tick == BORNE else colours.ink)
        x = box.left() + 20
        for part, bold in _runs(node.name, found.matched):
            font = theme.ui_font(weight=QFont.Weight.Bold if bold else QFont.Weight.Normal)
            x = _draw(painter, x, right - 8, box, part, font)
        painter.setPen(colours.muted)
        _draw(painter, x + 10, right - 8, box, found.above, theme.ui_font(12))

    def _paint_sentence(self, painter: QPainter, box: QRectF, sentence: str, keys: str) -> None:
        right = paint_key_cap(painter, box.right(), box.center().y(), keys) if keys else box.right()
        _draw(painter, box.left() + 20, right - 8, box, sentence, theme.ui_font())


def _square(painter: QPainter, x: float, middle: float, colour: QColor, *, ticked: bool) -> None:
    """A code's colour; larger and ticked when the code is marked."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if not ticked:
        painter.drawRoundedRect(QRectF(x, middle - 5, 10, 10), 2.5, 2.5)
        return
    painter.drawRoundedRect(QRectF(x - 2, middle - 7, 14, 14), 3, 3)
    painter.setPen(QPen(theme.text_on(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    tick = QPointF(x + 1.5, middle), QPointF(x + 4, middle + 3), QPointF(x + 8.5, middle - 3)
    painter.drawPolyline(QPolygonF(tick))


def _draw_right(painter: QPainter, right: float, box: QRectF, text: str) -> float:
    """Write what ends at an abscissa; returns where it begins."""
    font = theme.ui_font(12)
    width = QFontMetricsF(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(theme.palette().muted)
    painter.drawText(QRectF(right - width, box.top(), width + 1, box.height()), MIDDLE, text)
    return right - width


def _runs(name: str, matched: tuple[int, ...]) -> list[tuple[str, bool]]:
    """The name cut where bold begins or ends."""
    runs: list[tuple[str, bool]] = []
    for at, character in enumerate(name):
        bold = at in matched
        if runs and runs[-1][1] == bold:
            runs[-1] = (runs[-1][0] + character, bold)
        else:
            runs.append((character, bold))
    return runs


def _draw(painter: QPainter, x: float, right: float, box: QRectF, text: str, font: QFont) -> float:
    """Write what fits between two abscissas; returns where it ends."""
    if x >= right:
        return x
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - x)
    painter.drawText(QRectF(x, box.top(), right - x, box.height()), MIDDLE, shown)
    return x + metrics.horizontalAdvance(shown)
