# SPDX-License-Identifier: GPL-3.0-or-later
"""Recolouring every theme from a palette, after seeing what it gives."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PyQt6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.acts import codes
from app.desk import Desk
from coding.codebook import CodeNode
from coding.language import _, ngettext
from coding.palettes import PALETTES, SAFE, Palette, dealt

ROW, SQUARE = 28, 12


class RecolourDialog(QDialog):
    """One act for all the themes; codes below keep to the shades of their theme."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(_("Recolour the themes"))
        self.setMinimumWidth(460)
        self.choices = QButtonGroup(self)
        self.follow = QCheckBox(_("Codes that have a colour of their own take their theme’s"))
        own = sum(1 for node in desk.codebook if node.depth and node.own_colour)
        self.follow.setVisible(own > 0)
        self.preview = _Preview()
        self.said = parts.label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for place, palette in enumerate(PALETTES):
            safe = f" – {_('safe for colour-blind eyes')}" if palette in SAFE else ""
            button = QRadioButton(_(palette.title) + safe)
            button.setToolTip(_(palette.source))
            self.choices.addButton(button, place)
            column.addWidget(button)
        area = QScrollArea()
        area.setAccessibleName(_("Preview"))
        area.setWidgetResizable(True)
        area.setWidget(self.preview)
        column.addWidget(area, 1)
        column.addWidget(self.said)
        column.addWidget(self.follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(_("Recolour"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.choices.idToggled.connect(self._follow_choice)
        first = self.choices.button(PALETTES.index(SAFE[0]))
        if first is not None:
            first.setChecked(True)
            first.setFocus()
        self.finished.connect(self.deleteLater)

    @property
    def palette_chosen(self) -> Palette:
        """The palette whose button is pressed."""
        return PALETTES[max(0, self.choices.checkedId())]

    def colours(self) -> dict[int, str]:
        """The colour that each theme would have."""
        return dealt(self.palette_chosen, [node.id for node in self._desk.codebook.themes])

    def accept(self) -> None:
        """Recolour."""
        super().accept()
        codes.recolour(self._desk, self.colours(), follow=self.follow.isChecked())

    def _follow_choice(self, _place: int, on: bool) -> None:
        if not on:
            return
        themes, colours = self._desk.codebook.themes, self.colours()
        self.preview.show_themes([(node, colours[node.id]) for node in themes])
        shared = len(themes) - len(self.palette_chosen.colours)
        words = _(self.palette_chosen.source) + "."
        if shared > 0:
            words += " " + ngettext("It has fewer colours than there are themes: {n} theme shares one.",
                                    "It has fewer colours than there are themes: {n} themes share one.",
                                    shared).format(n=shared)
        self.said.setText(words)


class _Preview(QWidget):
    """Each theme as it is and as it would be: before, after, a code below it, words on its tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: list[tuple[CodeNode, str]] = []

    def show_themes(self, themes: list[tuple[CodeNode, str]]) -> None:
        """Show these themes with the colours they would have."""
        self._themes = themes
        self.setMinimumHeight(ROW * len(themes) + 8)
        self.setAccessibleDescription("; ".join(node.name for node, _colour in themes))
        self.update()

    def sizeHint(self) -> QSize:
        """All the themes, up to nine at once."""
        return QSize(420, ROW * min(9, max(3, len(self._themes))) + 8)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font())
        for place, (node, colour) in enumerate(self._themes):
            self._paint_row(painter, place * ROW + 4, node, colour)
        painter.end()

    def _paint_row(self, painter: QPainter, top: int, node: CodeNode, colour: str) -> None:
        middle, words = top + ROW / 2, theme.palette().muted
        painter.setPen(Qt.PenStyle.NoPen)
        for left, shade in ((8, theme.tint(node.colour, 1.0)), (46, theme.tint(colour, 1.0)),
                            (64, theme.tint(colour, 0.55))):
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(QRectF(left, middle - SQUARE / 2, SQUARE, SQUARE), 2.5, 2.5)
        painter.setPen(words)
        painter.drawText(QRectF(20, top, 26, ROW), int(Qt.AlignmentFlag.AlignCenter), "→")
        ground = theme.tint(colour, 0.18)
        name = QFontMetricsF(painter.font()).elidedText(node.name, Qt.TextElideMode.ElideRight, self.width() - 116)
        box = QRectF(86, top + 3, QFontMetricsF(painter.font()).horizontalAdvance(name) + 20, ROW - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.readable(colour, ground))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
