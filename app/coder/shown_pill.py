# SPDX-License-Identifier: GPL-3.0-or-later
"""The pill that says which passages the page shows, opens the choices, and goes back to all of them by its ×."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app import icons, parts
from app.widgets.pill import TextPill
from coding.language import _


class ShownPill(QWidget):
    """``cleared``: everything is asked for again. Its ``menu`` is filled by whoever knows the choices."""

    cleared = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.all = QToolButton()
        self.all.setIcon(icons.icon("eye"))
        self.all.setToolTip(_("Choose which passages are shown"))
        self.all.setAccessibleName(self.all.toolTip())
        self.all.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        parts.opens(self.all, self.menu)
        self.some = TextPill(accent=True)
        parts.opens(self.some, self.menu)
        self.clear = QToolButton()
        self.clear.setIcon(icons.icon("close"))
        self.clear.setToolTip(_("Show all passages again"))
        self.clear.setAccessibleName(self.clear.toolTip())
        self.clear.clicked.connect(self.cleared)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for widget in (self.all, self.some, self.clear):
            line.addWidget(widget)
        self.say("")

    def say(self, filtered: str) -> None:
        """Name the filter; empty when everything is shown."""
        self.all.setVisible(not filtered)
        for widget in (self.some, self.clear):
            widget.setVisible(bool(filtered))
        self.some.say(filtered or self.all.toolTip())

    def popup(self) -> None:
        """Open the choices."""
        below = self.rect().bottomLeft()
        self.menu.popup(self.mapToGlobal(below))
        self.menu.setActiveAction(next(iter(self.menu.actions()), None))
