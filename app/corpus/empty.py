# SPDX-License-Identifier: GPL-3.0-or-later
"""What a corpus without interviews shows: where to drop the transcripts."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QFont
from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import icons, parts, theme
from app.widgets.lead import lead
from coding.language import _


class EmptyCorpus(parts.Panel):
    """``asked``: choose files."""

    asked = pyqtSignal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        target = parts.Panel("drop")
        target.setFixedSize(640, 320)
        inside = QVBoxLayout(target)
        inside.setSpacing(12)
        inside.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(parts.Picture(icons.icon("import", "faint"), 44), 0, middle)
        inside.addWidget(parts.label(_("Drop your transcripts here"),
                                     font=theme.reading_font(24, weight=QFont.Weight.DemiBold)), 0, middle)
        inside.addWidget(parts.label(_("Word, OpenDocument, PDF, text, subtitles (vtt, srt)… One file an interview, "
                                       "several at once."), "muted"), 0, middle)
        inside.addWidget(parts.label(_("From NVivo, ATLAS.ti, MAXQDA or QualCoder: the project they export, in "
                                       "REFI-QDA (qdpx)."), "muted"), 0, middle)
        inside.addWidget(parts.label(_("Names still in clear? The Pseudonyms tab replaces them."), "muted"), 0, middle)
        choose = parts.button(_("Choose files…"), self.asked.emit, name="primary")
        choose.setEnabled(not read_only)
        lead(self, lambda: choose)
        inside.addSpacing(6)
        inside.addWidget(choose, 0, middle)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(target, 0, middle)
        column.addStretch(3)
