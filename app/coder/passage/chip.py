# SPDX-License-Identifier: GPL-3.0-or-later
"""A code on a passage: a pill with its name and a cross that takes it off."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app import theme
from coding.language import _

HEIGHT, CROSS = 24, 16


class CodeChip(QAbstractButton):
    """``clicked`` asks for the code's definition; ``removed`` (the cross, or Delete) takes the code off."""

    removed = pyqtSignal()

    def __init__(self, name: str, colour: str, *, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._removable = removable
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(_("Code {name}; Delete removes it").format(name=name) if removable else name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # a long name gives way
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Its name, and the cross."""
        words = QFontMetricsF(theme.ui_font(12)).horizontalAdvance(self.text())
        return QSize(round(words) + 22 + (CROSS if self._removable else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Names may be cut."""
        return QSize(60, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """The cross is the right end."""
        if event is not None and self._removable and event.position().x() > self.width() - CROSS - 8:
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Delete takes the code off."""
        if event is not None and self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.tint(self._colour, 0.18)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.tint(self._colour, 0.8)) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.ui_font(12))
        painter.setPen(theme.readable(self._colour, ground))
        room = box.width() - 20 - (CROSS if self._removable else 0)
        name = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box.adjusted(10, 0, -10, 0), middle, name)
        if self._removable:
            painter.drawText(box.adjusted(0, 0, -9, 0), middle | int(Qt.AlignmentFlag.AlignRight), "×")
        painter.end()


class AddChip(QAbstractButton):
    """«+ code», in a dashed pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("code"))
        self.setToolTip(_("Give this passage another code (Ctrl+K)"))
        self.setAccessibleName(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Plus and word."""
        return QSize(round(QFontMetricsF(theme.ui_font(12)).horizontalAdvance(self.text())) + 36, HEIGHT)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw the pill."""
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.border, 1, Qt.PenStyle.DashLine))
        painter.setBrush(colours.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.muted)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"+  {self.text()}")
        painter.end()
