# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the line of an identity: its name over its forms, its kind, where it stands, what it will become."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PyQt6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import icons, theme
from app.pseudonyms import words
from app.pseudonyms.model import BECOMES, KIND, LINE, NAME, glimpse, others
from app.pseudonyms.review import Line
from app.widgets.words import interviews_counted
from coding.language import _, number

HEIGHT = 46
PAD = 8
CHIP = 20
MARK = 16


class IdentityDelegate(QStyledItemDelegate):
    """One for all four columns. ``ring_clicked`` carries the key of the line whose ring, or tick, was clicked."""

    ring_clicked = pyqtSignal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if painter is None:
            return
        line: Line = index.data(LINE)
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        painter.setPen(colours.rule)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(PAD, 0, -6, -1)
        if index.column() == NAME:
            _two_lines(painter, area, line.identity.name, others(line) or glimpse(line), strong=not line.decided)
        elif index.column() == KIND:
            _chip(painter, area, words.kind(line.identity.label), QColor(words.colour(line.identity.label)))
        elif index.column() == BECOMES:
            _becoming(painter, area, line)
        else:
            held = _("{n} left out").format(n=len(line.left_out)) if line.left_out else interviews_counted(
                line.interviews) if line.interviews else ""
            _two_lines(painter, area, number(len(line.places)), held, strong=False)
        painter.restore()

    def editorEvent(self, event: QEvent | None, model: QAbstractItemModel | None, option: QStyleOptionViewItem,
                    index: QModelIndex) -> bool:
        """A click on the ring is one's own decision; a double click beside it writes other words."""
        if (isinstance(event, QMouseEvent) and index.column() == BECOMES and event.button() == Qt.MouseButton.LeftButton
                and event.position().x() < option.rect.left() + PAD + MARK):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.ring_clicked.emit(index.data(LINE).key)
            return event.type() != QEvent.Type.MouseButtonPress  # which goes to the line
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget | None, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        made = QLineEdit(parent)
        made.setAccessibleName(_("What will be written"))
        return made

    def updateEditorGeometry(self, editor: QWidget | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if editor is not None:
            editor.setGeometry(option.rect.adjusted(PAD + MARK, 7, -6, -8))


def _two_lines(painter: QPainter, area: QRect, above: str, below: str, *, strong: bool) -> None:
    colours = theme.palette()
    font = theme.ui_font(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colours.ink)
    top = area.adjusted(0, 5, 0, 0)
    left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
    if not below:
        painter.drawText(area, left | middle, _cut(above, font, area.width()))
        return
    painter.drawText(top, left | Qt.AlignmentFlag.AlignTop, _cut(above, font, area.width()))
    small = theme.ui_font(12)
    painter.setFont(small)
    painter.setPen(colours.muted)
    painter.drawText(area.adjusted(0, 0, 0, -5), left | Qt.AlignmentFlag.AlignBottom, _cut(below, small, area.width()))


def _chip(painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
    font = theme.ui_font(12)
    shown = _cut(text, font, area.width() - 16)
    wide = QFontMetrics(font).horizontalAdvance(shown) + 16
    chip = QRectF(area.left(), area.center().y() - CHIP / 2 + 0.5, wide, CHIP)
    paper = theme.tint(colour, 0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(chip, CHIP / 2, CHIP / 2)
    painter.setFont(font)
    painter.setPen(theme.readable(colour, paper))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)


def _becoming(painter: QPainter, area: QRect, line: Line) -> None:
    """A tick when it is decided, a ring when it is not; then the words, or that they stay."""
    colours = theme.palette()
    middle = area.center().y() + 1
    if line.decided:
        icons.icon("check", "ok").paint(painter, QRect(area.left() - 3, middle - 8, 16, 16))
    else:
        painter.setPen(QPen(colours.border, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(area.left(), middle - 5, 10, 10))
    room = area.adjusted(MARK + 4, 0, 0, 0)
    way = _(words.ACTIONS[line.decision.action])
    font = theme.ui_font(13, QFont.Weight.Medium if line.decided and not line.stays else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colours.ink if line.decided and not line.stays else colours.muted)
    said = way if line.stays else line.decision.words
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    shown = _cut(said, font, room.width())
    painter.drawText(room, flags, shown)
    small, used = theme.ui_font(12), QFontMetrics(font).horizontalAdvance(shown) + 10
    if not line.stays and QFontMetrics(small).horizontalAdvance(way) + used < room.width():
        painter.setFont(small)
        painter.setPen(colours.faint)
        painter.drawText(room.adjusted(used, 0, 0, 0), flags, way)


def _cut(text: str, font: QFont, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
