# SPDX-License-Identifier: GPL-3.0-or-later
"""The dark rail at the left: one button a workspace, search at the bottom."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from app import icons
from app.workspaces.base import WORKSPACES, Entry
from coding.language import _

WIDTH = 76
LAST = "search"  # stands at the bottom


class Rail(QFrame):
    """``asked`` carries the key of the workspace whose button was pressed."""

    asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 8)
        column.setSpacing(4)
        for number, entry in enumerate(WORKSPACES, 1):
            if entry.key == LAST:
                column.addStretch(1)
            made = self._button(entry, _("{title} (Ctrl+{n})").format(title=_(entry.title), n=number)
                                if entry.key != LAST else _("Search the transcripts (Ctrl+Shift+F)"))
            group.addButton(made)
            column.addWidget(made)

    def _button(self, entry: Entry, tip: str) -> QToolButton:
        made = QToolButton()
        made.setText(_(entry.title))
        made.setToolTip(tip)
        made.setAccessibleName(_(entry.title))
        made.setIcon(icons.icon(entry.icon, "rail_ink"))
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setCheckable(True)
        made.setFixedSize(WIDTH - 12, 58)
        made.clicked.connect(lambda: self.asked.emit(entry.key))
        self._buttons[entry.key] = made
        return made

    def show_current(self, key: str) -> None:
        """Mark the workspace being shown."""
        self._buttons[key].setChecked(True)
