# SPDX-License-Identifier: GPL-3.0-or-later
"""A tinted card with a bar at its left: a limit, a refusal, a piece of good news."""

from __future__ import annotations

from html import escape
from typing import Literal

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QSizePolicy, QWidget

Tone = Literal["ok", "warn", "bad"]


class Notice(QLabel):
    """``lead`` in bold, then ``text``; both may be selected."""

    def __init__(self, lead: str, text: str, tone: Tone = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", f"notice-{tone}")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        bold = f"<b>{escape(lead)}</b> " if lead else ""
        self.setText(f'<p style="line-height: 140%; margin: 0">{bold}{escape(text)}</p>')
