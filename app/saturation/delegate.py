# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a line of verdict: the status as a coloured pill with its grounds below, figures, a small curve."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.saturation.columns import CURVE, NAME, STATUS
from app.saturation.lines import Line, Tone
from app.saturation.model import LINE, WHY
from app.widgets.folding import fitted
from app.widgets.strokes import ground

ROW_HEIGHT = 46
SPARK = 84
PADDING = 8
NAME_LINES, NAME_HEIGHT = 2, 17
WHY_SIZE, WHY_MOST = 12, 300  # pixels: of the letters, and of the widest first ground
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class VerdictDelegate(QStyledItemDelegate):
    """Draws everything, the line below each row included."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Wide enough for its words; of the grounds of a status, for the first."""
        text = str(index.data() or "")
        if index.column() == CURVE:
            return QSize(SPARK + 2 * PADDING, ROW_HEIGHT)
        if index.column() == STATUS:
            said = QFontMetrics(theme.ui_font(WHY_SIZE)).horizontalAdvance
            first = said(_counted(index.data(WHY), 1)) if index.data(WHY) else 0
            wide = max(said(text) + 30, min(first, WHY_MOST))
        else:
            wide = QFontMetrics(_name_font() if index.column() == NAME else theme.ui_font(13)).horizontalAdvance(text)
        return QSize(wide + 2 * PADDING, ROW_HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        line = index.data(LINE)
        if painter is None or not isinstance(line, Line):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option)
        area = QRectF(option.rect.adjusted(PADDING, 0, -4, -1))
        if index.column() == STATUS:
            pill(painter, area.adjusted(0, 3, 0, -21), line.status, line.tone)
            _grounds(painter, area.adjusted(1, 25, 0, -3), index.data(WHY))
        elif index.column() == CURVE:
            _spark(painter, QRectF(area.left(), area.top() + 12, min(SPARK, area.width()), area.height() - 24), line)
        elif index.column() == NAME:
            _name(painter, area, line.name)
        else:
            painter.setFont(theme.ui_font(13))
            painter.setPen(colours.ink)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _VERTICAL, str(index.data()))
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


def _name(painter: QPainter, area: QRectF, name: str) -> None:
    """On two lines where it is too long for one; where it is too long for two, the first is filled, the other cut."""
    painter.setFont(_name_font())
    painter.setPen(theme.palette().ink)
    metrics = painter.fontMetrics()
    lines = fitted(name, area.width(), NAME_LINES, metrics.horizontalAdvance)
    if any(metrics.horizontalAdvance(line) > area.width() for line in lines):
        words = name.split()
        fit = [n for n in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:n])) <= area.width()]
        cut = max(fit, default=len(words))
        lines = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
    top = area.center().y() - NAME_HEIGHT * len(lines) / 2
    for place, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(QRectF(area.left(), top + place * NAME_HEIGHT, area.width(), NAME_HEIGHT),
                         Qt.AlignmentFlag.AlignLeft | _VERTICAL, shown)


def pill(painter: QPainter, room: QRectF, text: str, tone: Tone) -> None:
    """A status, its dot before it, at the left of ``room``."""
    ink, paper = tone_colours(tone)
    painter.setFont(theme.ui_font(12))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) - 30)
    paper_at = QRectF(room.left(), room.center().y() - 10, metrics.horizontalAdvance(shown) + 30, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(paper_at, 10, 10)
    dot(painter, QPointF(paper_at.left() + 13, paper_at.center().y()), tone)
    painter.setPen(ink)
    painter.drawText(paper_at.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | _VERTICAL, shown)


def dot(painter: QPainter, middle: QPointF, tone: Tone) -> None:
    """The mark of a status, 8 pixels wide."""
    ink = tone_colours(tone)[0]
    if tone == "refused":  # told from «not reached» by its shape too
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 3.4, 3.4)
        painter.drawLine(middle + QPointF(-2.2, 2.2), middle + QPointF(2.2, -2.2))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(middle, 4, 4)


def _grounds(painter: QPainter, room: QRectF, why: tuple[str, ...]) -> None:
    """As many grounds as there is room for, and how many more there are."""
    painter.setFont(theme.ui_font(WHY_SIZE))
    painter.setPen(theme.palette().muted)
    metrics = painter.fontMetrics()
    fitting = [n for n in range(1, len(why) + 1) if metrics.horizontalAdvance(_counted(why, n)) <= room.width()]
    shown = _counted(why, max(fitting, default=1))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _VERTICAL,
                     metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(room.width())))


def _counted(why: tuple[str, ...], shown: int) -> str:
    """«no emergent code · 3 codes only, 4 needed · +1»."""
    more = len(why) - shown
    return " · ".join([*why[:shown], *([f"+{more}"] if more else [])])


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
