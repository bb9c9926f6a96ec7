# SPDX-License-Identifier: GPL-3.0-or-later
"""A tinted card with a bar at its left: a limit, a refusal, a piece of good news."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Literal

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import parts

Tone = Literal["ok", "warn", "bad"]


class Notice(parts.Panel):
    """``lead`` in bold, then the sentences of ``text``, a paragraph each; all may be selected."""

    def __init__(self, lead: str, text: Sequence[str], tone: Tone = "warn", parent: QWidget | None = None) -> None:
        super().__init__(f"notice-{tone}", parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        bold = f"<b>{escape(lead)}</b> " if lead else ""
        first, *others = [escape(sentence) for sentence in text] or [""]
        paragraphs = [f'<p style="line-height: 130%; margin: 0">{bold}{first}</p>']
        paragraphs += [f'<p style="line-height: 130%; margin: 7px 0 0 0">{other}</p>' for other in others]
        self.text.setText("".join(paragraphs))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.text)
