# SPDX-License-Identifier: GPL-3.0-or-later
"""What was written for another program, and what such a file could not hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app import parts
from coding.exchange import losses
from coding.exchange.model import Loss
from coding.language import _


class LossesDialog(QDialog):
    """Opened once the file is written."""

    def __init__(self, path: Path, lost: Sequence[Loss], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(path.name, "title", wrap=True))
        notice = parts.Panel("notice-ok")
        inside = QVBoxLayout(notice)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(parts.label(_("Written in {folder}, and checked against the standard.").format(
            folder=path.parent), wrap=True))
        column.addWidget(notice)
        self.lost = QPlainTextEdit("\n".join(losses.said(lost)))
        self.lost.setReadOnly(True)
        self.lost.setAccessibleName(_(losses.STAYS))
        column.addWidget(parts.label(_(losses.STAYS), "heading", wrap=True))
        column.addWidget(self.lost, 1)
        close = parts.button(_("Close"), self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        self.resize(560, 360)
