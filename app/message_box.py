# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which ``app.messages`` speaks: what happened, what it means, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontDatabase
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app import icons, parts
from coding.language import _


class MessageBox(QDialog):
    """``answer`` is the index of the choice made; Enter makes the first, the last when ``safe``; Escape the last."""

    def __init__(self, text: str, explained: str, detail: str, choices: Sequence[str], *, warning: bool,
                 safe: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fil rouge")
        self.answer = len(choices) - 1
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(parts.label(text, "title", wrap=True))
        if explained:
            said.addWidget(parts.label(explained, wrap=True))
        body = QHBoxLayout()
        body.setSpacing(14)
        if warning:
            body.addWidget(parts.Picture(icons.icon("warning", "warn"), 26), 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(said, 1)
        self._detail = QPlainTextEdit(detail)
        self._detail.setReadOnly(True)
        self._detail.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._detail.setMinimumHeight(160)
        self._detail.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(16)
        whole.addLayout(body)
        whole.addWidget(self._detail)
        whole.addLayout(self._buttons(choices, bool(detail), safe))
        self.setFixedWidth(480)
        if (first := next((made for made in self.findChildren(QPushButton) if made.isDefault()), None)) is not None:
            first.setFocus()

    def _buttons(self, choices: Sequence[str], has_detail: bool, safe: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        if has_detail:
            row.addWidget(parts.button(_("Details"), self._show_detail, name="flat"))
        row.addStretch(1)
        made = [self._button(place, text) for place, text in enumerate(choices)]
        for button in reversed(made):
            row.addWidget(button)
        if made:
            made[-1 if safe else 0].setDefault(True)
        return row

    def _button(self, place: int, text: str) -> QPushButton:
        def choose() -> None:
            self.answer = place
            self.accept()

        return parts.button(text, choose)

    def _show_detail(self) -> None:
        self._detail.setVisible(self._detail.isHidden())
        self.adjustSize()
