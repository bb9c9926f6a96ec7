# SPDX-License-Identifier: GPL-3.0-or-later
"""Calm lines above the page: why the project may only be read, and what just failed."""

from __future__ import annotations

from PyQt6.QtCore import QSize
from PyQt6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app import icons, parts
from coding.language import _


class Banner(parts.Panel):
    """One line with an icon; hidden until ``say``. ``closable`` gives it a button to send it away."""

    def __init__(self, face: str, icon: str, *, closable: bool, parent: QWidget | None = None) -> None:
        super().__init__(f"notice-{face}", parent)
        self._text = parts.label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(parts.Picture(icons.icon(icon, face), 18))
        row.addWidget(self._text, 1)
        if closable:
            close = QToolButton()
            close.setIcon(icons.icon("close"))
            close.setIconSize(QSize(14, 14))
            close.setToolTip(_("Close"))
            close.setAccessibleName(_("Close"))
            close.clicked.connect(self.hide)
            row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._text.setText(text)
        self.show()
