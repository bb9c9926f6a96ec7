# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of the side panel are made of: a column that scrolls, titled parts, paragraphs to be selected."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app import parts


class SidePage(QScrollArea):
    """``column`` is where the parts go, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = parts.Panel("panel")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(14, 16, 14, 16)
        self.column.setSpacing(14)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)


def paragraph(kind: Qt.TextFormat = Qt.TextFormat.PlainText, role: str = "") -> QLabel:
    """A wrapped text as tall as it needs."""
    made = QLabel()
    made.setTextFormat(kind)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        made.setProperty("role", role)
    return made


def titled(title: str, *widgets: QWidget) -> QWidget:
    """Widgets under a heading."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    column.addWidget(parts.label(title, "heading", wrap=True))
    for widget in widgets:
        column.addWidget(widget)
    return whole
