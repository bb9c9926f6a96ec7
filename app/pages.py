# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspaces of one open project, each made the first time it is shown."""

from __future__ import annotations

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.settings import Settings
from app.workspaces.base import BY_KEY, Workspace


class Pages(QStackedWidget):
    """``turned`` carries the key of the page now shown; ``page_changed`` says that its state or verbs did."""

    turned = pyqtSignal(str)
    page_changed = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._made: dict[str, Workspace] = {}
        self.key = ""
        desk.place_asked.connect(self._show_place)

    @property
    def page(self) -> Workspace | None:
        """The page being shown."""
        return self._made.get(self.key)

    def show_page(self, key: str) -> Workspace:
        """Show a workspace."""
        page = self._made.get(key)
        if self.page is not None and self.page is not page:
            self.page.settle()
        if page is None:
            page = BY_KEY[key].build(self._desk, self._settings, self)
            page.status_changed.connect(self.page_changed)
            self._made[key] = page
            self.addWidget(page)
        self.key = key
        self.setCurrentWidget(page)
        page.activate()
        self._settings.remember_place(self._desk.store.path, workspace=key)
        self.turned.emit(key)
        return page

    def settle(self) -> None:
        """Have every page record what is still being typed in it."""
        for page in self._made.values():
            page.settle()

    def _show_place(self, interview_id: int, start: int, end: int) -> None:
        self.show_page("coder").show_place(interview_id, start, end)
