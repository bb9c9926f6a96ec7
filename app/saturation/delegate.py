# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a line of verdict: the status as a coloured pill, figures, and a small accumulation curve."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.saturation.lines import Line, Tone
from app.saturation.model import CURVE, LINE, NAME, STATUS

ROW_HEIGHT = 38
SPARK = 84
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class VerdictDelegate(QStyledItemDelegate):
    """Draws everything, the line below each row included."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Wide enough for its words."""
        text = str(index.data() or "")
        if index.column() == CURVE:
            return QSize(SPARK + 22, ROW_HEIGHT)
        font = _name_font() if index.column() == NAME else theme.ui_font(12 if index.column() == STATUS else 13)
        wide = QFontMetrics(font).horizontalAdvance(text) + (46 if index.column() == STATUS else 20)
        return QSize(wide, ROW_HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        line = index.data(LINE)
        if painter is None or not isinstance(line, Line):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), colours.rule)
        area = option.rect.adjusted(8, 0, -4, -1)
        if index.column() == STATUS:
            _pill(painter, area, line.status, line.tone)
        elif index.column() == CURVE:
            _spark(painter, QRectF(area.left(), area.top() + 9, min(SPARK, area.width()), area.height() - 18), line)
        else:
            font = _name_font() if index.column() == NAME else theme.ui_font(13)
            painter.setFont(font)
            painter.setPen(colours.ink)
            text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _VERTICAL, text)
        painter.restore()


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """The ink and the paper of a status."""
    colours = theme.palette()
    return {
        "ok": (colours.ok, colours.ok_paper), "warn": (colours.warn, colours.warn_paper),
        "bad": (colours.bad, colours.bad_paper), "quiet": (colours.muted, colours.chip),
        "refused": (colours.bad, colours.chip),
    }[tone]


def _name_font() -> QFont:
    return theme.ui_font(13, QFont.Weight.DemiBold)


def _pill(painter: QPainter, area: object, text: str, tone: Tone) -> None:
    ink, paper = tone_colours(tone)
    font = theme.ui_font(12)
    metrics = QFontMetrics(font)
    room = QRectF(area)  # type: ignore[call-overload]
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) - 30)
    pill = QRectF(room.left(), room.center().y() - 10, metrics.horizontalAdvance(shown) + 30, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(pill, 10, 10)
    dot = QPointF(pill.left() + 13, pill.center().y())
    if tone == "refused":  # told from «not reached» by its shape too
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot, 3.4, 3.4)
        painter.drawLine(dot + QPointF(-2.2, 2.2), dot + QPointF(2.2, -2.2))
    else:
        painter.setBrush(ink)
        painter.drawEllipse(dot, 4, 4)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(pill.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | _VERTICAL, shown)


def _spark(painter: QPainter, area: QRectF, line: Line) -> None:
    points = line.block.curve
    if len(points) < 2 or not line.block.codes:
        painter.setPen(theme.palette().faint)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _VERTICAL, "–")
        return
    step, most = area.width() / (len(points) - 1), line.block.codes
    shape = QPolygonF([
        QPointF(area.left() + place * step, area.bottom() - point.observed / most * area.height())
        for place, point in enumerate(points)
    ])
    painter.setPen(QPen(theme.palette().accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(shape)
