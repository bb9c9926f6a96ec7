# SPDX-License-Identifier: GPL-3.0-or-later
"""What a project without a guide shows: what one brings, and how to bring one in."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QFont
from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts, theme
from app.widgets.lead import lead
from coding.language import N_, _

WIDTH = 520
BRINGS = (
    N_("Its questions are found in the interviews: you see which one was put to whom, and which never was."),
    N_("Saturation then tells a theme that nobody speaks of from a theme that nobody was asked about."),
    N_("It makes a first codebook, and the answers to a question are coded in one act across the corpus."),
)


class EmptyGuide(parts.Panel):
    """``import_asked``: choose a file; ``new_asked``: begin an empty one."""

    import_asked = pyqtSignal()
    new_asked = pyqtSignal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        choose = parts.button(_("Import a guide…"), self.import_asked.emit, name="primary")
        begin = parts.button(_("New empty guide…"), self.new_asked.emit)
        for button in (choose, begin):
            button.setEnabled(not read_only)
        lead(self, lambda: choose)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(parts.label(_("The interview guide"), font=theme.reading_font(
            24, weight=QFont.Weight.DemiBold)), 0, middle)
        column.addSpacing(6)
        for words in BRINGS:
            line = parts.label(f"– {_(words)}", "muted", wrap=True)
            line.ensurePolished()  # its height follows from the font of its role
            line.setFixedSize(WIDTH, line.heightForWidth(WIDTH))
            column.addWidget(line, 0, middle)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(choose)
        row.addWidget(begin)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(parts.label(_("Word, OpenDocument, text or csv"), "faint"), 0, middle)
        column.addStretch(3)
