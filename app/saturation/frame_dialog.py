# SPDX-License-Identifier: GPL-3.0-or-later
"""The recruitment of a group, recorded without leaving the saturation page."""

from __future__ import annotations

from PyQt6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.corpus.frame_form import FrameForm
from app.desk import Desk
from coding.groups import GroupRow
from coding.language import _


class FrameDialog(QDialog):
    """Each field is kept as it is left, as in Corpus; closing keeps the last one."""

    def __init__(self, desk: Desk, group: GroupRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fil rouge")
        self.setMinimumWidth(680)
        self.form = FrameForm(desk)
        self.form.show_group(group)
        done = parts.button(_("Done"), self.accept, name="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addWidget(parts.label(_("Recruitment of “{group}”").format(group=group.name), "title"))
        column.addWidget(self.form)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(done)
        column.addLayout(line)

    def done(self, result: int) -> None:
        """Keep what is written, however the dialog is closed."""
        self.form.keep()
        super().done(result)
