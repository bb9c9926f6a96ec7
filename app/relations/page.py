# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations: which codes meet, who holds them, and which contradict each other."""

from __future__ import annotations

from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.settings import Settings
from app.widgets.empty import Empty
from app.workspaces.base import Workspace
from coding.language import _


class RelationsPage(Workspace):
    """The three views: co-occurrence, attributes and groups, contradictions."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.head = parts.Header(_("Relations"))
        self.empty = Empty()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.empty, 1)
