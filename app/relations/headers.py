# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of codes beside and above a grid of figures: in their tree down, upright across."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PyQt6.QtWidgets import QHeaderView, QWidget

from app import theme
from app.widgets.strokes import swatch

NAMED = Qt.ItemDataRole.UserRole + 1  # a Named, of a header's section
INDENT, LEFT, MARK = 15, 16, 16
WIDEST, UPRIGHT = 280, 150
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Named:
    """A code as a header shows it: a theme, of depth 0, in bold."""

    code_id: int
    name: str
    colour: str
    depth: int


class NamesDown(QHeaderView):
    """As wide as its longest name, within reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the names."""
        found = [self._named(section) for section in range(self.count())]
        widths = [QFontMetrics(_font(named)).horizontalAdvance(named.name) + _left(named) + 14
                  for named in found if named is not None]
        return QSize(min(max(widths, default=80), WIDEST), super().sizeHint().height())

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """A swatch and a name."""
        named = self._named(logicalIndex)
        if painter is None or named is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.palette().page)
        left = rect.left() + _left(named)
        swatch(painter, left - MARK, rect.center().y() + 1, shade(named))
        painter.setFont(_font(named))
        painter.setPen(theme.palette().ink)
        room = QRect(left, rect.top(), rect.right() - left - 6, rect.height())
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(
            named.name, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()

    def _named(self, section: int) -> Named | None:
        model = self.model()
        found = model.headerData(section, Qt.Orientation.Vertical, NAMED) if model is not None else None
        return found if isinstance(found, Named) else None


class NamesAcross(QHeaderView):
    """Upright names, read from below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As tall as its longest name, within reason."""
        found = [self._named(section) for section in range(self.count())]
        tall = [QFontMetrics(_font(named)).horizontalAdvance(named.name) for named in found if named is not None]
        return QSize(super().sizeHint().width(), min(max(tall, default=40), UPRIGHT) + 30)

    def paintSection(self, painter: QPainter | None, rect: QRect, logicalIndex: int) -> None:
        """A name, and the swatch at its foot."""
        named = self._named(logicalIndex)
        if painter is None or named is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.palette().page)
        swatch(painter, rect.center().x() - 4, rect.bottom() - 8, shade(named))
        painter.setFont(_font(named))
        painter.setPen(theme.palette().ink)
        room = rect.height() - 26
        painter.translate(rect.left(), rect.bottom() - 18)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, room, rect.width()), _LEFT, painter.fontMetrics().elidedText(
            named.name, Qt.TextElideMode.ElideRight, room))
        painter.restore()

    def _named(self, section: int) -> Named | None:
        model = self.model()
        found = model.headerData(section, Qt.Orientation.Horizontal, NAMED) if model is not None else None
        return found if isinstance(found, Named) else None


def shade(named: Named) -> QColor:
    """A theme's own colour, a lighter one for its codes."""
    colour = QColor(named.colour or "#888888")
    return colour if named.depth == 0 else theme.tint(colour, 0.55)


def _left(named: Named) -> int:
    return LEFT + MARK + INDENT * named.depth


def _font(named: Named) -> QFont:
    return theme.ui_font(12, QFont.Weight.Normal if named.depth else QFont.Weight.DemiBold)
