# SPDX-License-Identifier: GPL-3.0-or-later
"""What left the project: every file written from it."""

from __future__ import annotations

from PyQt6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.corpus.exports_list import ExportsList
from app.desk import Desk
from app.settings import Settings
from coding import exports_log
from coding.language import _


class ExportsDialog(QDialog):
    """The list, the latest first."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What left the project"))
        self.list = ExportsList(settings)
        self.empty = parts.label(_("No file was written from this project yet."), "hint", wrap=True)
        close = parts.button(_("Close"), self.accept, name="primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(_("What left the project"), "title"))
        column.addWidget(parts.label(_("Each file that Fil rouge wrote from it. Copies made since, by hand or by mail, "
                                       "are not known."), "muted", wrap=True))
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(860, 460)
        rows = exports_log.read(desk.store)
        self.list.take(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not rows:
            column.addStretch(1)
            self.resize(520, 190)
        (self.list.table if rows else close).setFocus()
        self.finished.connect(self.deleteLater)
