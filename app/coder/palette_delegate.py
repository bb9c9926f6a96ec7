# SPDX-License-Identifier: GPL-3.0-or-later
"""How a line of the palette looks: a square, the name with the typed letters in bold, its theme."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRectF, QSize, Qt
from PyQt6.QtGui import QFont, QFontMetricsF, QPainter
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.coder.key_cap import paint_key_cap
from app.coder.ranking import Found

ROW = 30
KEYS = Qt.ItemDataRole.UserRole + 1  # the shortcut of a line, if it has one
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
        entry = index.data(Qt.ItemDataRole.UserRole)
        words = box.adjusted(10, 0, -10, 0)
        if isinstance(entry, Found):
            self._paint_code(painter, words, entry, current)
        else:
            self._paint_sentence(painter, words, str(index.data()), index.data(KEYS) or "", current)
        painter.restore()

    def _paint_code(self, painter: QPainter, box: QRectF, found: Found, current: bool) -> None:
        node, colours = found.node, theme.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(node.colour, 1.0 if node.depth == 0 else 0.55))
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 5, 10, 10), 2.5, 2.5)
        right = box.right()
        if current:
            right = paint_key_cap(painter, right, box.center().y(), "↵")
        elif node.pin is not None:
            right = paint_key_cap(painter, right, box.center().y(), str(node.pin))
        painter.setPen(colours.ink)
        x = box.left() + 20
        for part, bold in _runs(node.name, found.matched):
            font = theme.ui_font(weight=QFont.Weight.Bold if bold else QFont.Weight.Normal)
            x = _draw(painter, x, right - 8, box, part, font)
        painter.setPen(colours.muted)
        _draw(painter, x + 10, right - 8, box, found.above, theme.ui_font(12))

    def _paint_sentence(self, painter: QPainter, box: QRectF, sentence: str, keys: str, current: bool) -> None:
        colours = theme.palette()
        painter.setPen(colours.ink if current else colours.muted)
        right = paint_key_cap(painter, box.right(), box.center().y(), keys) if keys else box.right()
        painter.drawText(QRectF(box.left(), box.top(), 12, box.height()), MIDDLE, "+")
        _draw(painter, box.left() + 20, right - 8, box, sentence, theme.ui_font())


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
